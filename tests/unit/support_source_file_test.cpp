#include <catch2/catch.hpp>
#include <string>

#include "compiler/support/source_file.h"
#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

using namespace std::string_literals;

std::pair<unsigned, unsigned> Place(const SourceFile& file, std::uint32_t offset) {
  const LineColumn place = file.Locate(offset);
  return {place.line, place.column};
}

TEST_CASE("lines and columns") {
  const SourceFile file("a.dr", "eins\nzwölf x\r\n\nend");
  CHECK(file.line_count() == 4);
  CHECK(Place(file, 0) == std::pair(1u, 1u));
  CHECK(Place(file, 4) == std::pair(1u, 5u));
  CHECK(Place(file, 5) == std::pair(2u, 1u));
  CHECK(Place(file, 12) == std::pair(2u, 7u));
  CHECK(Place(file, 18) == std::pair(4u, 3u));
  CHECK(Place(file, 99) == std::pair(4u, 4u));
  CHECK(file.Line(1) == "eins");
  CHECK(file.Line(2) == "zwölf x");
  CHECK(file.Line(3).empty());
  CHECK(file.Line(4) == "end");
  CHECK(file.LineStart(4) == 16);
}

TEST_CASE("an empty file has one empty line") {
  const SourceFile file("a.dr", "");
  CHECK(file.line_count() == 1);
  CHECK(file.Line(1).empty());
  CHECK(Place(file, 0) == std::pair(1u, 1u));
}

TEST_CASE("a byte order mark is dropped") {
  const SourceFile file("a.dr", "\xEF\xBB\xBFzos");
  CHECK(file.text() == "zos");
  CHECK(Place(file, 0) == std::pair(1u, 1u));
}

TEST_CASE("columns agree with counting from the line's start, across blocks") {
  std::string text;
  for (int i = 0; i < 700; ++i) text += i % 97 == 0 ? "é漢\n" : "aé🙂b";
  const SourceFile file("a.dr", text);
  for (std::uint32_t offset = 0; offset <= text.size(); ++offset) {
    const LineColumn place = file.Locate(offset);
    const std::uint32_t start = file.LineStart(place.line);
    REQUIRE(start <= offset);
    REQUIRE(place.column == CountCodePoints(file.text().substr(start, offset - start)) + 1);
  }
}

TEST_CASE("a place on a very long line is found without walking it") {
  const SourceFile file("a.dr", std::string(std::size_t{32} << 20, 'x'));
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < 20000; ++i) sum += file.Locate((32u << 20) - i).column;
  CHECK(sum == 20000ull * ((32u << 20) + 1) - 19999ull * 20000 / 2);
}

TEST_CASE("what keeps bytes from being a source file") {
  CHECK_FALSE(FindSourceProblem("zos PRODA"));
  CHECK_FALSE(FindSourceProblem("\xEF\xBB\xBFzos"));
  CHECK(FindSourceProblem("zo\0s"s)->what == "holds a NUL byte; a spec is plain text");
  CHECK(FindSourceProblem("zo\0s"s)->offset == 2);
  CHECK(FindSourceProblem("Z\xFCrich")->what ==
        "isn't UTF-8: byte FC in line 1 can't stand here; convert it: `iconv -f WINDOWS-1252 -t UTF-8`");
  CHECK(FindSourceProblem("Z\xFCrich")->offset == 1);
  CHECK(FindSourceProblem("\xFF\xFEz\0o\0"s)->what == "isn't UTF-8 but UTF-16; save it as UTF-8");
  CHECK(FindSourceProblem("\xA9\x96\xA2\x40\xD7\xD9\xD6\xC4\xC1\x40\xC0\x15")->what ==
        "isn't UTF-8 but seems to be EBCDIC; convert it: `iconv -f IBM-1047 -t UTF-8`");
  CHECK(FindSourceProblem(std::string(kMaxSourceBytes + 1, ' '))->what ==
        "is larger than 64 MiB, the most that Hotsite reads");
  CHECK_FALSE(FindSourceProblem(std::string(kMaxSourceBytes, ' ')));
}

TEST_CASE("spans") {
  SourceMap map;
  const FileId first = map.Add("a.dr", "zos PRODA");
  const FileId second = map.Add("b.dr", "zvm");
  const SourceFile* address = &map.Get(first);
  for (int i = 0; i < 100; ++i) map.Add("x", "");
  CHECK(&map.Get(first) == address);
  CHECK(map.size() == 102);
  const Span word{first, 0, 3};
  const Span name{first, 4, 9};
  CHECK(map.Text(name) == "PRODA");
  CHECK(Join(name, word) == Span{first, 0, 9});
  CHECK(Join(word, Span{second, 0, 3}) == word);
  CHECK(Join(word, Span{}) == word);
  CHECK(map.Get(Span{second, 0, 1}).path() == "b.dr");
  CHECK(word.valid());
  CHECK_FALSE(Span{}.valid());
}

}  // namespace
}  // namespace hotsite
