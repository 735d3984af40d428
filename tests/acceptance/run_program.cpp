#include "tests/acceptance/run_program.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>

#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

/// Sanitizers reserve terabytes of address space, so a limit on it would stop every program.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif

/// How much longer than it computes a program may wait, on a machine that does other things at the same time.
constexpr int kWaits = 20;

}  // namespace

RunResult Run(const Scratch& scratch, const std::string& command, int seconds, int mebibytes) {
  const std::string limits =
      fmt::format("ulimit -t {};{}", seconds, kLimitMemory ? fmt::format("ulimit -v {};", mebibytes * 1024) : "");
  scratch.Write(".run", fmt::format("export HOTSITE={1}\nhotsite() {{ timeout {0} {1} \"$@\"; }}\n{2}\n{3}\n",
                                    kWaits * seconds, Quoted(HOTSITE_PROGRAM), limits, command));
  const std::string line = fmt::format("sh {} >{} 2>{} </dev/null", Quoted(scratch / ".run"), Quoted(scratch / ".out"),
                                       Quoted(scratch / ".err"));
  const int status = std::system(line.c_str());
  RunResult result;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = harness::ReadBytes(scratch / ".out");
  result.err = harness::ReadBytes(scratch / ".err");
  return result;
}

std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted.append(c == '\'' ? "'\\''" : std::string(1, c));
  return quoted + "'";
}

std::string FixedGit() {
  return R"(export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_AUTHOR_DATE='2009-08-20 12:00:00 +0000'
export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org GIT_COMMITTER_DATE='2009-08-20 12:00:00 +0000'
export GIT_CEILING_DIRECTORIES=/tmp GIT_TERMINAL_PROMPT=0
)";
}

}  // namespace hotsite::acceptance
