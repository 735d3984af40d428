#include <catch2/catch.hpp>
#include <chrono>

#include "backends/document/content_digest.h"
#include "backends/document/pdf.h"
#include "backends/document/pdf_finish.h"
#include "backends/document/pdf_typed_text.h"
#include "tests/unit/pdf_hand_drawn.h"
#include "tests/unit/pdf_reader.h"

using namespace hotsite;
using namespace hotsite::backends::document;

namespace {

const std::vector<Field> kFields = {
    {Field::Kind::kFixed, "DOC_request", "Number of this request", "", "2009 Zażółć 日本", 12},
    {Field::Kind::kTick, "PLC-001_confirm", "PLC-001 Confirm: VMPROD is a partition", "", "", 1},
    {Field::Kind::kText, "PLC-001_value", "PLC-001 Value", "", "", 12},
    {Field::Kind::kLines, "DEV-01_text", "What will be instead", "", "", 40}};

Document Plain() {
  Document document;
  document.title = "Request <2009> & more";
  document.author = "Zażółć Insurance";
  document.subject = "Disaster recovery";
  document.attachments = {{"request.json", "application/json", "The rows", "{\"a\": \"ż\"}\n"}};
  return document;
}

}  // namespace

TEST_CASE("pdf: a field list, with values, names, hints and room as the document has them") {
  const PdfFacts facts = ReadPdf(FinishPdf(HandDrawn(kFields, 3), Plain()));
  REQUIRE(facts.fields.size() == kFields.size());
  for (std::size_t at = 0; at < kFields.size(); ++at) {
    CHECK(facts.fields[at].name == kFields[at].name);
    CHECK(facts.fields[at].hint == kFields[at].hint);
    CHECK(facts.fields[at].width == Approx(90));
    CHECK(facts.fields[at].height == Approx(20));
    CHECK(facts.fields[at].page == 0);
  }
  CHECK(facts.fields[0].value == "2009 Zażółć 日本");
  CHECK(facts.fields[0].flags == 1);  // read-only
  CHECK(facts.fields[1].type == "Btn");
  CHECK(facts.fields[1].value == "Off");
  CHECK(facts.fields[2].value.empty());
  CHECK(facts.fields[2].length > 12);
  CHECK(facts.fields[3].flags == 1 << 12);  // several lines
  CHECK(facts.fields[3].length == 0);
  CHECK_FALSE(facts.needs_appearances);
}

TEST_CASE("pdf: fields stand in the structure where the pages say so, or nowhere") {
  const PdfFacts facts = ReadPdf(FinishPdf(HandDrawn(kFields, 3), Plain()));
  CHECK_FALSE(facts.fields[0].tagged);  // read-only: its value is a text of the page
  for (const std::size_t at : {1U, 2U, 3U}) CHECK(facts.fields[at].tagged);
  CHECK(facts.tab_order == "S");
  const PdfFacts fewer = ReadPdf(FinishPdf(HandDrawn(kFields, 2), Plain()));
  for (const PdfField& field : fewer.fields) CHECK_FALSE(field.tagged);
  CHECK(fewer.tab_order == "R");
}

TEST_CASE("pdf: what it says of itself") {
  const std::string bytes = FinishPdf(HandDrawn(kFields, 3), Plain());
  const PdfFacts facts = ReadPdf(bytes);
  CHECK(facts.properties.at("Title") == "Request <2009> & more");
  CHECK(facts.properties.at("Author") == "Zażółć Insurance");
  CHECK(facts.properties.at("Creator") == "Hotsite");
  CHECK(facts.properties.count("CreationDate") == 0);
  CHECK(facts.properties.count("ModDate") == 0);
  CHECK(facts.language == "en-US");
  CHECK(facts.tagged);
  CHECK(facts.metadata.find("Request &lt;2009&gt; &amp; more") != std::string::npos);
  CHECK(facts.metadata.find("CreateDate") == std::string::npos);
  CHECK(facts.attachments == std::map<std::string, std::string>{{"request.json", "{\"a\": \"ż\"}\n"}});
  const std::string mark = kContentMark + ContentDigest(Plain());
  CHECK(bytes.find(mark) < 100);
}

TEST_CASE("pdf: the document's date is the file's, and its only one") {
  Document document = Plain();
  document.date = "2009-08-20";
  const PdfFacts facts = ReadPdf(FinishPdf(HandDrawn(kFields, 3), document));
  CHECK(facts.properties.at("CreationDate") == "D:20090820000000Z");
  CHECK(facts.properties.at("ModDate") == "D:20090820000000Z");
  CHECK(facts.metadata.find("<xmp:CreateDate>2009-08-20T00:00:00Z</xmp:CreateDate>") != std::string::npos);
}

TEST_CASE("pdf: a document without fields, properties or attachments is one without a form") {
  DrawnPages drawn = HandDrawn({kFields[1]}, 0);
  drawn.fields.clear();
  const std::string bytes = FinishPdf(drawn, Document());
  CHECK(ReadPdf(bytes).fields.empty());
  CHECK(bytes.find("AcroForm") == std::string::npos);
}

TEST_CASE("pdf: finishing is repeatable, and filling by libqpdf keeps every character") {
  const DrawnPages drawn = HandDrawn(kFields, 3);
  const std::string bytes = FinishPdf(drawn, Plain());
  CHECK(FinishPdf(drawn, Plain()) == bytes);
  const std::map<std::string, std::string> values = {
      {"PLC-001_confirm", "Yes"}, {"PLC-001_value", "Zażółć 日本"}, {"DEV-01_text", "two\nlines"}};
  for (const PdfField& field : ReadPdf(FillByQpdf(bytes, values)).fields) {
    if (values.count(field.name) > 0) CHECK(field.value == values.at(field.name));
  }
}

TEST_CASE("pdf: typed text is as large as its box allows, and never smaller than can be read") {
  const auto fit = [](Field::Kind kind, double width, double height, unsigned columns) {
    return FitTypedText({{kind, "A", "", "", "", columns}, 0, 0, 0, width, height});
  };
  CHECK(fit(Field::Kind::kText, 200, 14, 12).size == 9);
  CHECK(fit(Field::Kind::kText, 200, 14, 12).lines == 1);
  CHECK(fit(Field::Kind::kText, 90, 14, 20).size == Approx(7.5));
  CHECK(fit(Field::Kind::kText, 90, 14, 200).size == 7);
  CHECK(fit(Field::Kind::kText, 200, 40, 12).lines == 3);  // begins at the upper edge, beside the row's first line
  CHECK(fit(Field::Kind::kText, 90, 40, 32).size == 9);    // goes on in the next line rather than getting tiny
  CHECK(fit(Field::Kind::kText, 90, 40, 32).length >= 32);
  CHECK(fit(Field::Kind::kText, 2, 2, 5).length == 1);
  CHECK(fit(Field::Kind::kLines, 200, 60, 40).size == 9);
}

TEST_CASE("pdf: 12,000 fields are finished in a few seconds") {
  std::vector<Field> fields;
  for (int at = 0; at < 12000; ++at) fields.push_back({Field::Kind::kText, "F-" + std::to_string(at), "", "", "", 9});
  const DrawnPages drawn = HandDrawn(fields, fields.size());
  const auto start = std::chrono::steady_clock::now();
  const std::string bytes = FinishPdf(drawn, Document());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  CHECK(ReadPdf(bytes).fields.size() == fields.size());
}
