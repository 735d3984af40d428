#include "compiler/driver/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <system_error>

#include "compiler/driver/commands.h"

namespace hotsite::driver {

void PrepareStreams() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) >= 0) continue;
    // The lowest free number is taken, which is `fd`. Nothing can be written to stdout then, as when it was closed.
    [[maybe_unused]] const int taken = open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY);
  }
  // A limit on the size of files (ulimit -f) is then an error like a full disk, not the end without a word.
  std::signal(SIGXFSZ, SIG_IGN);
  // A handler rather than SIG_IGN, which programs that we start would inherit.
  std::signal(SIGPIPE, [](int) {});
}

int FinishStreams(std::span<const std::string> words, int code) {
  llvm::raw_fd_ostream& out = llvm::outs();
  out.flush();
  const std::error_code failed = out.error();
  out.clear_error();  // or LLVM ends the program in its own words
  const bool for_git =
      !words.empty() && words.front() == "diff" && std::find(words.begin(), words.end(), "--git") != words.end();
  // Whoever leaves git's pager early has seen enough.
  if (failed && !(for_git && failed == std::errc::broken_pipe))
    llvm::errs() << "hotsite: standard output can't be written: " << failed.message() << "\n";
  static_cast<llvm::raw_fd_ostream&>(llvm::errs()).clear_error();
  return failed && !for_git && code != kBug ? kUsage : code;
}

}  // namespace hotsite::driver
