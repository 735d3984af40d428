#include <catch2/catch.hpp>

#include "backends/document/markdown.h"
#include "backends/document/text.h"
#include "compiler/support/utf8.h"

using namespace hotsite;
using namespace hotsite::backends::document;

namespace {

std::size_t WidestLine(std::string_view text) {
  std::size_t widest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, DisplayWidth(text.substr(at, end - at)));
    at = end + 1;
  }
  return widest;
}

/// One of every block, all of it made of `word`.
Document Everything(const std::string& word) {
  Document document;
  document.title = word;
  document.facts = {{"What", word}};
  document.cover.push_back(Paragraph{word});
  Section section{"1", word, {}};
  section.blocks.push_back(Note{"Note", word});
  section.blocks.push_back(Subheading{"1.1", word});
  section.blocks.push_back(List{{word, word}, true});
  section.blocks.push_back(
      Table{word, {{word, false}, {word, true}, {word, false}, {"x", true}}, {{word, word, word, word}, {word}}});
  section.blocks.push_back(Verbatim{word, word + "\n" + word});
  section.blocks.push_back(AnswerSheet{
      {{"PLC-001", "REQ", word, word, true, true, word}, {"PLC-1002", "ASK", word, word, false, true, word}}});
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace

TEST_CASE("text: no line is wider than 72 columns, whatever the words are") {
  for (const std::string& word :
       {std::string(300, 'x'), std::string("a b c"), std::string("日本語") + std::string(100, 'y'), std::string(),
        std::string("tab\there"), std::string(71, 'z') + " " + std::string(73, 'w')}) {
    CHECK(WidestLine(RenderText(Everything(word))) <= kTextColumns);
  }
}

TEST_CASE("text: cells wrap at blanks, and inside a word only where it alone is too wide") {
  using Lines = std::vector<std::string>;
  CHECK(WrapCell("the z/VM system VENDORVM", 10) == Lines{"the z/VM", "system", "VENDORVM"});
  CHECK(WrapCell("abcdefgh ij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(WrapCell("", 4) == Lines{""});
  CHECK(WrapCell("a\nb", 9) == Lines{"a b"});
}

TEST_CASE("text: a table") {
  const Table table{"", {{"ID", false}, {"What it says", false}}, {{"PLC-001", "one two three"}, {"PLC-002", ""}}};
  CHECK(LayOutTable(table, 72) == std::vector<std::string>{"ID       What it says ", "-------  -------------",
                                                           "PLC-001  one two three", "PLC-002               "});
  CHECK(LayOutTable(table, 17) == std::vector<std::string>{"ID       What it ", "         says    ",
                                                           "-------  --------", "PLC-001  one two ",
                                                           "         three   ", "PLC-002          "});
}

TEST_CASE("markdown: nothing from a document becomes markup") {
  CHECK(EscapeMarkdown("a|b *c* _d_ <e> [f](g) `h` $i$ &j; ~k~ \\") ==
        "a\\|b \\*c\\* \\_d\\_ \\<e\\> \\[f\\](g) \\`h\\` \\$i\\$ \\&j; \\~k\\~ \\\\");
  CHECK(EscapeMarkdown("two\nlines") == "two lines");
  Document document;
  document.title = "T";
  document.cover = {Paragraph{"# no heading"}, Paragraph{"1. no list"}, Paragraph{"- no list"},
                    Verbatim{"", "````\n# x\n"}};
  CHECK(RenderMarkdown(document) ==
        "# T\n\n|  |  |\n| --- | --- |\n\n\\# no heading\n\n1\\. no list\n\n\\- no list\n\n`````text\n````\n# "
        "x\n`````\n");
}

TEST_CASE("markdown: a code cell") {
  Document document;
  document.title = "T";
  document.cover = {Table{"", {{"A", true}}, {{"a|b"}, {"a`b"}, {""}}}};
  CHECK(RenderMarkdown(document) == "# T\n\n|  |  |\n| --- | --- |\n\n| A |\n| --- |\n| `a\\|b` |\n| a\\`b |\n|  |\n");
}

TEST_CASE("text: a table too wide for the page is printed row by row, with what is filled in at the end") {
  Table table;
  table.columns = {{"", false}, {"No.", false}, {"Where", false}, {"Command", true}, {"Found", false}, {"Time", false}};
  table.record_head = 2;
  const Field tick{Field::Kind::kTick, "A1_ok", "", "", "", 1}, found{Field::Kind::kText, "A1_found", "", "", "", 8},
      time{Field::Kind::kText, "A1_time", "", "", "", 5};
  table.rows = {{tick, "A1", "CP of VMPROD", "QUERY STORAGE", found, time},
                {tick, "A2", "a console whose name is long enough to need a second line", "D T", found, time}};
  CHECK(LayOutRecords(table, 40) ==
        std::vector<std::string>{"[ ]  A1", "    Where    CP of VMPROD", "    Command  QUERY STORAGE",
                                 "    Found ________  Time _____", "", "[ ]  A2",
                                 "    Where    a console whose name is", "             long enough to need a",
                                 "             second line", "    Command  D T", "    Found ________  Time _____"});
}
