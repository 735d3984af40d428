#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "compiler/support/unified_diff.h"
#include "tests/unit/scratch.h"

namespace hotsite {
namespace {

constexpr std::size_t kAll = 1'000'000;

TEST_CASE("a difference is printed as diff -u prints it") {
  CHECK(CompareLines("a\nb\nc\n", "a\nx\nc\n", kAll).text == "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
  CHECK(CompareLines("", "a\n", kAll).text == "@@ -0,0 +1 @@\n+a\n");
  CHECK(CompareLines("a\n", "", kAll).text == "@@ -1 +0,0 @@\n-a\n");
  CHECK(CompareLines("a\n", "a\n", kAll).text.empty());
  CHECK(CompareLines("a", "a\n", kAll).text == "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  CHECK(CompareLines("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\nx\n9\n", kAll, 1).text ==
        "@@ -7,3 +7,3 @@\n 7\n-8\n+x\n 9\n");
}

TEST_CASE("what is beyond the limit is counted") {
  const UnifiedDiff diff = CompareLines("a\nb\nc\n", "x\ny\nz\n", 3);
  CHECK(diff.text == "@@ -1,3 +1,3 @@\n-a\n-b\n");
  CHECK(diff.left_out == 4);
  CHECK(diff.lines == 7);
}

TEST_CASE("two texts without a line in common take no square of time") {
  std::string before, now;
  for (int i = 0; i < 200'000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    now += "b" + std::to_string(i) + "\n";
  }
  CHECK(CompareLines(before, now, 10).lines == 400'001);
}

TEST_CASE("patch makes the newer text of the older one and the difference") {
  if (std::system("patch --version >/dev/null 2>&1") != 0) {
    WARN("the program `patch` isn't there: nothing was proved");
    return;
  }
  const Scratch scratch;
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::string before, now;
    for (int line = 0; line < 60; ++line) {
      const std::string text = std::to_string(random() % 9) + "\n";
      if (random() % 8 != 0) before += text;
      if (random() % 8 != 0) now += text;
    }
    if (round % 3 == 0 && !now.empty()) now.pop_back();
    scratch.Write("before", before);
    scratch.Write("patch", "--- a\n+++ b\n" + CompareLines(before, now, kAll, random() % 4).text);
    if (before == now) continue;
    const std::string command = "patch -s --fuzz=0 -o '" + (scratch / "now") + "' '" + (scratch / "before") + "' '" +
                                (scratch / "patch") + "' >/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream in(scratch / "now");
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == now);
  }
}

}  // namespace
}  // namespace hotsite
