#include <catch2/catch.hpp>

#include "backends/document/pdf_characters.h"
#include "backends/document/pdf_words.h"
#include "tests/unit/pdf_set_text.h"

using namespace hotsite;
using namespace hotsite::backends::document;

namespace {

/// Whether `part` stands on one of the lines.
bool OnOneLine(const std::vector<std::string>& lines, const std::string& part) {
  for (const std::string& line : lines) {
    if (line.find(part) != std::string::npos) return true;
  }
  return false;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string joined;
  for (const std::string& line : lines) joined += line;
  return joined;
}

}  // namespace

TEST_CASE("pdf text: what can't be set becomes a blank or the character for what is no text") {
  CHECK(Settable("a\tb\nc\x7F") == "a b c ");
  CHECK(Settable("x\xE2\x80\xAEy\xE2\x80\xA8z") == "x y z");  // right-to-left override, line separator
  CHECK(Settable("caf\xC3\xA9 \xFF!") == "caf\xC3\xA9 \xEF\xBF\xBD!");
}

TEST_CASE("pdf text: words that Unicode would break are known") {
  const std::string text = "a z/VM at 0600-060F, plain end.";
  CHECK(BreakableWords(text) == std::vector<Span>{{2, 6}, {10, 20}});
  CHECK(BreakableWords("日本-語 ab").empty());
  CHECK(BreakableWords("").empty());
}

TEST_CASE("pdf text: no name is broken at any width that has room for it") {
  const std::string sentence =
      "The z/VM system VMPROD uses 0600-0602 and PLC-001 (10.20.30.0/24), as section 16 and annex B say of z/OS.";
  for (int width = 75; width <= 400; ++width) {
    const std::vector<std::string> lines = SetLines(sentence, width);
    INFO(width);
    for (const char* name :
         {"z/VM", "VMPROD", "0600-0602", "PLC-001", "(10.20.30.0/24),", "section 16", "annex B", "z/OS."}) {
      INFO(name);
      CHECK(OnOneLine(lines, name));
    }
    CHECK(Joined(lines) == sentence);
  }
}

TEST_CASE("pdf text: a word that is too long for its line is broken by characters, without hyphens") {
  const std::string word(500, 'x');
  const std::vector<std::string> lines = SetLines(word, 100);
  CHECK(lines.size() > 10);
  CHECK(Joined(lines) == word);
  CHECK(WidestLine(word, 100) <= 100);
  CHECK(WidestLine("z/VM-" + word + "/0600", 100) <= 100);
}

TEST_CASE("pdf text: fonts are taken from where they are said to be, and a missing one is named with its package") {
  const std::string problem = FontProblem({}, "/nowhere");
  CHECK(problem.find("`/nowhere/noto/NotoSans-Regular.ttf`") != std::string::npos);
  CHECK(problem.find("fonts-noto-core") != std::string::npos);
}

TEST_CASE("pdf text: a character that no font has is named with the words around it") {
  const std::string problem = FontProblem({"a dinosaur \xF0\x9F\xA6\x96 here"});
  CHECK(problem.find("U+1F996") != std::string::npos);
  CHECK(problem.find("a dinosaur \xF0\x9F\xA6\x96 here") != std::string::npos);
}

TEST_CASE("pdf text: every text of a document is asked for its characters") {
  Document document;
  document.facts = {{"Customer", "日"}};
  Section section{"1", "本", {}};
  section.blocks = {Paragraph{"α"},
                    Table{"я", {{"ж"}}, {{"ш"}}},
                    List{{"ł"}},
                    Note{"ż", "ó"},
                    AnswerSheet{{{"PLC-001", "REQ", "ę", "ć", false, false, ""}}},
                    Verbatim{"ń", "─"}};
  document.sections.push_back(section);
  CHECK(CharactersOf(document).all().size() == 13);
}

TEST_CASE("pdf text: other scripts are found, and a document without them gets the same fonts as before") {
  const std::string plain = FontFamilies({});
  const std::vector<std::string> texts = {"日本語", "שלום", "Zażółć", "→", "ไทย"};
  CHECK(FontProblem(texts).empty());
  CHECK(FontFamilies(texts).find("Droid Sans Fallback") != std::string::npos);
  CHECK(FontFamilies({}) == plain);
}
