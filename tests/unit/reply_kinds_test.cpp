// What isn't a reply is told as what it is, with the way out.
#include <catch2/catch.hpp>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/foreign_bytes.h"
#include "compiler/reply/reply.h"
#include "tests/unit/small_pdf.h"

using namespace hotsite;
using reply::ForeignBytes;
using reply::Problem;
using reply::ReadPdf;

namespace {

void Expect(const Problem& problem, Code code, const std::string& what, const std::string& advice) {
  INFO(problem.what << " / " << problem.advice);
  CHECK(problem.code == code.number);
  CHECK(problem.what.find(what) != std::string::npos);
  CHECK(problem.advice.find(advice) != std::string::npos);
}

std::string Wide(const std::string& text) {
  std::string wide;
  for (const char c : text) wide.append({c, '\0'});
  return wide;
}

const std::string kRows =
    "BT /F 9 Tf (Requirement Confirm Deviation) Tj (PLC-001 REQ A SHALL be) Tj (PLC-002 REQ B SHALL be) Tj "
    "(MEM-001 REQ C SHALL have) Tj ET";

}  // namespace

TEST_CASE("reply kinds: files of other kinds by their first bytes") {
  Expect(ForeignBytes(""), codes::kNotAReply, "is empty", "ask the vendor");
  Expect(ForeignBytes("\x89PNG\r\n\x1A\n..."), codes::kNotAReply, "PNG", "reply.csv");
  Expect(ForeignBytes("\xFF\xD8\xFF\xE0"), codes::kNotAReply, "JPEG", "reply.csv");
  Expect(ForeignBytes({"II*\0abc", 7}), codes::kNotAReply, "TIFF", "reply.csv");
  Expect(ForeignBytes("PK\x03\x04....word/document.xml"), codes::kNotAReply, "Word", "reply.csv");
  Expect(ForeignBytes("PK\x03\x04....request.pdf"), codes::kReplyInside, "ZIP", "take the reply out");
  CHECK(ForeignBytes("PK\x03\x04....xl/workbook.xml").code == 0);
  Expect(ForeignBytes("\x1F\x8B\x08"), codes::kReplyInside, "gzip", "take the reply out");
  Expect(ForeignBytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + Wide("__properties_version1.0")), codes::kReplyInside,
         "Outlook", "attached");
  Expect(ForeignBytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + Wide("Workbook")), codes::kNotAReply, "Excel 97",
         "CSV UTF-8");
  Expect(ForeignBytes("Received: from a\r\nSubject: reply\r\nContent-Type: x\r\n\r\n"), codes::kReplyInside, "a mail",
         "attached");
  Expect(ForeignBytes("%FDF-1.2\n"), codes::kFormDataAlone, "FDF", "fill_form");
  Expect(ForeignBytes("<?xml version=\"1.0\"?>\n<xfdf xmlns=\"x\"/>"), codes::kFormDataAlone, "XFDF", "fill_form");
  Expect(ForeignBytes("\xEF\xBB\xBF <!DOCTYPE html><html>"), codes::kNotAReply, "HTML", "reply.csv");
  Expect(ForeignBytes("{\\rtf1"), codes::kNotAReply, "RTF", "reply.csv");
}

TEST_CASE("reply kinds: what may be a table or JSON isn't judged by its bytes") {
  for (const char* text :
       {"id,kind,answer\r\n", "id;kind\n", "\xEF\xBB\xBFid,kind", "{\"request\": 1}", "date: x,y", "From,To\n", "x"}) {
    INFO(text);
    CHECK(ForeignBytes(text).code == 0);
  }
}

TEST_CASE("reply kinds: a PDF without answers says which it is") {
  Expect(ReadPdf(FormPdf({}, kRows)).problem, codes::kFlattenedReply, "its form is gone", "reply.csv");
  Expect(ReadPdf(FormPdf({"/FT /Tx /T (Text1) /V (x)"}, kRows)).problem, codes::kFlattenedReply, "replaced by another",
         "reply.csv");
  Expect(ReadPdf(FormPdf({}, "q 1 0 0 1 0 0 cm BI /W 1 /H 1 ID x\nEI Q")).problem, codes::kScannedReply, "is a scan",
         "reply.csv");
  Expect(ReadPdf(FormPdf({}, "BT /F 9 Tf (Price list) Tj ET")).problem, codes::kForeignPdf, "isn't a filled request",
         "request.pdf");
  Expect(ReadPdf(FormPdf({"/FT /Tx /T (Name) /V (x)"})).problem, codes::kForeignPdf, "isn't a filled request",
         "request.pdf");
  Expect(ReadPdf(FormPdf({}, "", "", "/XFA (x)")).problem, codes::kXfaForm, "XFA", "ordinary PDF");
  Expect(ReadPdf(FormPdf({}, "", "/Collection << >>")).problem, codes::kReplyInside, "portfolio", "save the reply");
}

TEST_CASE("reply kinds: a PDF that can't be read") {
  const std::string whole = FormPdf({"/FT /Tx /T (PLC-001_value) /V (x)"});
  Expect(ReadPdf(whole.substr(0, whole.size() / 2)).problem, codes::kDamagedPdf, "didn't arrive whole",
         "send it again");
  Expect(ReadPdf("%PDF-1.7\n").problem, codes::kDamagedPdf, "didn't arrive whole", "send it again");
  Expect(ReadPdf("").problem, codes::kDamagedPdf, "", "send it again");
  Expect(ReadPdf("%PDF-1.7\nnothing\n%%EOF\n").problem, codes::kDamagedPdf, "is damaged", "send it again");
  CHECK(ReadPdf("junk from a mail gateway\n" + whole).problem.code == 0);
  CHECK(ReadPdf(whole + "\n-- \nScanned by a mail gateway\n").problem.code == 0);
}

TEST_CASE("reply kinds: a repaired PDF is read, and told") {
  std::string pdf = FormPdf({"/FT /Tx /T (PLC-001_value) /V (x)"});
  pdf.replace(pdf.find("startxref\n") + 10, 1, "9");
  const reply::Read read = ReadPdf(pdf);
  REQUIRE(read.problem.code == 0);
  REQUIRE(read.remarks.size() == 1);
  CHECK(read.remarks[0].find("had to be repaired") != std::string::npos);
}

TEST_CASE("reply kinds: too large") {
  Expect(ReadPdf(std::string(reply::kMaxReply + 1, ' ')).problem, codes::kReplyTooLarge, "64", "");
}
