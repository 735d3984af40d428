#include "tests/acceptance/pdf_tools.h"

#include <catch2/catch.hpp>

#include "backends/document/pdf.h"
#include "backends/request/parts.h"
#include "compiler/driver/build.h"
#include "tests/acceptance/examples.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using namespace backends::document;
namespace drawing = backends::drawing;

Sample Request(const std::string& example, const std::string& file) {
  const driver::Compilation compilation = CompileExample(example, file, ExampleSpec(example, file));
  const backends::BuildInput input = driver::InputOf(compilation);
  Document document = backends::request::BuildDocument(backends::request::MakeRequest(input));
  std::string bytes = Printed(document);
  return {example + "/" + file, std::move(document), std::move(bytes)};
}

drawing::Drawing Picture() {
  drawing::Drawing picture{300, 120, "A picture", "Boxes and lines", {}};
  picture.shapes = {drawing::Box{{5, 5}, 290, 110, 2.2, drawing::Stroke::kSolid, drawing::Fill::kWhite},
                    drawing::Box{{20, 30}, 80, 50, 1.5, drawing::Stroke::kSolid, drawing::Fill::kGrey},
                    drawing::Box{{120, 30}, 80, 50, 0.9, drawing::Stroke::kDashed, drawing::Fill::kHatched},
                    drawing::Line{{{60, 80}, {60, 100}, {280, 100}}, 3, drawing::Stroke::kTwin},
                    drawing::Hop{{160, 100}},
                    drawing::Dot{{60, 100}},
                    drawing::Cross{{160, 55}},
                    drawing::Label{{20, 20}, "VMPROD level 1", 8, drawing::Anchor::kStart, true, false, false},
                    drawing::Label{{280, 96}, "0C10-0C1F", 7, drawing::Anchor::kEnd, false, true, true}};
  return picture;
}

Section Fields() {
  Section section{"2", "What is filled in", {}, true};
  Table table{"Fields", {{"What", false}, {"Where", true}}, {}};
  table.rows.push_back({"text", Field{Field::Kind::kText, "A_text", "A text", "date", "", 10}});
  table.rows.push_back({"tick", Field{Field::Kind::kTick, "A_tick", "A tick", "", "", 1}});
  table.rows.push_back({"lines", Field{Field::Kind::kLines, "A_lines", "Several lines", "", "", 40}});
  section.blocks.push_back(std::move(table));
  section.blocks.push_back(AnswerSheet{{{"PLC-001", "REQ", "PRODA SHALL be a partition.", "So.", true, false, ""},
                                        {"CPU-002", "OPT", "It MAY be either.", "Cost.", true, true, ""},
                                        {"OSA-003", "ASK", "The vendor SHALL state it.", "Why.", false, true, "now"},
                                        {"SCH-004", "INF", "The test begins.", "", false, false, ""}}});
  return section;
}

}  // namespace

Document Everything() {
  Document document;
  document.title = "Request <b>2009</b> & Zażółć";
  document.author = "Zażółć gęślą jaźń";
  document.subject = "Everything";
  document.head = "Everything · revision 2 · DRAFT · 33f7a21ef298";
  document.foot = "Replaces all earlier requests";
  document.draft = true;
  document.facts = {{"Customer", "Ασφάλεια и Страхование"},
                    {"Number", Field{Field::Kind::kFixed, "DOC_request", "Number", "", "Zażółć 2009", 20}}};
  document.cover = {Paragraph{"Below the facts."}};
  document.attachments = {{"request.json", "application/json", "Rows", "{\"name\": \"日本\"}\n"},
                          {"empty.txt", "text/plain", "", ""}};
  Section section{"1", "Words (1) \\ of every kind", {}, false};
  section.blocks = {Paragraph{std::string(300, 'x') + " 日本語 z/VM"},
                    Note{"Due", "2009-10-05"},
                    Subheading{"1.1", "Lists"},
                    List{{"one", "two"}, true},
                    Figure{"Figure 1: a picture", Picture(), "+--+\n|  |\n+--+\n"},
                    Verbatim{"USER DIRECT", "USER LNX001 <x> 1G 2G G\n* ) Tj ET EMC\n"}};
  document.sections = {std::move(section), Fields(), {"3", "Nothing", {}, false}};
  return document;
}

const std::vector<Sample>& Samples() {
  static const std::vector<Sample> samples = [] {
    std::vector<Sample> all = {Request("insurance", "2009.dr"), Request("bank", "2026.dr")};
    all.push_back({"everything", Everything(), Printed(Everything())});
    return all;
  }();
  return samples;
}

std::string Printed(const Document& document) {
  Pdf pdf = RenderPdf(document);
  INFO(pdf.problem);
  REQUIRE(pdf.problem.empty());
  REQUIRE_FALSE(pdf.bytes.empty());
  return std::move(pdf.bytes);
}

bool Has(const Scratch& scratch, const std::string& program) {
  if (Run(scratch, "command -v " + program).exit_code == 0) return true;
  WARN(program << " isn't installed: PDFs go unchecked by it (`./dev test` installs it)");
  SUCCEED("nothing to run");
  return false;
}

std::string Said(const std::string& pdf, const std::string& command) {
  const Scratch scratch;
  scratch.Write("in.pdf", pdf);
  constexpr int kSeconds = 60, kMebibytes = 16384;  // pdftk reserves much of what it doesn't use
  const RunResult result = Run(scratch, "PDF=" + Quoted(scratch / "in.pdf") + "\n" + command, kSeconds, kMebibytes);
  if (result.exit_code == 0 && result.err.empty()) return result.out;
  return result.out + "[status " + std::to_string(result.exit_code) + "] " + result.err;
}

std::vector<std::string> TextOfPages(const std::string& pdf) {
  const std::string all = Said(pdf, "pdftotext -raw -enc UTF-8 \"$PDF\" -");
  std::vector<std::string> pages;
  for (std::size_t at = 0, end = 0; (end = all.find('\f', at)) != std::string::npos; at = end + 1)
    pages.push_back(Flat(std::string_view(all).substr(at, end - at)));
  return pages;
}

std::string Flat(std::string_view text) {
  std::string flat;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) flat += c;
    if (blank && !flat.empty() && flat.back() != ' ') flat += ' ';
  }
  if (flat.ends_with(' ')) flat.pop_back();
  return flat;
}

std::size_t Count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++count;
  return count;
}

}  // namespace hotsite::acceptance
