#include "compiler/support/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>

namespace hotsite {
namespace {

using Clock = std::chrono::steady_clock;

/// A descriptor that can be closed early.
class End {
 public:
  End() = default;
  ~End() { Close(); }
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  void Set(int fd) { fd_ = fd; }
  void Close() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

struct Pipe {
  End reads, writes;
};

/// Ends above 2, so that none is in the way when they become the child's 0, 1 and 2; the child keeps only those.
bool Make(Pipe& pipe_) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  for (int& end : ends) {
    const int high = fcntl(end, F_DUPFD_CLOEXEC, 3);
    close(end);
    end = high;
  }
  pipe_.reads.Set(ends[0]);
  pipe_.writes.Set(ends[1]);
  return pipe_.reads.open() && pipe_.writes.open();
}

/// While it lives, writing to a program that reads no more is an error and not the end of this one.
class NoPipeSignal {
 public:
  NoPipeSignal() {
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_);
  }
  ~NoPipeSignal() { sigaction(SIGPIPE, &before_, nullptr); }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  struct sigaction before_{};
};

/// The caller's environment, changed as asked.
std::vector<std::string> EnvironmentOf(const ChildEnvironment& changed) {
  std::vector<std::string> all = changed.set;
  const auto name_of = [](std::string_view variable) { return variable.substr(0, variable.find('=')); };
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view name = name_of(*at);
    const bool set = std::any_of(changed.set.begin(), changed.set.end(),
                                 [&](const std::string& one) { return name_of(one) == name; });
    const bool dropped = std::find(changed.without.begin(), changed.without.end(), name) != changed.without.end();
    if (!set && !dropped) all.emplace_back(*at);
  }
  return all;
}

std::vector<char*> Pointers(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

/// Starts the program in a process group of its own; an error number, or 0.
int Spawn(const std::vector<std::string>& words, const std::vector<std::string>& environment, const Pipe& in,
          const Pipe& out, const Pipe& err, pid_t* pid) {
  const std::vector<char*> arguments = Pointers(words), variables = Pointers(environment);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, in.reads.get(), 0);
  posix_spawn_file_actions_adddup2(&actions, out.writes.get(), 1);
  posix_spawn_file_actions_adddup2(&actions, err.writes.get(), 2);
  sigset_t pipe_signal;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  const int error = posix_spawnp(pid, arguments[0], &actions, &attributes, arguments.data(), variables.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

/// The exchange with a program that was started.
class Exchange {
 public:
  Exchange(pid_t pid, std::string_view input, const ChildLimits& limits)
      : pid_(pid), input_(input), limits_(limits), deadline_(Clock::now() + limits.time) {}

  void Run(Pipe& in, Pipe& out, Pipe& err) {
    fcntl(in.writes.get(), F_SETFL, O_NONBLOCK);
    if (input_.empty()) in.writes.Close();
    while (!stopped_ && !Done(out, err)) {
      std::array<pollfd, 3> polled{
          {{in.writes.get(), POLLOUT, 0}, {out.reads.get(), POLLIN, 0}, {err.reads.get(), POLLIN, 0}}};
      const bool closed = !out.reads.open() && !err.reads.open();
      const int milliseconds = closed ? 1 : 50;  // nothing wakes it when a program ends that prints no more
      const int ready = poll(polled.data(), polled.size(), milliseconds);
      if (ready > 0) {
        if (polled[0].revents != 0) Feed(in.writes);
        if (polled[1].revents != 0) Take(out.reads, result_.output, limits_.output, true);
        if (polled[2].revents != 0) Take(err.reads, result_.messages, limits_.messages, false);
      }
      quiet_ = ready == 0;
      if (Clock::now() > deadline_) Stop(ChildResult::End::kTimeUp);
    }
  }

  /// Kills what is left of it; how it ended.
  ChildResult Finish() {
    kill(-pid_, SIGKILL);
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    if (stopped_) return std::move(result_);
    const bool exited = WIFEXITED(status);
    result_.end = exited ? ChildResult::End::kExited : ChildResult::End::kKilled;
    result_.code = exited ? WEXITSTATUS(status) : WTERMSIG(status);
    return std::move(result_);
  }

 private:
  /// It has ended, and so has what it printed; one that left another running with its output isn't waited for.
  bool Done(const Pipe& out, const Pipe& err) const {
    const bool closed = !out.reads.open() && !err.reads.open();
    return (closed || quiet_) && HasEnded();
  }

  bool HasEnded() const {
    siginfo_t info{};
    const bool asked = waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    return asked && info.si_pid == pid_;
  }

  void Stop(ChildResult::End end) {
    stopped_ = true;
    result_.end = end;
  }

  void Feed(End& in) {
    const ssize_t written = write(in.get(), input_.data(), std::min<std::size_t>(input_.size(), 1u << 16));
    if (written < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (written > 0) input_.remove_prefix(static_cast<std::size_t>(written));
    if (written <= 0 || input_.empty()) in.Close();  // it reads no more, or has all
  }

  void Take(End& from, std::string& into, std::size_t most, bool stop) {
    std::array<char, 1 << 16> buffer{};
    const ssize_t got = read(from.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) return from.Close();
    const std::size_t room = most - into.size();
    if (stop && static_cast<std::size_t>(got) > room) return Stop(ChildResult::End::kTooMuch);
    into.append(buffer.data(), std::min(static_cast<std::size_t>(got), room));
  }

  pid_t pid_;
  std::string_view input_;
  const ChildLimits& limits_;
  Clock::time_point deadline_;
  ChildResult result_;
  bool stopped_ = false;
  bool quiet_ = false;  // nothing came in the last round
};

}  // namespace

ChildResult RunChild(const std::vector<std::string>& words, std::string_view input, const ChildLimits& limits,
                     const ChildEnvironment& environment) {
  Pipe in, out, err;
  ChildResult result;
  if (!Make(in) || !Make(out) || !Make(err)) {
    result.code = errno;
    return result;
  }
  const NoPipeSignal no_signal;
  pid_t pid = 0;
  result.code = Spawn(words, EnvironmentOf(environment), in, out, err, &pid);
  if (result.code != 0) return result;
  in.reads.Close();
  out.writes.Close();
  err.writes.Close();
  Exchange exchange(pid, input, limits);
  exchange.Run(in, out, err);
  return exchange.Finish();
}

}  // namespace hotsite
