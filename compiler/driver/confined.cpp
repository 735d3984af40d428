#include "compiler/driver/confined.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HOTSITE_SANITIZED 1
#endif

namespace hotsite::driver {
namespace {

using Clock = std::chrono::steady_clock;
using End = ConfinedResult::End;

constexpr int kMemoryExit = 75, kErrorExit = 76;  // of the child
constexpr int kPipe = 3;                          // its only descriptor, but for three that lead nowhere

// ---- the child -----------------------------------------------------------------------------------------------------

/// No signal of the caller's has a say: a crash is to end it at once, and silently.
void ForgetSignals() {
  struct sigaction plain{};
  plain.sa_handler = SIG_DFL;
  for (const int signal :
       {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGINT, SIGHUP, SIGPIPE, SIGXCPU, SIGALRM})
    sigaction(signal, &plain, nullptr);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// 0, 1 and 2 lead nowhere, `pipe` becomes kPipe, and nothing else stays open.
bool KeepPipeAlone(int pipe) {
  const int nowhere = open("/dev/null", O_RDWR);
  if (nowhere < 0) return false;
  for (int standard = 0; standard < kPipe; ++standard) {
    if (dup2(nowhere, standard) < 0) return false;
  }
  if (pipe != kPipe && dup2(pipe, kPipe) < 0) return false;
  fcntl(kPipe, F_SETFD, 0);
  return close_range(kPipe + 1, ~0U, 0) == 0;
}

bool Limit(int which, rlim_t most) {
  const rlimit limit{most, most};
  return setrlimit(static_cast<__rlimit_resource>(which), &limit) == 0;
}

#ifndef HOTSITE_SANITIZED
/// Bytes of address space that this process has now; 0: not known.
std::size_t AddressSpace() {
  std::size_t pages = 0;
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
  std::fclose(file);
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

bool LimitMemory(std::size_t more) { return Limit(RLIMIT_AS, AddressSpace() + more); }
#else
/// A sanitizer reserves terabytes of addresses.
bool LimitMemory(std::size_t) { return true; }
#endif

/// From here on it can open, write and start nothing.
bool Confine(int pipe, const ConfinedLimits& limits) {
  const auto seconds = static_cast<rlim_t>(std::max<long long>(1, limits.processor.count()));
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  return LimitMemory(limits.memory) && KeepPipeAlone(pipe) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         Limit(RLIMIT_CORE, 0) && Limit(RLIMIT_FSIZE, 0) && Limit(RLIMIT_NPROC, 0) && Limit(RLIMIT_CPU, seconds) &&
         Limit(RLIMIT_NOFILE, 0);
}

bool WriteAll(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t written = write(kPipe, text.data() + at, text.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    at += static_cast<std::size_t>(written);
  }
  return true;
}

/// Never returns: what the caller's process would do at its end isn't this one's business.
[[noreturn]] void Work(const std::function<std::string()>& work, int pipe, const ConfinedLimits& limits) {
  int code = kErrorExit;
  try {
    ForgetSignals();
    if (Confine(pipe, limits) && WriteAll(work())) code = 0;
  } catch (const std::bad_alloc&) {
    code = kMemoryExit;
  } catch (...) {
    code = kErrorExit;
  }
  _exit(code);
}

// ---- the caller ----------------------------------------------------------------------------------------------------

/// Reads until the child closes its pipe; how that went.
End Collect(int pipe, const ConfinedLimits& limits, std::string& output) {
  const Clock::time_point deadline = Clock::now() + limits.time;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return End::kTimeUp;
    pollfd polled{pipe, POLLIN, 0};
    if (poll(&polled, 1, static_cast<int>(std::min<long long>(left, 1000))) <= 0) continue;
    const ssize_t got = read(pipe, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return End::kDone;
    if (static_cast<std::size_t>(got) > limits.output - output.size()) return End::kTooMuch;
    output.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

End EndOf(int status) {
  if (WIFEXITED(status)) {
    const int code = WEXITSTATUS(status);
    return code == 0 ? End::kDone : code == kMemoryExit ? End::kOutOfMemory : End::kCrashed;
  }
  const bool slow =
      WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL;  // the second when the first is not heeded
  return slow ? End::kTimeUp : End::kCrashed;
}

}  // namespace

std::string Words(const ConfinedResult& result) {
  switch (result.end) {
    case End::kDone:
      return {};
    case End::kNotStarted:
      return "can't be read now: the system gives no further process";
    case End::kOutOfMemory:
      return "takes more memory than a reply may";
    case End::kTimeUp:
      return "takes longer to read than a reply may";
    case End::kTooMuch:
      return "has more in it than a reply may";
    case End::kCrashed:
      return "made the reader fail";
  }
  return {};
}

ConfinedResult RunConfined(const std::function<std::string()>& work, const ConfinedLimits& limits) {
  ConfinedResult result;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return result;
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) Work(work, ends[1], limits);
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    return result;
  }
  result.end = Collect(ends[0], limits, result.output);
  if (result.end != End::kDone) kill(child, SIGKILL);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.end == End::kDone) result.end = EndOf(status);
  if (result.end != End::kDone) result.output.clear();
  return result;
}

}  // namespace hotsite::driver
