// PDFs as other programs read them: qpdf, poppler. What they contain is compared with the document, never with itself.
#include "backends/document/pdf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/document/content_digest.h"
#include "backends/document/fields.h"
#include "compiler/driver/build.h"
#include "compiler/support/json.h"
#include "tests/acceptance/examples.h"
#include "tests/acceptance/pdf_tools.h"
#include "tests/harness/files.h"
#include "tests/unit/pdf_reader.h"

namespace hotsite::acceptance {
namespace {

using namespace backends::document;

/// What qpdf prints of a field list, field by field.
std::vector<std::string> FieldNamesByQpdf(const std::string& pdf) {
  std::vector<std::string> names;
  const std::optional<Json> json = Json::Parse(Said(pdf, "qpdf --json --json-key=acroform \"$PDF\""), nullptr);
  REQUIRE(json);
  for (const Json& field : *json->Find("acroform")->Find("fields")->AsArray())
    names.push_back(*field.Find("fullname")->AsString());
  return names;
}

void CheckField(const PdfField& actual, const Field& expected) {
  INFO(expected.name);
  CHECK(actual.name == expected.name);
  CHECK(actual.hint == expected.hint);
  CHECK(actual.type == (expected.kind == Field::Kind::kTick ? "Btn" : "Tx"));
  CHECK(actual.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") ==
        std::string::npos);
  const bool fixed = expected.kind == Field::Kind::kFixed;
  CHECK(actual.value == (expected.kind == Field::Kind::kTick ? "Off" : fixed ? expected.value : ""));
  CHECK((actual.flags & 1) == (fixed ? 1 : 0));
  CHECK(actual.tagged == !fixed);
  CHECK(actual.page >= 0);
  if (expected.kind == Field::Kind::kText) CHECK(actual.length > 0);
}

std::string RowName(const AnswerRow& row) {
  return row.id + (row.edition.empty() ? "" : " " + row.edition) + " " + row.kind;
}

/// The text from where `from` first stands up to where `to` stands next.
std::string Between(const std::vector<std::string>& pages, const std::string& from, const std::string& to) {
  std::string all;
  for (const std::string& page : pages) all += page + " ";
  const std::size_t begin = all.find(from), end = all.find(to, std::min(begin, all.size()));
  INFO(from << ", " << to);
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  return all.substr(begin, end - begin);
}

std::vector<AnswerRow> RowsOf(const Document& document) {
  std::vector<AnswerRow> rows;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      if (const auto* sheet = std::get_if<AnswerSheet>(&block))
        rows.insert(rows.end(), sheet->rows.begin(), sheet->rows.end());
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("pdf: qpdf finds no fault in any file") {
  const Scratch scratch;
  if (!Has(scratch, "qpdf")) return;
  for (const Sample& sample : Samples()) {
    const std::string said = Said(sample.bytes, "qpdf --check \"$PDF\"");
    INFO(sample.name << "\n" << said);
    CHECK(said.find("No syntax or stream encoding errors found") != std::string::npos);
    CHECK(said.find("[status") == std::string::npos);
  }
}

TEST_CASE("pdf: the fields are the document's, in its order, each name once") {
  for (const Sample& sample : Samples()) {
    INFO(sample.name);
    const std::vector<Field> expected = AllFields(sample.document);
    const PdfFacts facts = ReadPdf(sample.bytes);
    REQUIRE(facts.fields.size() == expected.size());
    std::set<std::string> names;
    for (std::size_t at = 0; at < expected.size(); ++at) {
      CheckField(facts.fields[at], expected[at]);
      names.insert(facts.fields[at].name);
    }
    CHECK(names.size() == expected.size());
    CHECK(facts.tab_order == "S");
    CHECK_FALSE(facts.needs_appearances);
  }
}

TEST_CASE("pdf: qpdf lists the same fields") {
  const Scratch scratch;
  if (!Has(scratch, "qpdf")) return;
  for (const Sample& sample : Samples()) {
    INFO(sample.name);
    std::vector<std::string> expected, names = FieldNamesByQpdf(sample.bytes);
    for (const Field& field : AllFields(sample.document)) expected.push_back(field.name);
    std::sort(names.begin(), names.end());
    std::sort(expected.begin(), expected.end());
    CHECK(names == expected);
  }
}

// Sentences may be cited elsewhere (what waits for the vendor, acceptance, traceability), so it is the sections of
// requirements, 5 to 13, that have each identifier, kind and sentence exactly once, and the reason with it.
TEST_CASE("pdf: every identifier with its sentence stands once in the sections of requirements") {
  const Scratch scratch;
  if (!Has(scratch, "pdftotext")) return;
  for (const Sample& sample : Samples()) {
    if (sample.name == "everything") continue;
    const std::string text = Between(TextOfPages(sample.bytes), "5 Placement (PLC) ID Kind", "14 Acceptance: ");
    const std::vector<AnswerRow> rows = RowsOf(sample.document);
    REQUIRE(rows.size() > 40);
    for (const AnswerRow& row : rows) {
      INFO(sample.name << " " << row.id);
      CHECK(Count(text, RowName(row) + " ") == 1);
      CHECK(Count(text, RowName(row) + " " + Flat(row.text)) == 1);
      if (!row.why.empty()) CHECK(Count(text, Flat(row.text) + " Why: " + Flat(row.why)) >= 1);
    }
  }
}

TEST_CASE("pdf: poppler sees a tagged file with a clean structure and only embedded fonts") {
  const Scratch scratch;
  if (!Has(scratch, "pdfinfo")) return;
  for (const Sample& sample : Samples()) {
    INFO(sample.name);
    const std::string info = Said(sample.bytes, "pdfinfo -enc UTF-8 \"$PDF\""), flat = Flat(info);
    INFO(info);
    CHECK(flat.find("Title: " + sample.document.title) != std::string::npos);
    CHECK(flat.find("Tagged: yes") != std::string::npos);
    CHECK(flat.find("(letter)") != std::string::npos);
    CHECK(flat.find("Form: AcroForm JavaScript: no") != std::string::npos);
    CHECK(info.find("Date") == std::string::npos);  // it was never issued
    CHECK(Said(sample.bytes, "pdfinfo -struct \"$PDF\" 2>&1 >/dev/null").empty());
    const std::string fonts = Said(sample.bytes, "pdffonts \"$PDF\" | tail -n +3 | grep -v ' yes yes yes '");
    CHECK(fonts == "[status 1] ");
  }
}

TEST_CASE("pdf: every picture is said in words") {
  for (const Sample& sample : Samples()) {
    INFO(sample.name);
    std::vector<std::string> expected;
    for (const Section& section : sample.document.sections) {
      for (const Block& block : section.blocks) {
        const auto* figure = std::get_if<Figure>(&block);
        if (figure != nullptr && !figure->drawing.shapes.empty()) expected.push_back(figure->drawing.description);
      }
    }
    CHECK(ReadPdf(sample.bytes).pictures == expected);
  }
}

// Screen readers pass over what is beside the text; everything else they would read aloud on each page.
TEST_CASE("pdf: the running head is an artifact, the text isn't") {
  const Scratch scratch;
  if (!Has(scratch, "pdfinfo")) return;
  const Sample& sample = Samples().back();
  const std::string read = Flat(Said(sample.bytes, "pdfinfo -enc UTF-8 -struct-text \"$PDF\""));
  CHECK(read.find("Below the facts.") != std::string::npos);
  CHECK(read.find("PRODA SHALL be a partition.") != std::string::npos);
  CHECK(read.find(sample.document.head) == std::string::npos);
  CHECK(read.find("page 2 of") == std::string::npos);
}

TEST_CASE("pdf: the outline has every section, the labels every page") {
  for (const Sample& sample : Samples()) {
    INFO(sample.name);
    const PdfFacts facts = ReadPdf(sample.bytes);
    const std::set<std::string> outline(facts.outline.begin(), facts.outline.end());
    for (const Section& section : sample.document.sections) {
      INFO(section.number << " " << section.title);
      CHECK(std::any_of(outline.begin(), outline.end(), [&](const std::string& entry) {
        return entry.starts_with(section.number) && entry.ends_with(section.title);
      }));
    }
    REQUIRE(facts.labels.size() == facts.sizes.size());
    for (std::size_t at = 0; at < facts.labels.size(); ++at) CHECK(facts.labels[at] == std::to_string(at + 1));
    CHECK(facts.page_mode == "UseOutlines");
    CHECK(facts.language == "en-US");
  }
}

TEST_CASE("pdf: pages break alike on Letter and A4") {
  const Scratch scratch;
  if (!Has(scratch, "pdftotext")) return;
  for (const Sample& sample : Samples()) {
    INFO(sample.name);
    Document document = sample.document;
    document.paper = Paper::kA4;
    const std::string other = Printed(document);
    CHECK(TextOfPages(other) == TextOfPages(sample.bytes));
    CHECK(Said(other, "qpdf --check \"$PDF\"").find("[status") == std::string::npos);
    for (const auto& [width, height] : ReadPdf(other).sizes) {
      CHECK(width == Approx(595.28).margin(0.5));
      CHECK(height == Approx(841.89).margin(0.5));
    }
  }
}

TEST_CASE("pdf: attachments come out as they went in") {
  const Scratch scratch;
  if (!Has(scratch, "pdfdetach")) return;
  const Sample& sample = Samples().back();
  CHECK(Flat(Said(sample.bytes, "pdfdetach -list \"$PDF\"")) == "2 embedded files 1: empty.txt 2: request.json");
  for (const Attachment& file : sample.document.attachments) {
    const std::string command = "cd \"$(dirname \"$PDF\")\"; pdfdetach -savefile " + file.name + " \"$PDF\"; cat ";
    CHECK(Said(sample.bytes, command + file.name) == file.text);
  }
}

TEST_CASE("pdf: what a request carries are the files beside it") {
  const driver::Compilation compilation = CompileInsurance("2009.dr");
  std::map<std::string, backends::Artifact> built;
  for (backends::Artifact& artifact : driver::BuildAll(compilation, {"request"}))
    built.emplace(artifact.path, std::move(artifact));
  const backends::Artifact& pdf = built.at("request/request.pdf");
  CHECK(pdf.problem.empty());
  const PdfFacts facts = ReadPdf(pdf.text);
  CHECK(facts.attachments.at("request.json") == built.at("request/request.json").text);
  CHECK(pdf.text.find(kContentMark + pdf.content) < 100);
}

}  // namespace hotsite::acceptance
