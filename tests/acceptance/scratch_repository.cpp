#include "tests/acceptance/scratch_repository.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/harness/files.h"

namespace hotsite::acceptance {
ScratchRepository::ScratchRepository() {
  scratch_.Write("repo/.git-here", "");
  Must("rm .git-here; git init -q -b main .");
}

RunResult ScratchRepository::In(const std::string& command) const {
  return Run(scratch_, "cd " + Quoted(scratch_ / "repo") + "\nexport HOME=\"$PWD\"\n" + FixedGit() + command);
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

std::string ScratchRepository::Read(const std::string& path) const { return harness::ReadBytes(*this / path); }

void ScratchRepository::Copy(const std::string& from, const std::string& to) const {
  Write(to, harness::ReadBytes(harness::SourceRoot() / from));
}

void ScratchRepository::Replace(const std::string& path, const std::string& from, const std::string& to) const {
  std::string text = Read(path);
  const std::size_t at = text.find(from);
  INFO(path << ": " << from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  Write(path, text.replace(at, from.size(), to));
}

}  // namespace hotsite::acceptance
