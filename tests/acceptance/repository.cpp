#include "tests/acceptance/repository.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/harness/files.h"

namespace hotsite::acceptance {

Repository::Repository() {
  std::filesystem::create_directories(*this / "");
  Must("git init -q -b main .");
}

void Repository::Copy(const std::string& from, const std::string& to) const {
  const std::filesystem::path target = *this / to;
  std::filesystem::create_directories(target.parent_path());
  std::filesystem::copy(harness::SourceRoot() / from, target,
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
}

std::string Repository::Read(const std::string& path) const { return harness::ReadBytes(*this / path); }

void Repository::Replace(const std::string& path, const std::string& from, const std::string& to) const {
  std::string text = Read(path);
  const std::size_t at = text.find(from);
  INFO(path << ": " << from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  Write(path, text.replace(at, from.size(), to));
}

void Repository::Commit(const std::string& message) {
  const std::string day = fmt::format("'2026-06-{:02}T12:00:00Z'", ++commits_);
  Must(
      fmt::format("export GIT_AUTHOR_DATE={0} GIT_COMMITTER_DATE={0}; git add -A && git commit -q --allow-empty -m {1}",
                  day, Quoted(message)));
}

void Repository::Branch(const std::string& name) const { Must("git checkout -q -b " + Quoted(name)); }

RunResult Repository::Run(const std::string& command) const {
  return acceptance::Run(scratch_, FixedGit() + "cd " + Quoted(*this / "") + " || exit 99\n" + command);
}

std::string Repository::Must(const std::string& command) const {
  RunResult result = Run(command);
  INFO(command << "\n" << result.out << result.err);
  REQUIRE(result.exit_code == 0);
  return result.out;
}

}  // namespace hotsite::acceptance
