#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

using namespace std::string_view_literals;

TEST_CASE("FindInvalidUtf8 accepts exactly well-formed text") {
  for (const auto good : {""sv, "plain ASCII of more than eight bytes"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv,
                          "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv,
                          "\xF4\x8F\xBF\xBF"sv, "a\0b"sv, "Zürich 漢字 🙂"sv}) {
    CAPTURE(good);
    CHECK_FALSE(FindInvalidUtf8(good));
  }
}

TEST_CASE("FindInvalidUtf8 names the first bad byte") {
  for (const auto bad :
       {"\x80"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xC2"sv, "\xC2\x41"sv, "\xE0\x9F\xBF"sv, "\xED\xA0\x80"sv, "\xE2\x82"sv,
        "\xF0\x8F\xBF\xBF"sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv, "\xFF"sv}) {
    CAPTURE(bad);
    CHECK(FindInvalidUtf8(bad) == 0u);
    CHECK(FindInvalidUtf8("0123456789é" + std::string(bad)) == 12u);
  }
}

TEST_CASE("widths and counts") {
  CHECK(CountCodePoints("Zürich") == 6);
  CHECK(CountCodePoints("🙂") == 1);
  CHECK(DisplayWidth("z/VM") == 4);
  CHECK(DisplayWidth("Zürich") == 6);
  CHECK(DisplayWidth("e\xCC\x81") == 1);
  CHECK(DisplayWidth("漢字") == 4);
  CHECK(DisplayWidth("a\xE2\x80\x8B"
                     "b") == 2);
  CHECK(DisplayWidth("\t") == 1);
  CHECK(DisplayWidth("\xFF\xFE") == 2);
  CHECK(CodePointBytes("é", 0) == 2);
  CHECK(CodePointBytes("\xFF", 0) == 1);
  CHECK(CodePointBytes("a", 1) == 0);
}

TEST_CASE("NameCharacter shows only what can be seen") {
  CHECK(NameCharacter("G", 0) == "`G`");
  CHECK(NameCharacter("xé", 1) == "`é`");
  CHECK(NameCharacter(" ", 0) == "a blank");
  CHECK(NameCharacter("`", 0) == "U+0060");
  CHECK(NameCharacter("\n", 0) == "U+000A");
  CHECK(NameCharacter("\x1B", 0) == "U+001B");
  CHECK(NameCharacter("\0"sv, 0) == "U+0000");
  CHECK(NameCharacter("\xC2\xA0", 0) == "U+00A0");
  CHECK(NameCharacter("\xE2\x80\x8B", 0) == "U+200B");
  CHECK(NameCharacter("\xE2\x80\xAE", 0) == "U+202E");
  CHECK(NameCharacter("e\xCC\x81", 1) == "U+0301");
  CHECK(NameCharacter("\xFF", 0) == "byte FF");
}

TEST_CASE("FindControl finds what commands, reorders, or is no character") {
  for (const auto good : {""sv, "Zürich 漢字 🙂"sv, "a\xC2\xA0"sv, "\xE2\x80\x8B"sv, "\xEF\xB7\x8F"sv, "\xEF\xB7\xB0"sv,
                          "\xEF\xBF\xBD"sv, "\xF0\x9F\xBF\xBD"sv, "\xFF"sv}) {
    CAPTURE(good);
    CHECK_FALSE(FindControl(good));
  }
  for (const auto bad :
       {"\0"sv, "\t"sv, "\x1B"sv, "\x7F"sv, "\xC2\x80"sv, "\xC2\x9F"sv, "\xE2\x80\xA8"sv, "\xE2\x80\xAE"sv,
        "\xE2\x81\xA6"sv, "\xE2\x81\xA9"sv, "\xEF\xBB\xBF"sv, "\xEF\xB7\x90"sv, "\xEF\xB7\xAF"sv, "\xEF\xBF\xBE"sv,
        "\xEF\xBF\xBF"sv, "\xF0\x9F\xBF\xBE"sv, "\xF4\x8F\xBF\xBF"sv}) {
    CAPTURE(bad);
    CHECK(FindControl(bad) == 0u);
    CHECK(FindControl("é" + std::string(bad)) == 2u);
  }
}

TEST_CASE("ShowsNothing is true of what nobody sees, and of nothing else") {
  for (const auto nothing : {""sv, "   "sv, "\xC2\xA0"sv, "\xC2\xAD"sv, "\xE2\x80\x8B"sv, "\xE2\x80\x8D"sv,
                             "\xE3\x80\x80"sv, "\xEF\xBB\xBF"sv, "\xE2\xA0\x80"sv, "\xE3\x85\xA4"sv,
                             "\xF3\xA0\x80\x80"sv, "\xF3\xA0\x81\xBF"sv, " \xC2\xA0\xE2\x80\x8B "sv}) {
    CAPTURE(nothing);
    CHECK(ShowsNothing(nothing));
    CHECK_FALSE(ShowsNothing(std::string(nothing) + "x"));
  }
  for (const auto something : {"."sv, "é"sv, "漢"sv, "—"sv, "\xFF"sv}) {
    CAPTURE(something);
    CHECK_FALSE(ShowsNothing(something));
  }
}

TEST_CASE("random bytes: no function leaves the text or stands still") {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? random() % 256 : 'a');
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < text.size(); at += CodePointBytes(text, at)) {
      bytes += CodePointBytes(text, at);
      REQUIRE_FALSE(NameCharacter(text, at).empty());
    }
    CHECK(bytes == text.size());
    CHECK(DisplayWidth(text) <= 2 * text.size());
    if (const auto bad = FindInvalidUtf8(text)) CHECK_FALSE(FindInvalidUtf8(text.substr(0, *bad)));
  }
}

}  // namespace
}  // namespace hotsite
