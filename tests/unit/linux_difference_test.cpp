// What differs between two sets of files: which, and line by line.
#include <catch2/catch.hpp>
#include <string>

#include "backends/linux/difference.h"

namespace {

using namespace hotsite::backends::linux_guest;
using Kind = Difference::Kind;
using Lines = std::vector<std::string>;

Lines Changed(const std::string& home, const std::string& here) {
  const std::vector<Difference> all = Compare({{"f", home, {}}}, {{"f", here, {}}});
  return all.empty() ? Lines{} : all.front().lines;
}

TEST_CASE("difference: lines that both have stay, in the order of the file") {
  CHECK(Changed("a\nb\nc\n", "a\nb\nc\n").empty());
  CHECK(Changed("a\nb\nc\n", "a\nx\nc\n") == Lines{"- b", "+ x"});
  CHECK(Changed("a\nb\nc\nd\n", "a\nx\nc\ny\nd\n") == Lines{"- b", "+ x", "+ y"});
  CHECK(Changed("a\na\n", "a\n") == Lines{"- a"});
  CHECK(Changed("", "a\nb\n") == Lines{"+ a", "+ b"});
}

TEST_CASE("difference: files of one side only come with their path alone") {
  const std::vector<Difference> all =
      Compare({{"gone", "a\n", {}}, {"same", "a\n", {}}}, {{"same", "a\n", {}}, {"new", "a\n", {}}});
  REQUIRE(all.size() == 2);
  CHECK((all[0].kind == Kind::kOnlyHere && all[0].path == "new"));
  CHECK((all[1].kind == Kind::kOnlyAtHome && all[1].path == "gone"));
}

TEST_CASE("difference: two huge files are told apart without a table of all pairs of their lines") {
  std::string home, here;
  for (int i = 0; i < 100'000; ++i) {
    home += "home " + std::to_string(i) + "\n";
    here += "here " + std::to_string(i) + "\n";
  }
  const Lines lines = Changed("same\n" + home, "same\n" + here);
  REQUIRE(lines.size() == 200'000);
  CHECK(lines.front() == "- home 0");
  CHECK(lines.back() == "+ here 99999");
}

}  // namespace
