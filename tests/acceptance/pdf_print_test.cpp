// Pages as a grey printer shows them: nothing blank, nothing outside the layout box, and what is typed into a field
// stays in its box.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "backends/document/fields.h"
#include "tests/acceptance/pdf_fillers.h"
#include "tests/acceptance/pdf_tools.h"
#include "tests/harness/files.h"
#include "tests/unit/pdf_reader.h"

namespace hotsite::acceptance {
namespace {

using namespace backends::document;

constexpr double kDotsPerInch = 72;  // a dot is a point

struct Picture {
  std::size_t width = 0, height = 0;
  std::string dots;  // a byte each, 0: black

  unsigned char At(std::size_t x, std::size_t y) const { return static_cast<unsigned char>(dots[y * width + x]); }
};

/// Of a PGM file as pdftoppm writes it: `P5`, width, height, 255, bytes.
Picture ReadPgm(const std::string& bytes) {
  Picture picture;
  int taken = 0;
  unsigned largest = 0;
  REQUIRE(sscanf(bytes.c_str(), "P5 %zu %zu %u%n", &picture.width, &picture.height, &largest, &taken) == 3);
  picture.dots = bytes.substr(static_cast<std::size_t>(taken) + 1);
  REQUIRE(largest == 255);
  REQUIRE(picture.dots.size() == picture.width * picture.height);
  return picture;
}

std::vector<Picture> Render(const std::string& pdf) {
  const Scratch scratch;
  scratch.Write("in.pdf", pdf);
  const RunResult result = Run(scratch, "cd " + Quoted(scratch / "") + "; mkdir pages; pdftoppm -gray -r " +
                                            std::to_string(static_cast<int>(kDotsPerInch)) + " in.pdf pages/p");
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  std::vector<Picture> pages;
  for (const auto& path : harness::FilesUnder(scratch / "pages", ".pgm"))
    pages.push_back(ReadPgm(harness::ReadBytes(path)));
  return pages;
}

struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool Holds(std::size_t x, std::size_t y) const {
    const auto at_x = static_cast<double>(x), at_y = static_cast<double>(y);
    return at_x >= left && at_x <= right && at_y >= top && at_y <= bottom;
  }
};

/// Where on a page of this size anything may stand: 523 by 720 points, and marks of changes in the left margin.
Area LayoutBox(const Picture& page) {
  constexpr double kWidth = 523, kHeight = 720, kMarks = 20, kBlur = 2;
  const double left = (static_cast<double>(page.width) - kWidth) / 2;
  const double top = (static_cast<double>(page.height) - kHeight) / 2;
  return {left - kMarks, top - kBlur, left + kWidth + kBlur, top + kHeight + kBlur};
}

constexpr unsigned char kInk = 200;  // darker than this

void CheckPage(const Picture& page) {
  const Area box = LayoutBox(page);
  std::size_t ink = 0, outside = 0;
  for (std::size_t y = 0; y < page.height; ++y) {
    for (std::size_t x = 0; x < page.width; ++x) {
      if (page.At(x, y) >= kInk) continue;
      ++ink;
      if (!box.Holds(x, y)) ++outside;
    }
  }
  CHECK(outside == 0);
  CHECK(ink > 500);  // more than the rules and words at its head and foot
}

/// The boxes of a page's fields as dots, a dot larger, since edges are blurred.
std::vector<Area> BoxesOf(const PdfFacts& facts, std::size_t page, double height) {
  std::vector<Area> boxes;
  for (const PdfField& field : facts.fields) {
    if (field.page != static_cast<int>(page)) continue;
    const double top = height - field.bottom - field.height;
    boxes.push_back({field.left - 1, top - 1, field.left + field.width + 1, top + field.height + 1});
  }
  return boxes;
}

struct Changed {
  std::size_t inside = 0, outside = 0;  // dots that differ by more than blur
};

Changed Compare(const Picture& before, const Picture& after, const std::vector<Area>& boxes) {
  constexpr int kBlur = 40;
  Changed changed;
  REQUIRE(before.dots.size() == after.dots.size());
  for (std::size_t y = 0; y < before.height; ++y) {
    for (std::size_t x = 0; x < before.width; ++x) {
      if (std::abs(before.At(x, y) - after.At(x, y)) <= kBlur) continue;
      const bool in = std::any_of(boxes.begin(), boxes.end(), [&](const Area& box) { return box.Holds(x, y); });
      ++(in ? changed.inside : changed.outside);
    }
  }
  return changed;
}

Values LongAnswers(const Document& document) {
  Values values;
  for (const Field& field : AllFields(document)) {
    if (field.kind != Field::Kind::kFixed)
      values[field.name] = field.kind == Field::Kind::kTick ? "Yes" : "WWWWWW 0600-060F, 0700-070F and 0A00 gjpqy";
  }
  return values;
}

}  // namespace

TEST_CASE("pdf: no page is blank, none has ink outside the layout box") {
  const Scratch scratch;
  if (!Has(scratch, "pdftoppm")) return;
  for (const Sample& sample : Samples()) {
    const std::vector<Picture> pages = Render(sample.bytes);
    REQUIRE(pages.size() == ReadPdf(sample.bytes).sizes.size());
    for (std::size_t at = 0; at < pages.size(); ++at) {
      INFO(sample.name << ", page " << at + 1);
      CheckPage(pages[at]);
    }
  }
}

TEST_CASE("pdf: what is typed stays in its box, whichever program sets it") {
  const Scratch scratch;
  if (!Has(scratch, "pdftoppm")) return;
  for (const Filler& filler : Fillers()) {
    for (const Sample& sample : {Samples().front(), Samples().back()}) {
      const Values values = LongAnswers(sample.document);
      const PdfFacts facts = ReadPdf(sample.bytes);
      const std::vector<Picture> before = Render(sample.bytes), after = Render(filler.fill(sample.bytes, values));
      REQUIRE(before.size() == after.size());
      std::size_t seen = 0;
      for (std::size_t at = 0; at < before.size(); ++at) {
        INFO(filler.name << ", " << sample.name << ", page " << at + 1);
        const Changed changed = Compare(before[at], after[at], BoxesOf(facts, at, facts.sizes[at].second));
        CHECK(changed.outside == 0);
        seen += changed.inside;
      }
      CHECK(seen > 20 * values.size());
    }
  }
}

}  // namespace hotsite::acceptance
