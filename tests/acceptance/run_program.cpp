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
  return "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_CONFIG_NOSYSTEM=1\n"
         "export GIT_AUTHOR_NAME='A. Author' GIT_AUTHOR_EMAIL=author@example.com\n"
         "export GIT_COMMITTER_NAME=\"$GIT_AUTHOR_NAME\" GIT_COMMITTER_EMAIL=\"$GIT_AUTHOR_EMAIL\"\n"
         "export GIT_AUTHOR_DATE='2026-06-01T12:00:00Z' GIT_COMMITTER_DATE='2026-06-01T12:00:00Z'\n"
         "unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_EXTERNAL_DIFF\n";
}

}  // namespace hotsite::acceptance
