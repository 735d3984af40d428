#include "tests/acceptance/scratch_repository.h"

#include <catch2/catch.hpp>

namespace hotsite::acceptance {
namespace {

constexpr const char* kAlone = R"(export HOME="$PWD" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_AUTHOR_DATE='2009-08-20 12:00:00 +0000'
export GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org GIT_COMMITTER_DATE='2009-08-20 12:00:00 +0000'
export GIT_CEILING_DIRECTORIES=/tmp GIT_TERMINAL_PROMPT=0
)";

}  // namespace

ScratchRepository::ScratchRepository() {
  scratch_.Write("repo/.git-here", "");
  Must("rm .git-here; git init -q -b main .");
}

RunResult ScratchRepository::In(const std::string& command) const {
  return Run(scratch_, "cd " + Quoted(scratch_ / "repo") + "\n" + kAlone + command);
}

std::string ScratchRepository::Must(const std::string& command) const {
  const RunResult run = In(command);
  INFO(command << "\n" << run.out << run.err);
  REQUIRE(run.exit_code == 0);
  return run.out;
}

void ScratchRepository::Commit(const std::string& message) const {
  Must("git add -A . && git commit -q -m " + Quoted(message));
}

}  // namespace hotsite::acceptance
