#include <catch2/catch.hpp>
#include <set>

#include "backends/document/fields.h"
#include "backends/document/pdf.h"
#include "backends/document/pdf_pages.h"
#include "tests/unit/pdf_reader.h"

using namespace hotsite;
using namespace hotsite::backends::document;

namespace {

std::vector<Field> OneOfEach() {
  return {{Field::Kind::kFixed, "DOC_digest", "Digest", "digest", "0123456789abcdef", 16},
          {Field::Kind::kTick, "DAY_tick", "Done", "done", "", 1},
          {Field::Kind::kText, "DAY_name", "Name", "name", "", 20},
          {Field::Kind::kLines, "DAY_notes", "Notes", "notes", "", 60}};
}

/// One of every block, all of it made of `word`, with what is empty beside it.
Document Everything(const std::string& word) {
  Document document;
  document.title = document.head = document.foot = word;
  document.draft = true;
  document.facts = {{"What", word}, {word, word}};
  document.cover.push_back(Paragraph{word});
  Section section{"1", word, {}};
  Cell fields(word);
  fields.fields = OneOfEach();
  AnswerRow changed{"PLC-1002", "ASK", word, word, false, true, word, "b", "+"};
  section.blocks = {Note{word, word},
                    Subheading{"1.1", word},
                    List{{word, "", word}, true},
                    List{},
                    Table{"Table A-1: " + word, {{"ID"}, {word, true}, {"Text"}}, {{"EXC-001", fields}, {word}, {}}},
                    Table{},
                    Table{"", {{"empty"}}, {}},
                    Verbatim{word, word + "\n\n" + word},
                    Verbatim{},
                    Figure{word, {}, word},
                    AnswerSheet{{{"PLC-001", "REQ", word, word, true, true, word}, changed}},
                    AnswerSheet{}};
  document.sections = {section, Section{}, {"2", "", {}, true}};
  return document;
}

/// Every field of the document lies on its page, inside the layout box, on no earlier page than the one before.
void CheckFields(const Document& document, const DrawnPages& drawn) {
  const std::vector<Field> fields = AllFields(document);
  REQUIRE(drawn.fields.size() == fields.size());
  std::size_t page = 0;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    const PlacedField& placed = drawn.fields[at];
    INFO(placed.field.name);
    CHECK(placed.field.name == fields[at].name);
    CHECK(placed.page >= page);
    CHECK(placed.page < drawn.pages);
    page = placed.page;
    constexpr double kMargin = 36, kWidth = 612, kHeight = 792;
    CHECK(placed.x >= kMargin);
    CHECK(placed.x + placed.width <= kWidth - kMargin);
    CHECK(placed.y >= kMargin);
    CHECK(placed.width > 0);
    CHECK(placed.height > 0);
    if (drawn.pages < 10) CHECK(placed.y + placed.height <= kHeight - kMargin);
  }
}

AnswerRow Demand(std::size_t number) {
  return {"PLC-" + std::to_string(1000 + number),
          "REQ",
          "The partition VMPROD SHALL be a logical partition.",
          "So it is.",
          true,
          false,
          ""};
}

}  // namespace

TEST_CASE("pdf pages: a document of any words has all its fields on its pages, and can be read") {
  std::string many_words;
  for (int at = 0; at < 1500; ++at) many_words += "word ";
  for (const std::string& word :
       {std::string("a b c"), std::string(1500, 'x'), many_words, std::string(),
        std::string("日本語の文字列。Zażółć gęślą jaźń"), std::string("שלום עולם مرحبا"),
        std::string("tab\t\x01\x7F \xE2\x80\xA8 \xE2\x80\xAE end"), std::string("no UTF-8: \xFF\xFE\xC3"),
        std::string("'quote' (paren) [x] \\ <b>&amp;</b> %PDF endstream endobj")}) {
    INFO("of `" + word.substr(0, 40) + "`");
    const Document document = Everything(word);
    const DrawnPages drawn = DrawPages(document);
    INFO(drawn.problem);
    REQUIRE(drawn.problem.empty());
    CheckFields(document, drawn);
    CHECK(ReadPdf(RenderPdf(document).bytes).sizes.size() == drawn.pages);
  }
}

TEST_CASE("pdf pages: an empty document is a page") {
  const DrawnPages drawn = DrawPages({});
  CHECK(drawn.problem.empty());
  CHECK(drawn.pages == 1);
}

TEST_CASE("pdf pages: both papers have the same pages") {
  Document document = Everything("one two three");
  const DrawnPages letter = DrawPages(document);
  document.paper = Paper::kA4;
  const DrawnPages a4 = DrawPages(document);
  CHECK(letter.pages == a4.pages);
  REQUIRE(letter.fields.size() == a4.fields.size());
  for (std::size_t at = 0; at < letter.fields.size(); ++at) {
    CHECK(letter.fields[at].page == a4.fields[at].page);
    CHECK(letter.fields[at].width == Approx(a4.fields[at].width));
    CHECK(a4.fields[at].x - letter.fields[at].x == Approx((595.28 - 612) / 2));
    CHECK(a4.fields[at].y - letter.fields[at].y == Approx((841.89 - 792) / 2));
  }
}

TEST_CASE("pdf pages: two thousand rows are a form of many pages, an outline of all of them, the same twice") {
  Document document = Everything("words");
  AnswerSheet sheet;
  for (std::size_t at = 0; at < 2000; ++at) sheet.rows.push_back(Demand(at));
  document.sections.push_back({"3", "Placement", {sheet}});
  const DrawnPages drawn = DrawPages(document);
  CheckFields(document, drawn);
  CHECK(drawn.pages > 50);
  CHECK(drawn.bytes == DrawPages(document).bytes);
  const PdfFacts facts = ReadPdf(RenderPdf(document).bytes);
  CHECK(facts.sizes.size() == drawn.pages);
  REQUIRE(facts.labels.size() == drawn.pages);
  CHECK(facts.labels.front() == "1");
  CHECK(facts.labels.back() == std::to_string(drawn.pages));
  const std::set<std::string> outline(facts.outline.begin(), facts.outline.end());
  for (const char* entry : {"3  Placement", "  PLC-1000", "  PLC-2999"}) {
    INFO(entry);
    CHECK(outline.contains(entry));
  }
}

TEST_CASE("pdf pages: tick boxes stand at the same place in all rows, and answers have room") {
  Document document;
  AnswerSheet sheet;
  for (std::size_t at = 0; at < 100; ++at) {
    sheet.rows.push_back(Demand(at));
    sheet.rows.push_back(
        {"ASK-" + std::to_string(1000 + at), "ASK", "The vendor SHALL state it.", "", false, true, "soon"});
  }
  document.sections.push_back({"1", "Rows", {sheet}});
  std::set<int> confirm, deviate;
  for (const PlacedField& placed : DrawPages(document).fields) {
    const std::string& name = placed.field.name;
    if (name.ends_with("_confirm")) confirm.insert(static_cast<int>(placed.x));
    if (name.ends_with("_deviate")) deviate.insert(static_cast<int>(placed.x));
    if (name.ends_with("_value")) CHECK((placed.width >= 90 && placed.height >= 14));
    if (name.ends_with("_initials")) CHECK((placed.width >= 30 && placed.height >= 14));
  }
  CHECK(confirm.size() == 1);
  CHECK(deviate.size() == 1);
}
