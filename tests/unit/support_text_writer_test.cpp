#include <catch2/catch.hpp>
#include <random>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("lines are indented, without blanks at their ends, with one newline at the end") {
  TextWriter writer;
  writer.Line("USER {} {}", "LNXWAS1", "XXXX");
  writer.Indent(2);
  writer.Line("CPU 00 \t");
  writer.Line();
  writer.Line("a\nb \n\nc");
  writer.Outdent(2);
  writer.Line("   ");
  writer.Line("{}");  // without arguments braces are text
  writer.Line();
  writer.Line();
  CHECK(writer.Take() == "USER LNXWAS1 XXXX\n  CPU 00\n\n  a\n  b\n\n  c\n\n{}\n");
  CHECK(writer.Take().empty());
}

TEST_CASE("a writer with nothing but empty lines gives an empty text") {
  TextWriter writer;
  CHECK(writer.Take().empty());
  writer.Line();
  CHECK(writer.Take().empty());
}

TEST_CASE("Wrapped keeps to the width, prefixes and indentation included") {
  TextWriter writer;
  writer.Indent(2);
  writer.Wrapped("2007: z/VM paged\nthousands of pages a second", 20, "* because ", "*   ");
  CHECK(writer.Take() == "  * because 2007:\n  *   z/VM paged\n  *   thousands of\n  *   pages a second\n");
  writer.Wrapped("", 20, "* ");
  CHECK(writer.Take() == "  *\n");
}

TEST_CASE("words are never broken") {
  CHECK(WrapWords("z/VM 24-GiB", 3) == Lines{"z/VM", "24-GiB"});
  CHECK(WrapWords("a b", 0) == Lines{"a", "b"});
  CHECK(WrapWords("  a   b\tc\n", 80) == Lines{"a b c"});
  CHECK(WrapWords(" \n ", 80).empty());
  CHECK(WrapWords("漢字 漢字", 9) == Lines{"漢字 漢字"});
  CHECK(WrapWords("漢字 漢字", 8) == Lines{"漢字", "漢字"});
  CHECK(WrapWords("no\xC2\xA0"
                  "break here",
                  8) == Lines{"no\xC2\xA0"
                              "break",
                              "here"});
}

TEST_CASE("wrapping loses no word and exceeds the width only by single words") {
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    Lines words;
    for (auto n = random() % 30; n > 0; --n) words.emplace_back(1 + random() % 12, 'x');
    const std::size_t width = random() % 30;
    const std::string text = fmt::format("{}", fmt::join(words, " "));
    const Lines lines = WrapWords(text, width);
    REQUIRE(fmt::format("{}", fmt::join(lines, " ")) == text);
    for (const std::string& line : lines) {
      REQUIRE((DisplayWidth(line) <= width || line.find(' ') == std::string::npos));
    }
  }
}

TEST_CASE("small helpers") {
  CHECK(PadRight("é", 3) == "é  ");
  CHECK(PadRight("漢字", 5) == "漢字 ");
  CHECK(PadRight("abcd", 3) == "abcd");
  CHECK(JoinWords({}) == "");
  CHECK(JoinWords({"a"}) == "a");
  CHECK(JoinWords({"a", "b"}) == "a and b");
  CHECK(JoinWords({"CP", "IFL", "zIIP"}, "or") == "CP, IFL or zIIP");
  CHECK(CountOf(1, "guest") == "1 guest");
  CHECK(CountOf(21, "guest") == "21 guests");
  CHECK(CountOf(0, "entry", "entries") == "0 entries");
  CHECK(ToUpper("zIIP é_9") == "ZIIP é_9");
  CHECK(ToLower("LNX@É") == "lnx@É");
}

}  // namespace
}  // namespace hotsite
