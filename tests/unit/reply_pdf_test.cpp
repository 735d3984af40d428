// What the PDF reader makes of fields as all kinds of programs leave them.
#include <catch2/catch.hpp>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/reply.h"
#include "tests/unit/small_pdf.h"

using namespace hotsite;
using reply::Read;
using reply::ReadPdf;
using reply::Row;

namespace {

Read ReadForm(const std::vector<std::string>& widgets) { return ReadPdf(FormPdf(widgets)); }

Row RowOf(const std::vector<std::string>& widgets) {
  const Read read = ReadForm(widgets);
  INFO(read.problem.what);
  REQUIRE(read.rows.size() == 1);
  return read.rows.front();
}

std::string Text(const std::string& name, const std::string& value) { return "/FT /Tx /T (" + name + ") /V " + value; }
std::string Box(const std::string& name, const std::string& states) { return "/FT /Btn /T (" + name + ") " + states; }
bool Remarks(const Read& read, const std::string& part) {
  for (const std::string& remark : read.remarks) {
    if (remark.find(part) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("reply pdf: a row has its ticks, value, initials, field and page") {
  const Row row = RowOf({Box("MEM-001_confirm", "/V /Yes /AS /Yes"), Box("MEM-001_deviate", "/V /Off /AS /Off"),
                         Text("MEM-001_value", "(24 GiB)"), Text("MEM-001_initials", "(JS)")});
  CHECK(row.id == "MEM-001");
  CHECK(row.confirm);
  CHECK_FALSE(row.deviate);
  CHECK(row.value == "24 GiB");
  CHECK(row.initials == "JS");
  CHECK(row.field == "MEM-001_value");
  CHECK(row.page == 1);
}

TEST_CASE("reply pdf: any state but Off is a tick") {
  for (const char* states :
       {"/V /Yes /AS /Yes", "/V /On /AS /On", "/V /1", "/AS /Ja", "/V (Yes)", "/V /X /AS /Off", "/V /Off /AS /Yes"}) {
    INFO(states);
    CHECK(RowOf({Box("PLC-001_confirm", states)}).confirm);
  }
  for (const char* states : {"/V /Off /AS /Off", "/V /Off", "", "/V ()", "/V (Off)", "/V 1", "/V null"}) {
    INFO(states);
    CHECK_FALSE(RowOf({Box("PLC-001_confirm", states)}).confirm);
  }
  CHECK(Remarks(ReadForm({Box("PLC-001_confirm", "/V /Off /AS /Yes")}), "PLC-001_confirm"));
  CHECK_FALSE(Remarks(ReadForm({Box("PLC-001_confirm", "/V /Yes /AS /Yes")}), "PLC-001_confirm"));
}

TEST_CASE("reply pdf: text in every encoding that a PDF has, without what commands a terminal") {
  CHECK(RowOf({Text("MEM-001_value", "<FEFF005A006100017C002065E5>")}).value.starts_with("Za"));
  CHECK(RowOf({Text("MEM-001_value", "<FEFF017C65E5D83DDE00>")}).value == "ż日😀");
  CHECK(RowOf({Text("MEM-001_value", "(\\203 caf\\351)")}).value.ends_with("café"));
  CHECK(RowOf({Text("MEM-001_value", "(a\\rb\\nc\\\\d \\(e\\) {f} \"g\")")}).value == "a b c\\d (e) {f} \"g\"");
  CHECK(RowOf({Text("MEM-001_value", "(\\033[31mred \\007)")}).value.find('\x1B') == std::string::npos);
  CHECK(RowOf({Text("MEM-001_value", "<FEFF202E0061>")}).value == "a");
  CHECK(RowOf({Text("MEM-001_value", "(  10 GiB\\n )")}).value == "10 GiB");
  CHECK(RowOf({Text("MEM-001_value", "[(a) (b)]")}).value == "a, b");
  CHECK(RowOf({Text("MEM-001_value", "/Name")}).value == "Name");
  CHECK(RowOf({Text("MEM-001_value", "<< /A (b) >>")}).value.empty());
  CHECK(RowOf({Text("MEM-001_value", "(" + std::string(2 * reply::kMaxCell, 'x') + ")")}).value.size() ==
        reply::kMaxCell);
}

TEST_CASE("reply pdf: names as programs leave them that join forms") {
  for (const char* name :
       {"form1[0].page2[0].PLC-001_value[0]", "req.PLC-001.value", "2009.PLC-001_value", "PLC-001_value[3]"}) {
    INFO(name);
    const Row row = RowOf({Text(name, "(x)")});
    CHECK(row.id == "PLC-001");
    CHECK(row.value == "x");
    CHECK(row.field == name);
  }
}

TEST_CASE("reply pdf: a field within a field, and places of one field") {
  const std::string pdf = FormPdf({"/FT /Tx /T (PLC-001) /V (above) /Kids [7 0 R 8 0 R]", "/T (value) /Parent 6 0 R",
                                   "/T (initials) /V (JS) /Parent 6 0 R"});
  const Read read = ReadPdf(pdf);
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].value == "above");
  CHECK(read.rows[0].initials == "JS");

  const Read places =
      ReadPdf(FormPdf({"/FT /Btn /T (PLC-001_confirm) /V /Off /Kids [7 0 R]", "/AS /Yes /Parent 6 0 R"}));
  REQUIRE(places.rows.size() == 1);
  CHECK(places.rows[0].confirm);
}

TEST_CASE("reply pdf: of copies with one name all that say something else count") {
  CHECK(ReadForm({Text("PLC-001_value", "(a)"), Text("PLC-001_value", "(b)")}).rows.size() == 2);
  CHECK(ReadForm({Text("PLC-001_value", "(a)"), Text("PLC-001_value", "(a)")}).rows.size() == 1);
  CHECK(RowOf({Text("PLC-001_value", "()"), Text("PLC-001_value", "(b)")}).value == "b");
  CHECK(RowOf({Text("a.PLC-001_value", "(b)"), Text("b.PLC-001_value", "()")}).value == "b");
  CHECK(RowOf({Text("a.PLC-001_value", "()"), Text("b.PLC-001_value", "()")}).value.empty());
}

TEST_CASE("reply pdf: the cover, the sign-off and what isn't read") {
  const Read read =
      ReadForm({Text("DOC_request", "(2009)"), Text("DOC_revision", "(2)"), Text("DOC_digest", "(9f86)"),
                Text("PLC-001_value", "(x)"), Text("SGN_S2_vendor_builder_name", "(J. Stone)"),
                Text("CHG_PLC-001_initials", "(JS)"), Text("ACC_PLC-001_found", "(yes)"), Text("Text1", "(hello)"),
                Text("Text2", "()"), "/FT /Sig /T (Sig1) /V << /Name (J. Stone) >>"});
  CHECK(read.request == "2009");
  CHECK(read.revision == "2");
  CHECK(read.digest == "9f86");
  REQUIRE(read.signatures.size() == 3);
  CHECK(read.signatures[0].field == "SGN_S2_vendor_builder_name");
  CHECK(read.signatures[0].text == "J. Stone");
  CHECK(read.signatures[2].text == "digitally signed by J. Stone");
  CHECK(Remarks(read, "Text1"));
  CHECK_FALSE(Remarks(read, "Text2"));
  CHECK(Remarks(read, "section 14"));
  CHECK(Remarks(read, "doesn't verify"));
}

TEST_CASE("reply pdf: the deviations log stands with the rows that it names") {
  const Read read =
      ReadForm({Box("PLC-001_deviate", "/V /Yes"), Box("PLC-002_confirm", "/V /Yes"), Box("PLC-003_confirm", "/V /Off"),
                Text("DEV-01_id", "(plc 1, PLC\\205003)"), Text("DEV-01_offered", "(a guest)"),
                Text("DEV-01_effect", "(slower)"), Text("DEV-01_decision", "(ok)"), Text("DEV-02_id", "(PLC-002 b)"),
                Text("DEV-02_initials", "(JS)"), Text("DEV-03_offered", "(10 GiB)"), Text("DEV-04_id", "(XYZ-009)"),
                Text("DEV-05_id", "()")});
  REQUIRE(read.rows.size() == 3);
  CHECK(read.rows[0].offered == "a guest");
  CHECK(read.rows[0].note == "slower; decision: ok");
  CHECK(read.rows[1].confirm);
  CHECK(read.rows[1].deviate);
  CHECK(read.rows[1].initials == "JS");
  CHECK(read.rows[2].deviate);
  CHECK(read.rows[2].offered == "a guest");
  CHECK(Remarks(read, "PLC-002 is ticked as confirmed, and DEV-02"));
  CHECK(Remarks(read, "DEV-03 of the deviations log names no row: 10 GiB"));
  CHECK(Remarks(read, "DEV-04 of the deviations log names XYZ-009"));
  CHECK_FALSE(Remarks(read, "DEV-05"));
}

TEST_CASE("reply pdf: a field that is on a page alone is read, too") {
  std::string pdf = FormPdf({Text("PLC-001_value", "(x)"), Text("PLC-002_value", "(y)")});
  const std::size_t list = pdf.find("/Fields [6 0 R 7 0 R ]");
  REQUIRE(list != std::string::npos);
  pdf.replace(list, 22, "/Fields [6 0 R       ]");
  CHECK(ReadPdf(pdf).rows.size() == 2);
}

TEST_CASE("reply pdf: comments and marks with their pages") {
  const Read read = ReadPdf(FormPdf({Text("PLC-001_value", "(x)")}, "", "", ""));
  CHECK(read.comments.empty());
  std::string pdf = FormPdf({Text("PLC-001_value", "(x)"), "/Note 1"});
  const std::size_t kind = pdf.rfind("/Subtype /Widget");
  pdf.replace(kind, 16, "/Subtype /Stamp ");
  const Read stamped = ReadPdf(pdf);
  REQUIRE(stamped.comments.size() == 1);
  CHECK(stamped.comments[0].kind == "Stamp");
  CHECK(stamped.comments[0].page == 1);
}

TEST_CASE("reply pdf: forms that run in circles or too deep come to an end") {
  CHECK(ReadPdf(FormPdf({Text("PLC-001_value", "(x)"), "/T (a) /Kids [8 0 R]", "/T (b) /Kids [7 0 R] /Parent 7 0 R"}))
            .problem.code == 0);
  CHECK(ReadPdf(FormPdf({Text("PLC-001_value", "(x)"), "/T (a) /Kids [7 0 R]"})).problem.code == 0);
  CHECK(ReadPdf(FormPdf({Text("PLC-001_value", "(x)"), "/T (a) /Parent 7 0 R"})).problem.code == 0);
  std::vector<std::string> chain = {Text("PLC-001_value", "(x)")};
  for (int at = 0; at < 2000; ++at) chain.push_back("/T (a) /Kids [" + std::to_string(at + 8) + " 0 R]");
  CHECK(ReadPdf(FormPdf(chain)).problem.code == 0);
}

TEST_CASE("reply pdf: what pages say holds nothing that commands a terminal") {
  const Read read = ReadPdf(FormPdf({Text("PLC-001_value", "(x)")},
                                    "BT /F 9 Tf (a\\033[31mb\\007) Tj ET /Span << /ActualText (\\377c) >> BDC EMC"));
  CHECK(read.words.find("a[31mb") != std::string::npos);
  CHECK(read.words.find("\uFFFDc") != std::string::npos);
}
