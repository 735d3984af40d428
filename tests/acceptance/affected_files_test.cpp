// Which files a build would write otherwise, against what builds do write.
#include "compiler/driver/affected_files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "compiler/check/source_provider.h"
#include "compiler/driver/build.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::acceptance {
namespace {

using How = backends::changelog::AffectedFile::How;
using driver::Compilation;

struct Edit {
  std::string file, from, to;  // the first `from`
};

/// An example without its ledger, so that all is a draft, after an edit.
Compilation Edited(const std::string& example, const std::string& spec, const Edit& edit) {
  check::MemorySources sources;
  for (const auto& path : harness::FilesUnder(harness::SourceRoot() / "examples" / example, ".dr")) {
    std::string text = harness::ReadBytes(path);
    if (path.filename() == edit.file) {
      const std::size_t at = text.find(edit.from);
      REQUIRE(at != std::string::npos);
      text.replace(at, edit.from.size(), edit.to);
    }
    sources.Put(path.filename().string(), std::move(text));
  }
  Compilation compilation = driver::Compile(spec, sources);
  INFO(harness::Rendered(compilation));
  REQUIRE(compilation.model);
  REQUIRE_FALSE(compilation.has_errors());
  return compilation;
}

void Replace(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// What a build writes, without the digest of the spec. A PDF says what its text form does.
std::map<std::string, std::string> Written(const Compilation& compilation) {
  constexpr std::size_t kShortDigest = 12;
  std::map<std::string, std::string> files;
  backends::BuildInput input = driver::InputOf(compilation);
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    input.undrawn = backend.name != "diagram";
    backend.generate(input, [&](backends::Artifact artifact) {
      Replace(artifact.text, input.spec_digest, "DIGEST");
      Replace(artifact.text, input.spec_digest.substr(0, kShortDigest), "DIGEST");
      files.emplace(artifact.path, std::move(artifact.text));
    });
  }
  for (auto& [path, text] : files) {
    if (path.ends_with(".pdf")) text = files.at(path.substr(0, path.size() - 4) + ".txt");
  }
  return files;
}

using Expected = std::map<std::string, How>;

Expected Compare(const Compilation& before, const Compilation& now) {
  const auto old = Written(before), today = Written(now);
  Expected expected;
  for (const auto& [path, text] : old) {
    if (!today.contains(path)) expected[path] = How::kGone;
  }
  for (const auto& [path, text] : today) {
    const auto found = old.find(path);
    if (found == old.end())
      expected[path] = How::kNew;
    else if (found->second != text)
      expected[path] = How::kChanged;
  }
  return expected;
}

Expected Told(const Compilation& before, const Compilation& now) {
  Expected told;
  std::string last;
  for (const auto& file : driver::AffectedFiles(before, now)) {
    CHECK(last < file.path);
    last = file.path;
    told[file.path] = file.how;
  }
  return told;
}

std::string Listed(const Expected& files) {
  std::string list;
  for (const auto& [path, how] : files) list += path + " " + std::to_string(static_cast<int>(how)) + "\n";
  return list;
}

TEST_CASE("the affected files are those that two builds write differently") {
  // Edits that move no line, since the request says in which line a requirement stands.
  const Edit kInsurance[] = {
      {"2009.dr", "memory at least 24 GiB", "memory at least 32 GiB"},
      {"2009.dr", "frame 24 KiB", "frame 40 KiB"},
      {"systems.dr", "10.20.30.0/24", "10.20.31.0/24"},
  };
  const Edit none{"2009.dr", "", ""};
  const Compilation before = Edited("insurance", "2009.dr", none);
  for (const Edit& edit : kInsurance) {
    INFO(edit.to);
    const Compilation now = Edited("insurance", "2009.dr", edit);
    const Expected expected = Compare(before, now);
    CHECK_FALSE(expected.empty());
    CHECK(Listed(Told(before, now)) == Listed(expected));
    CHECK(Listed(Told(now, before)) == Listed(Compare(now, before)));
  }
}

TEST_CASE("the files of a system that comes or goes are new or gone") {
  const Edit none{"2009.dr", "", ""};
  const Compilation before = Edited("insurance", "2009.dr", none);
  const Compilation now = Edited("insurance", "2009.dr", {"systems.dr", "LNXTST{n}", "LNXNEW{n}"});
  const Expected told = Told(before, now);
  CHECK(std::any_of(told.begin(), told.end(), [](const auto& file) {
    return file.first.starts_with("linux/LNXTST3/") && file.second == How::kGone;
  }));
  CHECK(std::any_of(told.begin(), told.end(), [](const auto& file) {
    return file.first.starts_with("linux/LNXNEW3/") && file.second == How::kNew;
  }));
  CHECK(Listed(told) == Listed(Compare(before, now)));
}

TEST_CASE("a bank's memory of a profile is in the request and in the files of its guests") {
  const Edit none{"2026.dr", "", ""};
  const Compilation before = Edited("bank", "2026.dr", none);
  const Compilation now = Edited("bank", "2026.dr", {"guests.dr", "memory 4 GiB", "memory 5 GiB"});
  CHECK(Listed(Told(before, now)) == Listed(Compare(before, now)));
}

TEST_CASE("lines that move, comments and another name of the spec affect no file") {
  const Edit none{"2009.dr", "", ""};
  const Compilation before = Edited("insurance", "2009.dr", none);
  const Compilation moved = Edited("insurance", "2009.dr", {"2009.dr", "recovery ", "\n// a comment\n\n\nrecovery   "});
  CHECK(driver::AffectedFiles(before, moved).empty());
  CHECK(driver::AffectedFiles(before, before).empty());
}

}  // namespace
}  // namespace hotsite::acceptance
