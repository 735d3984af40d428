#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "backends/document/content_digest.h"

using namespace hotsite::backends::document;
namespace drawing = hotsite::backends::drawing;

namespace {

using Change = std::function<void(Document&)>;

/// One of everything.
Document Everything() {
  Document document;
  document.facts = {{"What", Cell("x")}};
  document.cover = {Paragraph{"x"}};
  Section section{"1", "x", {}, false};
  section.blocks = {Paragraph{"x"},
                    Note{"x", "y"},
                    Subheading{"1.1", "x"},
                    List{{"x"}, false},
                    Table{"x", {{"x", false}}, {{Field{Field::Kind::kText, "A", "b", "c", "d", 3}}}},
                    Figure{"x", {}, "y"},
                    Verbatim{"x", "y"},
                    AnswerSheet{{{"PLC-001", "REQ", "x", "y", true, true, "z"}}}};
  drawing::Drawing& picture = std::get<Figure>(section.blocks[5]).drawing;
  picture.shapes = {drawing::Box{{1, 2}, 3, 4}, drawing::Line{{{1, 2}, {3, 4}}}, drawing::Hop{{1, 2}},
                    drawing::Dot{{1, 2}},       drawing::Cross{{1, 2}},          drawing::Label{{1, 2}, "x"}};
  document.sections = {section};
  document.attachments = {{"a", "b", "c", "d"}};
  return document;
}

template <class Part>
Part& BlockOf(Document& document, std::size_t at) {
  return std::get<Part>(document.sections[0].blocks[at]);
}

template <class Shape>
Shape& ShapeOf(Document& document, std::size_t at) {
  return std::get<Shape>(BlockOf<Figure>(document, 5).drawing.shapes[at]);
}

Field& FieldOf(Document& document) { return BlockOf<Table>(document, 4).rows[0][0].fields[0]; }
AnswerRow& AnswerOf(Document& document) { return BlockOf<AnswerSheet>(document, 7).rows[0]; }

/// Each changes one member.
const std::vector<Change> kChanges = {
    [](Document& d) { d.title = "n"; },
    [](Document& d) { d.facts[0].first = "n"; },
    [](Document& d) { d.facts[0].second.text = "n"; },
    [](Document& d) { d.cover.clear(); },
    [](Document& d) { d.head = "n"; },
    [](Document& d) { d.foot = "n"; },
    [](Document& d) { d.draft = true; },
    [](Document& d) { d.paper = Paper::kA4; },
    [](Document& d) { d.author = "n"; },
    [](Document& d) { d.subject = "n"; },
    [](Document& d) { d.date = "2009-08-20"; },
    [](Document& d) { d.attachments[0].name = "n"; },
    [](Document& d) { d.attachments[0].type = "n"; },
    [](Document& d) { d.attachments[0].description = "n"; },
    [](Document& d) { d.attachments[0].text = "n"; },
    [](Document& d) { d.sections[0].number = "n"; },
    [](Document& d) { d.sections[0].title = "n"; },
    [](Document& d) { d.sections[0].new_page = true; },
    [](Document& d) { BlockOf<Paragraph>(d, 0).text = "n"; },
    [](Document& d) { d.sections[0].blocks[0] = Verbatim{"", "x"}; },
    [](Document& d) { BlockOf<Note>(d, 1).label = "n"; },
    [](Document& d) { BlockOf<Note>(d, 1).text = "n"; },
    [](Document& d) { BlockOf<Subheading>(d, 2).number = "n"; },
    [](Document& d) { BlockOf<Subheading>(d, 2).title = "n"; },
    [](Document& d) { BlockOf<List>(d, 3).items[0] = "n"; },
    [](Document& d) { BlockOf<List>(d, 3).numbered = true; },
    [](Document& d) { BlockOf<Table>(d, 4).caption = "n"; },
    [](Document& d) { BlockOf<Table>(d, 4).columns[0].title = "n"; },
    [](Document& d) { BlockOf<Table>(d, 4).columns[0].code = true; },
    [](Document& d) { FieldOf(d).kind = Field::Kind::kLines; },
    [](Document& d) { FieldOf(d).name = "n"; },
    [](Document& d) { FieldOf(d).hint = "n"; },
    [](Document& d) { FieldOf(d).label = "n"; },
    [](Document& d) { FieldOf(d).value = "n"; },
    [](Document& d) { FieldOf(d).columns = 99; },
    [](Document& d) { BlockOf<Figure>(d, 5).caption = "n"; },
    [](Document& d) { BlockOf<Figure>(d, 5).text = "n"; },
    [](Document& d) { BlockOf<Figure>(d, 5).drawing.width = 9; },
    [](Document& d) { BlockOf<Figure>(d, 5).drawing.title = "n"; },
    [](Document& d) { BlockOf<Figure>(d, 5).drawing.description = "n"; },
    [](Document& d) { ShapeOf<drawing::Box>(d, 0).at.y = 9; },
    [](Document& d) { ShapeOf<drawing::Box>(d, 0).stroke = drawing::Stroke::kTwin; },
    [](Document& d) { ShapeOf<drawing::Box>(d, 0).fill = drawing::Fill::kHatched; },
    [](Document& d) { ShapeOf<drawing::Line>(d, 1).points[1].x = 9; },
    [](Document& d) { ShapeOf<drawing::Hop>(d, 2).radius = 9; },
    [](Document& d) { ShapeOf<drawing::Dot>(d, 3).radius = 9; },
    [](Document& d) { ShapeOf<drawing::Cross>(d, 4).size = 9; },
    [](Document& d) { ShapeOf<drawing::Label>(d, 5).text = "n"; },
    [](Document& d) { ShapeOf<drawing::Label>(d, 5).anchor = drawing::Anchor::kEnd; },
    [](Document& d) { ShapeOf<drawing::Label>(d, 5).bold = true; },
    [](Document& d) { ShapeOf<drawing::Label>(d, 5).mono = true; },
    [](Document& d) { ShapeOf<drawing::Label>(d, 5).plate = true; },
    [](Document& d) { BlockOf<Verbatim>(d, 6).caption = "n"; },
    [](Document& d) { BlockOf<Verbatim>(d, 6).text = "n"; },
    [](Document& d) { AnswerOf(d).id = "n"; },
    [](Document& d) { AnswerOf(d).kind = "n"; },
    [](Document& d) { AnswerOf(d).text = "n"; },
    [](Document& d) { AnswerOf(d).why = "n"; },
    [](Document& d) { AnswerOf(d).confirm = false; },
    [](Document& d) { AnswerOf(d).value = false; },
    [](Document& d) { AnswerOf(d).due = "n"; },
    [](Document& d) { AnswerOf(d).edition = "n"; },
    [](Document& d) { AnswerOf(d).mark = "n"; },
};

}  // namespace

TEST_CASE("content digest: every member counts, and counts where it stands") {
  std::set<std::string> digests = {ContentDigest(Everything())};
  for (const Change& change : kChanges) {
    Document document = Everything();
    change(document);
    digests.insert(ContentDigest(document));
  }
  CHECK(digests.size() == kChanges.size() + 1);
  CHECK(ContentDigest(Everything()) == ContentDigest(Everything()));
}

TEST_CASE("content digest: words don't run into one another") {
  Document one, other;
  one.title = "ab";
  one.head = "c";
  other.title = "a";
  other.head = "bc";
  CHECK(ContentDigest(one) != ContentDigest(other));
}
