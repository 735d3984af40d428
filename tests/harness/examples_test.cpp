// The examples' artifacts are what is checked in, and come out the same every time.
#include <catch2/catch.hpp>

#include "tests/harness/files.h"
#include "tests/harness/goldens.h"

namespace hotsite::harness {
namespace {

TEST_CASE("the built examples are as checked in (./dev golden rewrites them)") {
  const std::vector<BuiltSpec> all = BuildExamples();
  CHECK(!all.empty());
  for (const BuiltSpec& built : all) {
    const auto checked_in = CheckedIn(built.folder);
    for (const auto& [path, text] : built.files) {
      INFO(RelativeName(built.folder / path));
      if (text == kNoPdfText) {
        WARN("pdftotext isn't installed: " + path + " is not compared");
        continue;
      }
      REQUIRE(checked_in.contains(path));
      INFO(FirstDifference(checked_in.at(path), text));
      CHECK(checked_in.at(path) == text);
    }
    for (const auto& [path, text] : checked_in) {
      INFO(RelativeName(built.folder / path) + " is checked in but no longer built");
      CHECK(built.files.contains(path));
    }
  }
}

TEST_CASE("building twice gives the same bytes") {
  const std::vector<BuiltSpec> first = BuildExamples();
  const std::vector<BuiltSpec> second = BuildExamples();
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    INFO(first[i].spec);
    CHECK(first[i].files == second[i].files);
  }
}

}  // namespace
}  // namespace hotsite::harness
