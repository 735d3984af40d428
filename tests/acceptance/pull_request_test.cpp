// A spec through its years in git, as a reviewer sees it: what `hotsite diff` tells of each commit, at the top of the
// comment what matters most, and what keeps its identifiers.
#include <catch2/catch.hpp>

#include "tests/acceptance/pull_request_story.h"
#include "tests/acceptance/repository.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("2007, 2008 and 2009 are told as they are checked in (./dev golden rewrites them)") {
  const std::map<std::string, std::string> told = TellStory();
  REQUIRE(told.size() == 6);
  for (const auto& [name, text] : told) {
    INFO(name);
    REQUIRE(std::filesystem::exists(StoryFolder() / name));
    const std::string checked_in = harness::ReadBytes(StoryFolder() / name);
    INFO(harness::FirstDifference(checked_in, text));
    CHECK(checked_in == text);
  }
  CHECK(harness::FilesUnder(StoryFolder(), "").size() == told.size());
}

/// The spec of 2009, issued and committed on main.
struct Shop : Repository {
  Shop() {
    for (const char* file : {"2009.dr", "systems.dr", "company.dr"})
      Copy(std::string("examples/insurance/") + file, file);
    Must("hotsite issue 2009.dr --by 'R. Smith' --why 'the test of 2009' --on 2009-06-01");
    Commit("The test of 2009");
  }
  std::string Diff(const std::string& format) const {
    return Must("hotsite diff 2009.dr --against HEAD --format " + format);
  }
};

TEST_CASE("dedicated processors that become shared by one word stand at the top of the comment") {
  const Shop shop;
  shop.Replace("2009.dr", "3 CP or IFL dedicated", "3 CP or IFL shared");
  // So that there is much else to be told.
  shop.Replace("2009.dr", "tape drives at least 6", "tape drives at least 8");
  shop.Replace("2009.dr", "phone \"+1 555 0101\"", "phone \"+1 555 0199\"");
  const std::string comment = shop.Diff("markdown");
  INFO(comment);
  const std::vector<std::string> lines = harness::SplitLines(comment);
  REQUIRE(lines.size() > 6);
  CHECK(lines[0] == "<!-- hotsite diff -->");
  std::string top;
  for (const std::string& line : lines) {
    if (line.starts_with("|")) break;  // the first table
    top += line + "\n";
  }
  CHECK(Has(top, "VMPROD"));
  CHECK(Has(top, "dedicated"));
  CHECK(Has(top, "shared"));
  CHECK_FALSE(Has(top, "tape"));
}

TEST_CASE("a guest with another name keeps its identifiers with `renamed from`, and loses them without") {
  const Shop shop;
  std::string systems = shop.Read("systems.dr");
  for (std::size_t at = 0; (at = systems.find("LNXRTR", at)) != std::string::npos;) systems.replace(at, 6, "LNXGATE");
  shop.Write("systems.dr", systems);
  const std::string otherwise = shop.Diff("human");
  INFO(otherwise);
  CHECK(Has(otherwise, "HS7601"));
  CHECK(Has(otherwise, "HS7602"));
  const std::size_t head = systems.find("linux LNXGATE");
  REQUIRE(head != std::string::npos);
  const std::size_t block = systems.find('{', head);
  REQUIRE(block != std::string::npos);
  shop.Write("systems.dr", systems.insert(block + 1, "\n    renamed from LNXRTR"));
  const std::string renamed = shop.Diff("human");
  INFO(renamed);
  CHECK(Has(renamed, "HS7603"));
  CHECK_FALSE(Has(renamed, "HS7601"));
  CHECK_FALSE(Has(renamed, "HS7602"));
  CHECK_FALSE(Has(renamed, "HS7103"));
}

TEST_CASE("blanks, comments, the order of systems and splitting a file are no change in meaning") {
  const Shop shop;
  const std::string text = shop.Read("2009.dr");
  const std::size_t at = text.find("recovery ");
  REQUIRE(at != std::string::npos);
  shop.Write("2009.dr", "hotsite 1\n\n// what was here is elsewhere\nuse \"year.dr\"\n");
  shop.Write("year.dr", text.substr(0, at) + "  \n\n" + text.substr(at));
  const std::string told = shop.Diff("human");
  INFO(told);
  CHECK(Has(told, "no change in meaning"));
}

}  // namespace
}  // namespace hotsite::acceptance
