// HTML and the parts of a sentence that it shares with the PDF: nothing from a spec becomes markup, every link leads
// somewhere, and another program finds the page well-formed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/document/fields.h"
#include "backends/document/html.h"
#include "backends/document/runs.h"
#include "compiler/support/xml_text.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

using namespace hotsite;
using namespace hotsite::backends::document;

namespace {

/// What stands between `before` and the next `after`, at every place.
std::vector<std::string> Between(std::string_view text, std::string_view before, std::string_view after) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at)) {
    at += before.size();
    found.emplace_back(text.substr(at, text.find(after, at) - at));
  }
  return found;
}

/// One of every block and field, all of it made of `word`.
Document Everything(const std::string& word) {
  Document document;
  document.title = document.head = document.foot = document.author = document.subject = word;
  document.draft = true;
  document.facts = {{"What", word}, {"Fixed", Field{Field::Kind::kFixed, "DOC_what", word, "", word, 12}}};
  document.cover.push_back(Paragraph{word});
  Section section{"1", word, {}, true};
  section.blocks.push_back(Note{"Note", word});
  section.blocks.push_back(Subheading{"1.1", word});
  section.blocks.push_back(List{{word, word}, true});
  Cell fields(word);
  fields.fields = {{Field::Kind::kText, "DEV-01_id", word, word, "", 7},
                   {Field::Kind::kLines, "DEV-01_offered", word, word, "", 30},
                   {Field::Kind::kTick, "DEV-01_yes", word, word, "", 1}};
  section.blocks.push_back(Table{word, {{word, false}, {word, true}, {"x", true}}, {{word, word, fields}, {word}}});
  section.blocks.push_back(Verbatim{word, word + "\n" + word});
  section.blocks.push_back(Figure{word, {}, word});
  backends::drawing::Drawing picture{100, 100, word, word, {backends::drawing::Label{{1, 9}, word}}};
  section.blocks.push_back(Figure{word, picture, word});
  section.blocks.push_back(AnswerSheet{
      {{"PLC-001", "REQ", word, word, true, true, word, "b", "~"}, {"PLC-002", "ASK", word, word, false, true, word}}});
  document.sections.push_back(std::move(section));
  document.sections.push_back({"2", word, {}});
  return document;
}

Document Linked() {
  Document document;
  Section section{"3", "Rows", {Subheading{"3.1", "Processors"}}};
  section.blocks.push_back(AnswerSheet{{{"PLC-001", "REQ", "See CPU-002.", "", true, false, ""},
                                        {"CPU-002", "REQ", "The system SHALL NOT run z/VM.", "", true, false, ""}}});
  section.blocks.push_back(Table{"Table A-1: systems", {{"ID", false}}, {{"PLC-001"}, {"ASM-001"}, {"ASM-001"}}});
  document.sections = {section, {"B", "Guests", {}}};
  return document;
}

/// `plain|[link>target]|*keyword*|=whole=`.
std::string Shown(const Anchors& anchors, std::string_view text) {
  std::string shown;
  for (const Run& run : anchors.Split(text)) {
    const std::string words(run.text);
    if (run.kind == Run::Kind::kPlain) shown += words;
    if (run.kind == Run::Kind::kLink) shown += "[" + words + ">" + std::string(run.target) + "]";
    if (run.kind == Run::Kind::kKeyword) shown += "*" + words + "*";
    if (run.kind == Run::Kind::kWhole) shown += "=" + words + "=";
  }
  return shown;
}

}  // namespace

TEST_CASE("runs: identifiers and sections are links where there is such a place") {
  const Document document = Linked();
  const Anchors anchors(document);
  CHECK(Shown(anchors, "PLC-001: see CPU-002, CPU-003.") == "[PLC-001>PLC-001]: see [CPU-002>CPU-002], =CPU-003=.");
  CHECK(Shown(anchors, "Section 3.1. Annex B, annex C, table A-1.") ==
        "[Section 3.1>section-3.1]. [Annex B>section-B], annex C, [table A-1>table-A-1].");
  CHECK(Shown(anchors, "see ??PLC-001 XPLC-001 PLC-001a") == "see ??[PLC-001>PLC-001] =XPLC-001= =PLC-001a=");
  CHECK(Shown(anchors, "section") == "section");
  CHECK(Shown(anchors, "") == "");
}

TEST_CASE("runs: keywords only in capitals, words that stay whole, nothing lost") {
  const Document document = Linked();
  const Anchors anchors(document);
  CHECK(Shown(anchors, "It SHALL NOT, SHALL, MAY. shall SHALLOW MAYBE") ==
        "It *SHALL NOT*, *SHALL*, *MAY*. shall SHALLOW MAYBE");
  CHECK(Shown(anchors, "z/VM at 0600-0602, the start-order EXEC") == "=z/VM= at =0600-0602=, the start-order EXEC");
  const std::string path = "/" + std::string(40, 'p');
  CHECK(Shown(anchors, path) == path);
  for (const std::string& text :
       {std::string("a.b..c"), std::string("... -- //"), std::string("Zażółć 日本, \xFF\xFE")}) {
    std::string joined;
    for (const Run& run : anchors.Split(text)) joined += run.text;
    CHECK(joined == text);
  }
}

TEST_CASE("XML text: markup escaped, what XML can't hold replaced") {
  CHECK(XmlText("<a href=\"x\">&amp;'") == "&lt;a href=&quot;x&quot;&gt;&amp;amp;'");
  CHECK(XmlText("a\x01\x1B\x7F\nb\t\xC2\x9B|\xE2\x80\xAE|\xEF\xBF\xBE|") == "a   \nb  | | |");
  CHECK(XmlText("Zażółć 日本 \xFF") == "Zażółć 日本 \xEF\xBF\xBD");
}

TEST_CASE("html: every link leads to a place, and places are unique") {
  const std::string html = RenderHtml(Linked());
  std::set<std::string> places;
  for (const std::string& place : Between(html, " id=\"", "\"")) CHECK(places.insert(place).second);
  for (const std::string& target : Between(html, "href=\"#", "\"")) CHECK(places.contains(target));
  CHECK(places.contains("ASM-001"));
  CHECK(html.find("<strong>SHALL NOT</strong> run <span class=\"whole\">z/VM</span>") != std::string::npos);
}

TEST_CASE("html: no word becomes markup, and all fields have a place to write") {
  const Document plain = Everything("x");
  const std::string pattern = RenderHtml(plain);
  const auto names = Between(pattern, "data-field=\"", "\"");
  const std::vector<Field> fields = AllFields(plain);
  REQUIRE(names.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) CHECK(names[i] == fields[i].name);
  // A word that must not be broken is marked up as such, whatever it is.
  const auto markup = [](const std::string& html) {
    const auto whole = static_cast<std::ptrdiff_t>(Between(html, "<span class=\"whole\">", "<").size());
    return std::count(html.begin(), html.end(), '<') - 2 * whole;
  };
  for (const std::string& word :
       {std::string("<script>alert(1)</script>"), std::string("</style></title>\"'&]]>--><!--"),
        std::string("\" onload=\"x"), std::string("javascript:x"), std::string("}@import url(//x);\\")}) {
    const std::string html = RenderHtml(Everything(word));
    INFO(word);
    CHECK(markup(html) == markup(pattern));
    CHECK(html.find("<script") == std::string::npos);
    REQUIRE(Between(html, "<style>", "</style>").size() == 1);
    CHECK(Between(html, "<style>", "</style>").front().find("@import") == std::string::npos);
  }
}

TEST_CASE("html: another program finds it well-formed, whatever the words are") {
  if (testing::RunBash("command -v xmllint").empty()) {
    WARN("xmllint isn't installed: HTML goes unchecked (`./dev test` installs it)");
    SUCCEED();
    return;
  }
  const Scratch scratch;
  for (const std::string& word : {std::string("</style></title>\"'&]]>--><!--<![CDATA["),
                                  std::string("\x01\x1B[31m\xFF\xFE\xED\xA0\x80\xEF\xBF\xBF"),
                                  std::string("שלום Zażółć 日本語 🖥"), std::string(), std::string(10'000, 'W')}) {
    scratch.Write("page.html", RenderHtml(Everything(word)));
    CHECK(testing::RunBash("xmllint --noout --nonet " + testing::Quoted(scratch / "page.html")) == "");
  }
}
