// Forms as people fill them; whatever a program does to the file, the values come back.
#include <catch2/catch.hpp>

#include "backends/document/fields.h"
#include "tests/acceptance/pdf_fillers.h"
#include "tests/acceptance/pdf_tools.h"
#include "tests/unit/pdf_reader.h"

namespace hotsite::acceptance {
namespace {

using namespace backends::document;

/// A value for every field that can be filled, different in most. Poppler embeds a font for each field with Japanese
/// text, which takes it a tenth of a second, so only some have it.
Values Answers(const Document& document) {
  constexpr std::size_t kJapanese = 5;
  Values values;
  std::size_t texts = 0;
  for (const Field& field : AllFields(document)) {
    if (field.kind == Field::Kind::kFixed) continue;
    if (field.kind == Field::Kind::kTick) {
      values[field.name] = "Yes";
    } else {
      const std::string number = std::to_string(texts);
      values[field.name] = ++texts <= kJapanese ? "Ż日" : field.columns < 20 ? "Żó" : "Zażółć gęślą jaźń " + number;
    }
  }
  return values;
}

/// Every field has its value, or the one that it is printed with.
void CheckFilled(const std::vector<Field>& fields, const std::string& filled, const Values& values) {
  std::map<std::string, std::string> read;
  for (const PdfField& field : ReadPdf(filled).fields) read[field.name] = field.value;
  CHECK(read.size() == fields.size());
  for (const Field& field : fields) {
    INFO(field.name);
    CHECK(read[field.name] == (field.kind == Field::Kind::kFixed ? field.value : values.at(field.name)));
  }
}

}  // namespace

TEST_CASE("pdf: values come back from every program that fills forms") {
  for (const Filler& filler : Fillers()) {
    for (const Sample& sample : Samples()) {
      INFO(filler.name << " " << sample.name);
      const Values values = Answers(sample.document);
      const std::string filled = filler.fill(sample.bytes, values);
      CheckFilled(AllFields(sample.document), filled, values);
      // Poppler leaves our bytes as they are and adds its own: that proves a reply's wording.
      if (filler.name == "poppler") CHECK(filled.starts_with(sample.bytes));
    }
  }
}

TEST_CASE("pdf: filling twice in the same way gives the same file") {
  const Sample& sample = Samples().front();
  const Values values = Answers(sample.document);
  CHECK(FillByQpdf(sample.bytes, values) == FillByQpdf(sample.bytes, values));
}

}  // namespace hotsite::acceptance
