// What goes wrong at a hot site, in the words of those whom it happened to: tests/acceptance/field/NAME/caught.dr is a
// shop that it would happen to again, and names in its second line the rule that says so; repaired.dr is the same shop
// after it did what the rule advises. 2009 went well and has a repaired.dr alone.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::acceptance {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FieldSpecs(std::string_view name) {
  return harness::FilesUnder(harness::SourceRoot() / "tests" / "acceptance" / "field", name);
}

/// `// A guest … ; caught by HS2001`: the code behind the last "caught by ".
std::string CodeNamedIn(const std::string& text) {
  const std::size_t at = text.find("caught by HS");
  REQUIRE(at != std::string::npos);
  return text.substr(at + std::string_view("caught by ").size(), 6);
}

bool Finds(const driver::Compilation& result, const std::string& code) {
  const auto& all = result.findings;
  return std::any_of(all.begin(), all.end(),
                     [&](const Diagnostic& finding) { return finding.code.ToString() == code; });
}

TEST_CASE("what went wrong in the field is caught, and no longer when it is repaired") {
  std::size_t seen = 0;
  for (const fs::path& caught : FieldSpecs("caught.dr")) {
    INFO(harness::RelativeName(caught));
    const std::string text = harness::ReadBytes(caught);
    const std::string code = CodeNamedIn(text);
    const driver::Compilation before = harness::CompileText(text);
    {
      INFO(harness::Rendered(before));
      CHECK(Finds(before, code));
    }
    const fs::path twin = caught.parent_path() / "repaired.dr";
    REQUIRE(fs::exists(twin));
    const driver::Compilation after = harness::CompileText(harness::ReadBytes(twin));
    INFO(harness::Rendered(after));
    CHECK_FALSE(Finds(after, code));
    CHECK(harness::CodesOf(after.findings, Severity::kError).empty());
    ++seen;
  }
  CHECK(seen >= 40);
}

TEST_CASE("every repaired shop belongs to one that is caught, but for the year that went well") {
  for (const fs::path& repaired : FieldSpecs("repaired.dr")) {
    INFO(harness::RelativeName(repaired));
    const fs::path folder = repaired.parent_path();
    CHECK((fs::exists(folder / "caught.dr") || folder.filename() == "2009_good_year"));
    const driver::Compilation result = harness::CompileText(harness::ReadBytes(repaired));
    INFO(harness::Rendered(result));
    CHECK(harness::CodesOf(result.findings, Severity::kError).empty());
  }
}

}  // namespace
}  // namespace hotsite::acceptance
