// A request's PDF goes out, is filled in by programs that aren't ours, comes back and is read.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <map>

#include "backends/document/pdf.h"
#include "backends/request/parts.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/driver/build.h"
#include "compiler/driver/confined_reply.h"
#include "compiler/reply/reply.h"
#include "compiler/reply/transfer.h"
#include "compiler/reply/wording.h"
#include "compiler/requirements/ledger.h"
#include "tests/acceptance/examples.h"
#include "tests/acceptance/pdf_fillers.h"
#include "tests/acceptance/pdf_tools.h"
#include "tests/acceptance/vendor_answers.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using backends::document::AnswerSheet;
using backends::document::Document;
using reply::Read;
using reply::ReadPdf;

/// A request as it is sent, with its rows as the ledger has them.
struct Sent {
  std::string name;
  Document document;
  std::string pdf;
  std::map<std::string, requirements::IssuedRow> rows;

  requirements::IssuedRows issued() const {
    requirements::IssuedRows pointers;
    for (const auto& [id, row] : rows) pointers[id] = &row;
    return pointers;
  }
};

Sent SentOf(const std::string& name, const driver::Compilation& compilation) {
  REQUIRE(compilation.model);
  Sent sent;
  sent.name = name;
  const backends::BuildInput input = driver::InputOf(compilation);
  sent.document = backends::request::BuildDocument(backends::request::MakeRequest(input));
  sent.pdf = Printed(sent.document);
  for (const requirements::Requirement& row : compilation.requirements.all)
    sent.rows[row.id] = requirements::Freeze(row);
  return sent;
}

Sent SentOf(const std::string& example, const std::string& file) {
  return SentOf(example + "/" + file, CompileExample(example, file, ExampleSpec(example, file)));
}

const Sent& Insurance() {
  static const Sent sent = SentOf("insurance", "2009.dr");
  return sent;
}

/// Words that break out of careless programs; as long as their fields take.
Values Hostile() {
  Values values = AnswersOf2009();
  values["OSA-004_value"] = "Zażółć \"0C00\" {0C02} \\ (x)";
  values["OSA-005_value"] = "日本 <b>&amp; ' ; $(x) %0A";
  values["OSA-006_value"] = "0C20-0C22) /V (x";
  values["HSK-004_initials"] = "Ż日";
  values["PLC-001_confirm"] = "Off";
  values["PLC-001_deviate"] = "Yes";
  values["DEV-01_id"] = "PLC-001";
  values["DEV-01_offered"] = "a guest\nof VENDORVM";
  values["DEV-01_effect"] = "line 1\nline 2 \\n";
  values["SGN_S2_vendor_builder_name"] = "J. Stone";
  return values;
}

/// What a reply made of `values` must read like, by field.
void CheckRead(const Read& read, const Values& values) {
  const auto ticked = [&](const std::string& field) { return values.count(field) > 0 && values.at(field) == "Yes"; };
  const auto typed = [&](const std::string& field) {
    return values.count(field) > 0 ? values.at(field) : std::string();
  };
  REQUIRE(read.problem.code == 0);
  CHECK(read.rows.size() > 50);
  for (const reply::Row& row : read.rows) {
    INFO(row.id);
    CHECK(row.confirm == ticked(row.id + "_confirm"));
    CHECK(row.deviate == ticked(row.id + "_deviate"));
    CHECK(row.value == typed(row.id + "_value"));
    CHECK(row.initials == typed(row.id + "_initials"));
    CHECK(row.page > 1);
  }
  CHECK(read.digest.size() == 64);
  CHECK(read.remarks.empty());
}

const reply::Row& RowOf(const Read& read, const std::string& id) {
  const auto row =
      std::find_if(read.rows.begin(), read.rows.end(), [&](const reply::Row& one) { return one.id == id; });
  REQUIRE(row != read.rows.end());
  return *row;
}

/// Whether the wording of a reply is that of what was sent, by rows and as a whole.
void CheckWording(const Read& read, const Sent& sent) {
  const reply::Wording wording = reply::CompareWording(read.words, sent.issued());
  CHECK(wording.compared);
  CHECK(wording.unread.empty());
  for (const reply::AlteredRow& row : wording.altered)
    FAIL_CHECK(row.id << ": " << row.difference.issued << " / " << row.difference.reads);
  const auto difference = reply::FirstDifference(ReadPdf(sent.pdf).words, read.words);
  if (difference) FAIL_CHECK(difference->issued << " / " << difference->reads);
}

/// What `command` makes of the PDF: `$PDF` in, `$OUT` out.
std::string Made(const std::string& pdf, const std::string& command) {
  const Scratch scratch;
  scratch.Write("in.pdf", pdf);
  constexpr int kSeconds = 60, kMebibytes = 16384;
  const RunResult run =
      Run(scratch, "PDF=" + Quoted(scratch / "in.pdf") + " OUT=" + Quoted(scratch / "out.pdf") + "\n" + command,
          kSeconds, kMebibytes);
  INFO(run.err);
  REQUIRE(run.exit_code == 0);
  return harness::ReadBytes(scratch / "out.pdf");
}

}  // namespace

TEST_CASE("reply pdf: the same answers come back, whoever filled them in") {
  const Values values = Hostile();
  std::string first;
  for (const Filler& filler : Fillers()) {
    INFO(filler.name);
    Read read = driver::ReadReplyConfined(filler.fill(Insurance().pdf, values), ReadPdf);
    CheckRead(read, values);
    CHECK(RowOf(read, "PLC-001").offered == "a guest of VENDORVM");
    CHECK(RowOf(read, "PLC-001").note == "line 1 line 2 \\n");
    REQUIRE(read.signatures.size() == 1);
    CHECK(read.signatures[0].text == "J. Stone");
    CheckWording(read, Insurance());
    const std::string packed = reply::Pack(read);
    if (first.empty()) first = packed;
    CHECK(packed == first);
  }
}

TEST_CASE("reply pdf: nobody is accused of changing a request of the examples") {
  const Scratch scratch;
  std::vector<std::pair<std::string, std::string>> savers = {{"qpdf", "qpdf \"$PDF\" \"$OUT\""},
                                                             {"qpdf, unpacked", "qpdf --qdf \"$PDF\" \"$OUT\""}};
  if (Has(scratch, "pdftk")) savers.emplace_back("pdftk", "pdftk \"$PDF\" output \"$OUT\"");
  if (Has(scratch, "mutool")) savers.emplace_back("mutool", "mutool clean \"$PDF\" \"$OUT\"");
  for (const auto& [example, file] : std::vector<std::pair<std::string, std::string>>{
           {"insurance", "2007.dr"}, {"insurance", "2008.dr"}, {"insurance", "2009.dr"}, {"bank", "2026.dr"}}) {
    INFO(example << "/" << file);
    const Sent sent = SentOf(example, file);
    CheckWording(ReadPdf(sent.pdf), sent);
    for (const auto& [name, command] : savers) {
      INFO(name);
      CheckWording(ReadPdf(Made(sent.pdf, command)), sent);
    }
  }
}

TEST_CASE("reply pdf: a row that was changed is found, and only that one") {
  Sent sent = Insurance();
  for (auto& section : sent.document.sections) {
    for (auto& block : section.blocks) {
      auto* sheet = std::get_if<AnswerSheet>(&block);
      if (sheet == nullptr) continue;
      for (auto& row : sheet->rows) {
        const std::size_t at = row.id == "MEM-003" ? row.text.find("24") : std::string::npos;
        if (at != std::string::npos) row.text.replace(at, 2, "10");
      }
    }
  }
  const Read read = ReadPdf(Printed(sent.document));
  const reply::Wording wording = reply::CompareWording(read.words, sent.issued());
  REQUIRE(wording.compared);
  REQUIRE(wording.altered.size() == 1);
  CHECK(wording.altered[0].id == "MEM-003");
  CHECK(wording.altered[0].difference.issued.find("at least 24 GiB") != std::string::npos);
  CHECK(wording.altered[0].difference.reads.find("at least 10 GiB") != std::string::npos);
}

TEST_CASE("reply pdf: fixed words of a request that were changed are found, too") {
  Sent sent = Insurance();
  const std::string before = ReadPdf(sent.pdf).words;
  sent.document.cover = {backends::document::Paragraph{"This request replaces no earlier request."}};
  const auto difference = reply::FirstDifference(before, ReadPdf(Printed(sent.document)).words);
  REQUIRE(difference);
  CHECK(difference->issued.find("replaces every earlier request") != std::string::npos);
  CHECK(difference->reads.find("replaces no earlier request") != std::string::npos);
}

TEST_CASE("reply pdf: a row longer than a page, and sentences in other scripts") {
  Document document = Everything();
  std::string names;
  for (int at = 0; at < 1500; ++at) names += "LNX" + std::to_string(1000 + at) + ", ";
  Sent sent;
  for (auto& block : document.sections[1].blocks) {
    if (auto* sheet = std::get_if<AnswerSheet>(&block)) {
      sheet->rows = {
          {"PLC-001", "ASK", "The vendor SHALL state it for " + names + "each.", "Why.", false, true, "2009-08-20"},
          {"CPU-002", "REQ", "Zażółć gęślą jaźń, 日本語 and efficient fluff SHALL be.", "So.", true, false, "", "b"}};
      for (const auto& row : sheet->rows) {
        requirements::IssuedRow& issued = sent.rows[row.id];
        issued.kind = row.kind == "ASK" ? requirements::Kind::kQuestion : requirements::Kind::kDemand;
        issued.sentence = row.text;
        issued.edition = row.edition;
      }
    }
  }
  sent.pdf = Printed(document);
  CheckWording(ReadPdf(sent.pdf), sent);
}

TEST_CASE("reply pdf: what other programs make of a request says what it is") {
  const Scratch scratch;
  const std::string filled = Fillers().front().fill(Insurance().pdf, AnswersOf2009());
  const auto code_of = [](const std::string& pdf) { return driver::ReadReplyConfined(pdf, ReadPdf).problem.code; };
  CHECK(code_of(Made(filled, "qpdf --generate-appearances --flatten-annotations=all \"$PDF\" \"$OUT\"")) ==
        codes::kFlattenedReply.number);
  CHECK(code_of(Made(filled, "qpdf --encrypt secret owner 256 -- \"$PDF\" \"$OUT\"")) == codes::kProtectedReply.number);
  CHECK(code_of(Made(filled, "qpdf --encrypt '' owner 256 -- \"$PDF\" \"$OUT\"")) == 0);
  CHECK(code_of(Made(filled, "head -c 100000 \"$PDF\" > \"$OUT\"")) == codes::kDamagedPdf.number);
  if (Has(scratch, "pdftocairo"))
    CHECK(code_of(Made(filled, "pdftocairo -pdf \"$PDF\" \"$OUT\"")) == codes::kFlattenedReply.number);
  if (Has(scratch, "pdftk"))
    CHECK(code_of(Made(filled, "pdftk \"$PDF\" output \"$OUT\" flatten")) == codes::kFlattenedReply.number);
}

TEST_CASE("reply pdf: a thousand requirements are read in no time") {
  Document document = Insurance().document;
  for (auto& section : document.sections) {
    for (auto& block : section.blocks) {
      auto* sheet = std::get_if<AnswerSheet>(&block);
      if (sheet == nullptr || sheet->rows.empty() || sheet->rows[0].id != "PLC-001") continue;
      for (int at = 100; at < 1050; ++at) {
        sheet->rows.push_back(sheet->rows[0]);
        sheet->rows.back().id = "PLC-" + std::to_string(at);
      }
    }
  }
  const std::string pdf = Printed(document);
  const auto before = std::chrono::steady_clock::now();
  const Read read = driver::ReadReplyConfined(pdf, ReadPdf);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
  CHECK(read.rows.size() > 1000);
  CHECK(took.count() < 5);  // without optimisation, on a busy machine
}

}  // namespace hotsite::acceptance
