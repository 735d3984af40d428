#include "tests/acceptance/pdf_fillers.h"

#include <catch2/catch.hpp>

#include "compiler/support/xml_text.h"
#include "tests/acceptance/pdf_tools.h"
#include "tests/harness/files.h"
#include "tests/unit/pdf_reader.h"

namespace hotsite::acceptance {
namespace {

/// Runs `command`, which makes out.pdf of in.pdf and the file `values`.
std::string Filled(const std::string& pdf, const std::string& values, const std::string& command) {
  const Scratch scratch;
  scratch.Write("in.pdf", pdf);
  scratch.Write("values", values);
  constexpr int kSeconds = 60, kMebibytes = 16384;  // pdftk reserves much of what it doesn't use
  const RunResult result = Run(scratch, "cd " + Quoted(scratch / "") + "; " + command, kSeconds, kMebibytes);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  return harness::ReadBytes(scratch / "out.pdf");
}

std::string Xfdf(const Values& values) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xfdf xmlns=\"http://ns.adobe.com/xfdf/\"><fields>\n";
  for (const auto& [name, value] : values)
    text += "<field name=\"" + name + "\"><value>" + XmlText(value) + "</value></field>\n";
  return text + "</fields></xfdf>\n";
}

std::string FillByPdftk(const std::string& pdf, const Values& values) {
  return Filled(pdf, Xfdf(values), "pdftk in.pdf fill_form values output out.pdf");
}

/// On one line, as fill_by_poppler reads it.
std::string OnOneLine(const std::string& value) {
  std::string line;
  for (const char c : value) line += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string(1, c);
  return line;
}

std::string FillByPoppler(const std::string& pdf, const Values& values) {
  std::string lines;
  for (const auto& [name, value] : values) lines += name + "\n" + OnOneLine(value) + "\n";
  return Filled(pdf, lines, Quoted(HOTSITE_FILL_BY_POPPLER) + " in.pdf out.pdf < values");
}

}  // namespace

std::vector<Filler> Fillers() {
  const Scratch scratch;
  std::vector<Filler> fillers = {{"libqpdf", FillByQpdf}};
  if (Has(scratch, "pdftk")) fillers.push_back({"pdftk", FillByPdftk});
  if (*HOTSITE_FILL_BY_POPPLER != '\0') {
    fillers.push_back({"poppler", FillByPoppler});
  } else {
    WARN("libpoppler-glib-dev wasn't installed when the tests were built: PDFs aren't filled by poppler");
  }
  return fillers;
}

}  // namespace hotsite::acceptance
