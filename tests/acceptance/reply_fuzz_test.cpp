// Replies with bytes changed, cut out and put in: each is answers or a problem, and none gets the better of the reader.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "backends/document/pdf.h"
#include "backends/request/parts.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/driver/build.h"
#include "compiler/driver/confined_reply.h"
#include "compiler/requirements/reply_csv.h"
#include "tests/acceptance/examples.h"
#include "tests/acceptance/pdf_tools.h"
#include "tests/unit/pdf_reader.h"
#include "tests/unit/small_pdf.h"

namespace hotsite::acceptance {
namespace {

using reply::Read;

/// A form with one of everything, filled in: small, so that many can be tried.
std::string Filled() {
  return FillByQpdf(Printed(Everything()),
                    {{"PLC-001_confirm", "Yes"}, {"CPU-002_value", "Zażółć 日本"}, {"OSA-003_value", "0C00-0C05"}});
}

std::string Unpacked(const std::string& pdf) {
  const Scratch scratch;
  scratch.Write("in.pdf", pdf);
  const RunResult run = Run(scratch, "qpdf --qdf --object-streams=disable " + Quoted(scratch / "in.pdf") + " -");
  REQUIRE(run.exit_code == 0);
  return run.out;
}

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::string Mutated(std::string bytes, const std::string& other) {
    const std::size_t rounds = 1 + Below(6);
    for (std::size_t round = 0; round < rounds && !bytes.empty(); ++round) Once(bytes, other);
    return bytes;
  }

 private:
  std::size_t Below(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(random_); }

  void Once(std::string& bytes, const std::string& other) {
    const std::size_t at = Below(bytes.size()), length = 1 + Below(64);
    switch (Below(7)) {
      case 0:
        bytes[at] = static_cast<char>(Below(256));
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, bytes.substr(Below(bytes.size()), length));
        break;
      case 3:
        bytes.insert(at, other.substr(Below(other.size()), 16 * length));
        break;
      case 4:
        bytes.resize(at + 1);
        break;
      case 5:
        Digits(bytes, at);
        break;
      default:
        bytes.replace(at, 1, Strange());
    }
  }

  /// Another number: of an object, an offset, a length.
  void Digits(std::string& bytes, std::size_t at) {
    const std::size_t digit = bytes.find_first_of("0123456789", at);
    if (digit != std::string::npos) bytes[digit] = static_cast<char>('0' + Below(10));
  }

  const char* Strange() {
    static constexpr const char* kStrange[] = {
        "[",    "<<",          ">>",     "(",       ")",        "99999999999999999999",
        "-1",   "%%EOF",       "endobj", "/Kids",   "/Parent",  "\"",
        "\r\n", ";",           "{",      "\\u0000", "\xFF\xFE", "stream\n",
        "R",    "/FlateDecode"};
    return kStrange[Below(std::size(kStrange))];
  }

  std::mt19937 random_;
};

/// Answers, or a problem with a way out; then the rest doesn't count (reply.h).
void CheckSound(const std::string& bytes, Read (*reader)(std::string_view)) {
  const Read read = driver::ReadReplyConfined(bytes, reader);
  CHECK(read.problem.code != codes::kReaderStopped.number);
  if (read.problem.code == 0) return;
  CHECK_FALSE(read.problem.what.empty());
  CHECK_FALSE(read.problem.advice.empty());
}

void Fuzz(const std::string& reply, const std::string& other, Read (*reader)(std::string_view), unsigned rounds) {
  if (std::getenv("HOTSITE_EVERY") != nullptr) rounds *= 50;
  for (unsigned seed = 0; seed < rounds; ++seed) {
    INFO("seed " << seed);
    CheckSound(Mutator(seed).Mutated(reply, other), reader);
  }
}

}  // namespace

TEST_CASE("reply fuzz: PDFs as they are sent, and with nothing packed") {
  const std::string filled = Filled(), unpacked = Unpacked(filled);
  REQUIRE(reply::ReadPdf(filled).rows.size() == 3);
  Fuzz(filled, unpacked, reply::ReadPdf, 100);
  Fuzz(unpacked, filled, reply::ReadPdf, 150);
}

TEST_CASE("reply fuzz: small PDFs, where each byte counts") {
  const std::string pdf = FormPdf({"/FT /Tx /T (PLC-001_value) /V (x)", "/FT /Btn /T (PLC-001) /V /Off /Kids [8 0 R]",
                                   "/T (confirm) /AS /Yes /Parent 7 0 R", "/FT /Tx /T (DEV-01_id) /V (PLC-001)"},
                                  "q /Artifact BMC BT /F 9 Tf [(PLC-001) -300 (REQ)] TJ ET EMC Q BI ID x EI");
  Fuzz(pdf, pdf, reply::ReadPdf, 600);
}

TEST_CASE("reply fuzz: tables and JSON as they are sent, filled in") {
  const driver::Compilation compilation = CompileInsurance("2009.dr");
  REQUIRE(compilation.model);
  const backends::BuildInput input = driver::InputOf(compilation);  // which the request refers to
  const backends::request::Request request = backends::request::MakeRequest(input);
  std::vector<const requirements::Requirement*> rows;
  for (const requirements::Requirement& row : compilation.requirements.all) rows.push_back(&row);
  std::string csv = requirements::ReplyCsv(requirements::RequestName("2009", 0, compilation.digest()), rows);
  std::string json = backends::request::JsonText(request);
  REQUIRE(csv.find("REQ,,,") != std::string::npos);
  csv.replace(csv.find("REQ,,,"), 6, "REQ,confirm,\"a \"\"b\"\", c\",");
  const std::string empty = "\"answer\": \"\"";
  json.replace(json.find(empty), empty.size(), "\"answer\": \"confirm\"");
  REQUIRE_FALSE(reply::ReadReply(csv).rows.empty());
  REQUIRE_FALSE(reply::ReadReply(json).rows.empty());
  Fuzz(csv, json, reply::ReadReply, 150);
  Fuzz(json, csv, reply::ReadReply, 150);
}

TEST_CASE("reply fuzz: a page that unpacks to more than a reply may") {
  const std::string bomb = Deflated(std::string(300u << 20, ' '));
  std::string pdf = FormPdf({"/FT /Tx /T (PLC-001_value) /V (x)"}, bomb);
  pdf.replace(pdf.find("<<  /Length"), 3, "<< /Filter /FlateDecode ");
  const Read read = driver::ReadReplyConfined(pdf, reply::ReadPdf);
  CHECK(read.problem.code == codes::kReplyTooLarge.number);
}

TEST_CASE("reply fuzz: what is nested without end") {
  for (const char* open : {"[", "<< /A ", "("}) {
    std::string deep;
    for (int at = 0; at < 200'000; ++at) deep += open;
    const Read in_value = driver::ReadReplyConfined(FormPdf({"/FT /Tx /T (PLC-001_value) /V " + deep}), reply::ReadPdf);
    CHECK(in_value.problem.code != codes::kReaderStopped.number);
    const Read on_page =
        driver::ReadReplyConfined(FormPdf({"/FT /Tx /T (PLC-001_value) /V (x)"}, deep), reply::ReadPdf);
    CHECK(on_page.problem.code == 0);
    CHECK(on_page.rows.size() == 1);
  }
  const Read in_json = driver::ReadReplyConfined("{\"answers\": " + std::string(200'000, '['));
  CHECK(in_json.problem.code != 0);
  CHECK(in_json.problem.code != codes::kReaderStopped.number);
}

}  // namespace hotsite::acceptance
