// Runs a command and prints what it took: seconds of the processor, seconds by the clock, MiB of memory at the most,
// with tabs between. What the command prints is shown only when it fails. usage: measure COMMAND…
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double SecondsOf(const struct timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void Become(char** command, std::FILE* output) {
  dup2(fileno(output), STDOUT_FILENO);
  dup2(fileno(output), STDERR_FILENO);
  execvp(command[0], command);
  std::perror(command[0]);
  std::_Exit(127);
}

void Show(std::FILE* output) {
  std::rewind(output);
  for (int c = std::fgetc(output); c != EOF; c = std::fgetc(output)) std::fputc(c, stderr);
}

}  // namespace

int main(int count, char** arguments) {
  std::FILE* output = std::tmpfile();
  if (count < 2 || output == nullptr) return 2;
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) Become(arguments + 1, output);
  int status = 0;
  struct rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 2;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  if (status != 0) {
    Show(output);
    return 1;
  }
  fmt::print("{:.3f}\t{:.3f}\t{:.1f}\n", SecondsOf(usage.ru_utime) + SecondsOf(usage.ru_stime), elapsed.count(),
             static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}
