#include "compiler/driver/git.h"

#include <cerrno>
#include <mutex>
#include <system_error>

#include "compiler/diagnostics/style.h"
#include "compiler/support/child_process.h"

namespace hotsite::driver {
namespace {

/// git's own list (`git rev-parse --local-env-vars`): they tell of the repository at hand, not of another folder's.
constexpr std::string_view kOfOneRepository[] = {"GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                 "GIT_COMMON_DIR",
                                                 "GIT_CONFIG",
                                                 "GIT_CONFIG_COUNT",
                                                 "GIT_CONFIG_PARAMETERS",
                                                 "GIT_DIR",
                                                 "GIT_GRAFT_FILE",
                                                 "GIT_IMPLICIT_WORK_TREE",
                                                 "GIT_INDEX_FILE",
                                                 "GIT_INTERNAL_SUPER_PREFIX",
                                                 "GIT_NO_REPLACE_OBJECTS",
                                                 "GIT_OBJECT_DIRECTORY",
                                                 "GIT_PREFIX",
                                                 "GIT_REPLACE_REF_BASE",
                                                 "GIT_SHALLOW_FILE",
                                                 "GIT_WORK_TREE"};

std::vector<std::string> CommandLine(const std::string& folder, const std::vector<std::string>& words) {
  std::vector<std::string> line{"git"};
  if (!folder.empty()) line.insert(line.end(), {"-C", folder});
  line.insert(line.end(), {"--no-pager"});
  for (const char* setting :
       {"core.fsmonitor=false", "core.hooksPath=/dev/null", "protocol.allow=never", "log.showSignature=false"})
    line.insert(line.end(), {"-c", setting});
  line.insert(line.end(), words.begin(), words.end());
  return line;
}

ChildEnvironment EnvironmentFor(const std::string& folder) {
  ChildEnvironment environment{{"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0"},
                               {"GIT_EXTERNAL_DIFF"}};
  if (!folder.empty())
    environment.without.insert(environment.without.end(), std::begin(kOfOneRepository), std::end(kOfOneRepository));
  return environment;
}

/// The line in which git says why it gave up.
std::string Reason(const std::string& messages) {
  for (const std::string_view mark : {"fatal: ", "error: "}) {
    const std::size_t at = messages.find(mark);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + mark.size();
    return "git says: " + Printable(messages.substr(begin, messages.find('\n', begin) - begin));
  }
  return "git gave no answer";
}

std::string WhyNot(const ChildResult& run) {
  using End = ChildResult::End;
  if (run.end == End::kNotStarted && run.code == ENOENT)
    return "the program `git` isn't there; install it, or name files instead of revisions";
  if (run.end == End::kNotStarted) return "git can't be run: " + std::generic_category().message(run.code);
  if (run.end == End::kTimeUp) return "git took longer than a minute";
  if (run.end == End::kTooMuch) return "git's answer is too long";
  return Reason(run.messages);
}

}  // namespace

GitAnswer Git::Ask(const std::vector<std::string>& words, std::string_view input, std::size_t most_bytes) const {
  static std::mutex one_at_a_time;  // RunChild sets how the whole process takes a signal
  const std::lock_guard<std::mutex> guard(one_at_a_time);
  ChildLimits limits;
  limits.output = most_bytes;
  ChildResult run = RunChild(CommandLine(folder_, words), input, limits, EnvironmentFor(folder_));
  GitAnswer answer;
  answer.ok = run.end == ChildResult::End::kExited && run.code == 0;
  answer.too_much = run.end == ChildResult::End::kTooMuch;
  answer.output = std::move(run.output);
  if (!answer.ok) answer.problem = WhyNot(run);
  return answer;
}

}  // namespace hotsite::driver
