// Every rule and every code explains itself, and its examples do what they say.
#include "compiler/rules/rules.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "compiler/diagnostics/codes.h"
#include "tests/harness/cases.h"
#include "tests/harness/contract_cases.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {
namespace {

/// Codes that no case file can show, and why. One that is shown nevertheless must leave this list.
const std::map<std::string, std::string>& Exempt() {
  static const std::map<std::string, std::string> exempt = {
      {"HS0003", "needs a file of more words than one would check in"},
      {"HS0016", "needs hundreds of errors in one file: acceptance/hostile_test"},
      {"HS3001", "is about a build, not a check: acceptance/build_test"},
      {"HS9002", "is about the output folder: acceptance/build_test"},
      {"HS9003", "is about the ledger beside the spec: acceptance/build_test"},
      {"HS9005", "is about a program beside Hotsite: acceptance/plugin_test"},
      {"HS9006", "is about files that were built: acceptance/verify_test"},
      {"HS9007", "is about the ledger beside the spec: acceptance/verify_test"},
      {"HS9004", "needs more files than one would check in: acceptance/hostile_test"},
      {"HS4154", "is about a file beside the contract: acceptance/contract_story_test"},
  };
  return exempt;
}

std::set<std::string> CodesShownByCases() {
  std::set<std::string> codes;
  for (const Case& one : RunAllCases()) {
    for (const Diagnostic& finding : one.result.findings) codes.insert(finding.code.ToString());
  }
  for (const ContractCase& one : RunContractCases()) codes.insert(one.codes.begin(), one.codes.end());
  return codes;
}

/// Prose that tells something: more than a line, with sentences.
bool Explains(std::string_view text) { return text.size() > 200 && text.find('.') != std::string_view::npos; }

std::string Findings(const driver::Compilation& result) {
  std::string errors = CodesOf(result.findings, Severity::kError);
  const std::string warnings = CodesOf(result.findings, Severity::kWarning);
  return errors + (errors.empty() || warnings.empty() ? "" : " ") + warnings;
}

TEST_CASE("every rule has a title, an explanation, and two examples that do what they say") {
  for (const rules::RuleInfo& info : rules::AllRules()) {
    INFO(info.code.ToString() << " " << info.name);
    REQUIRE(info.rule->run != nullptr);
    CHECK(!info.rule->title.empty());
    CHECK(Explains(info.rule->explanation));
    const driver::Compilation bad = CompileText(std::string(info.rule->bad));
    {
      INFO(Rendered(bad));
      CHECK(Findings(bad) == info.code.ToString());
    }
    const driver::Compilation good = CompileText(std::string(info.rule->good));
    INFO(Rendered(good));
    CHECK(Findings(good).empty());
  }
}

TEST_CASE("every code has a title and an explanation") {
  for (const CodeInfo& info : AllCodes()) {
    INFO(info.code.ToString() << " " << info.name);
    CHECK(!info.title.empty());
    CHECK(Explains(info.explanation));
  }
}

TEST_CASE("every code is shown by a case file, or says why it can't be") {
  const std::set<std::string> shown = CodesShownByCases();
  std::vector<std::pair<std::string, std::string>> codes;
  for (const CodeInfo& info : AllCodes()) codes.emplace_back(info.code.ToString(), info.name);
  for (const rules::RuleInfo& info : rules::AllRules()) codes.emplace_back(info.code.ToString(), info.name);
  for (const auto& [code, name] : codes) {
    INFO(code << " " << name);
    // 40xx is about the file of a reply, which no spec shows: acceptance/reply_*_test.
    CHECK(shown.contains(code) != (code.starts_with("HS40") || Exempt().contains(code)));
  }
}

TEST_CASE("numbers belong to one code or rule, in their range") {
  std::set<std::uint16_t> numbers;
  for (const CodeInfo& info : AllCodes()) {
    INFO(info.code.ToString());
    CHECK(numbers.insert(info.code.number).second);
    CHECK(info.code.number / 1000 != 2);
  }
  for (const rules::RuleInfo& info : rules::AllRules()) {
    INFO(info.code.ToString());
    CHECK(numbers.insert(info.code.number).second);
    CHECK(info.code.number / 1000 == 2);
  }
}

}  // namespace
}  // namespace hotsite::harness
