// The two years of examples/insurance, by what the vendor answers: in 2007 a guest of its z/VM with 10 GiB instead of a
// partition with 24, in 2009 all that was asked for. Each thing that isn't as asked is told once, with its row.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/diagnostics/render.h"
#include "compiler/driver/agreement.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/support/sha256.h"
#include "tests/acceptance/vendor_answers.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

/// The insurance example from disk, and a contract in memory.
class WithContract : public check::SourceProvider {
 public:
  explicit WithContract(std::string text) : text_(std::move(text)) {}
  std::optional<std::string> Read(const std::string& path, std::string* problem) override {
    return path == "contract.dr" ? std::optional(text_) : disk_.Read(path, problem);
  }
  bool Has(const std::string& path) override { return path == "contract.dr" || disk_.Has(path); }

 private:
  std::string text_;
  driver::DiskSources disk_;
};

std::string SpecOf(const std::string& year) { return "examples/insurance/" + year + ".dr"; }

std::string Get(const Values& values, const std::string& field) {
  const auto found = values.find(field);
  return found == values.end() ? std::string() : found->second;
}

/// What `hotsite reply` makes of the filled form.
std::string ContractOf(const std::string& year, const Values& values, const std::string& accepted = "") {
  driver::DiskSources disk;
  const auto asked = driver::Compile(SpecOf(year), disk, driver::Depth::kModel);
  std::string lines;
  for (const requirements::Requirement& row : asked.requirements.all) {
    const std::string value = Get(values, row.id + "_value");
    const bool confirm = !Get(values, row.id + "_confirm").empty();
    const bool deviate = !Get(values, row.id + "_deviate").empty();
    std::string word = confirm ? "confirm" : deviate ? "deviate" : value.empty() ? "unanswered" : "answer";
    if (word == "unanswered" && row.kind == requirements::Kind::kInformation) continue;
    const std::string edition = row.edition.empty() ? "" : " " + row.edition;
    lines += fmt::format("    {} {}{}{}\n", word, row.id, edition, value.empty() ? "" : fmt::format(" \"{}\"", value));
  }
  return fmt::format("hotsite 1\n\ncontract \"{}\" {{\n  reply \"vendor-reply.pdf\" {{\n{}  }}\n{}}}\n", year, lines,
                     accepted);
}

struct Told {
  std::map<std::string, std::string> errors;  // by code: the notes
  std::string text;
  std::size_t accepted = 0;
  std::size_t open = 0;  // places that wait for the vendor
};

Told Check(const std::string& year, const std::string& contract) {
  WithContract files(contract);
  const auto agreement = driver::CompileAgreement(SpecOf(year), "contract.dr", files);
  Told told;
  for (const Diagnostic& finding : agreement->promised.findings) {
    if (finding.severity != Severity::kError) continue;
    std::string& notes = told.errors[finding.code.ToString()];
    for (const std::string& note : finding.notes) notes += note + "\n";
  }
  told.text = RenderTerminal(agreement->promised.findings, agreement->promised.sources, {});
  if (!agreement->promised.model) return told;
  told.accepted = agreement->promised.model->accepted.size();
  told.open = agreement->promised.model->holes.size();
  return told;
}

std::set<std::string> CodesOf(const Told& told) {
  std::set<std::string> codes;
  for (const auto& [code, notes] : told.errors) codes.insert(code);
  return codes;
}

TEST_CASE("2007: five things aren't as asked, and each is told by what it does") {
  const Told told = Check("2007", ContractOf("2007", AnswersOf2007()));
  INFO(told.text);
  REQUIRE(CodesOf(told) == std::set<std::string>{"HS2001", "HS2105", "HS2204", "HS2206", "HS2407"});
  CHECK(std::count(told.text.begin(), told.text.end(), '\n') > 0);
  CHECK(told.text.find("hotsite: 5 errors") != std::string::npos);
  const std::map<std::string, std::string> rows{{"HS2001", "PLC-003"},
                                                {"HS2105", "CPU-007"},
                                                {"HS2204", "MEM-003"},
                                                {"HS2206", "XST-001"},
                                                {"HS2407", "HSK-001"}};
  for (const auto& [code, row] : rows) CHECK(told.errors.at(code).find(row + " (") != std::string::npos);
  CHECK(told.errors.at("HS2001").find("with PLC-003: PLC-004") != std::string::npos);
  CHECK(told.errors.at("HS2407").find("HSK-004") != std::string::npos);
}

TEST_CASE("2007: what is accepted is silent, and the rest stays") {
  const std::string accepted =
      "  accept deviation MEM-003 of 10 GiB because \"half of the guests\"\n"
      "  accept deviation HSK-001 because \"no databases this year\"\n";
  const Told told = Check("2007", ContractOf("2007", AnswersOf2007(), accepted));
  INFO(told.text);
  CHECK(CodesOf(told) == std::set<std::string>{"HS2001", "HS2105", "HS2206"});
  CHECK(told.accepted == 2);
  // Accepted was 10 GiB, not whatever is offered.
  Values less = AnswersOf2007();
  less["MEM-003_value"] = "8 GiB";
  CHECK(CodesOf(Check("2007", ContractOf("2007", less, accepted))).contains("HS2204"));
}

TEST_CASE("2009: all is confirmed, and no place is left open") {
  const Told told = Check("2009", ContractOf("2009", AnswersOf2009()));
  INFO(told.text);
  CHECK(told.errors.empty());
  CHECK(told.open == 0);
}

TEST_CASE("2009: a row without an answer is an error before the test") {
  Values values = AnswersOf2009();
  values.erase("OSA-005_value");
  const Told told = Check("2009", ContractOf("2009", values));
  INFO(told.text);
  CHECK(CodesOf(told) == std::set<std::string>{"HS4109"});
  CHECK(told.open == 1);
}

TEST_CASE("a kept reply that isn't the one that was read is told") {
  const auto contract = [](const std::string& file, const std::string& digest) {
    std::string text = ContractOf("2009", AnswersOf2009());
    const std::string reply = "reply \"vendor-reply.pdf\"";
    text.replace(text.find(reply), reply.size(), fmt::format("{} file \"{}\" sha256 \"{}\"", reply, file, digest));
    return text;
  };
  // The contract stands in the folder that tests run in, the top of the tree.
  const std::string licence = Sha256Hex(harness::ReadBytes("LICENSE"));
  CHECK(Check("2009", contract("LICENSE", licence)).errors.empty());
  CHECK(CodesOf(Check("2009", contract("LICENSE", std::string(64, '0')))) == std::set<std::string>{"HS4154"});
  CHECK(Check("2009", contract("replies/not-there.pdf", licence)).errors.empty());
  CHECK(Check("2009", contract("/etc/passwd", licence)).errors.empty());
  CHECK(Check("2009", contract("tests/../LICENSE", std::string(64, '0'))).errors.empty());
}

}  // namespace
}  // namespace hotsite::acceptance
