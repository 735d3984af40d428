// Messages keep to one style: observed fact first, no period, code in backticks, none of the parser's own words.
#include <catch2/catch.hpp>
#include <cctype>
#include <string>
#include <string_view>

#include "compiler/rules/rules.h"
#include "tests/harness/cases.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {
namespace {

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsUpper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

/// A lower-case word, quoted code, a number, or a name that is written with capitals (VMPROD, LPAR, SLES, Linux).
bool StartsWell(std::string_view text) {
  if (text.empty()) return false;
  if (!IsUpper(text[0])) return true;
  const std::string_view word = text.substr(0, text.find(' '));
  if (word == "Linux" || word == "HiperSockets") return true;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (IsUpper(word[i]) || std::isdigit(static_cast<unsigned char>(word[i])) != 0) return true;
  }
  return word.size() == 1;  // "I", "A …" never start ours; a one-letter name may
}

std::size_t CountOfChar(std::string_view text, char wanted) {
  std::size_t count = 0;
  for (const char c : text) count += c == wanted ? 1 : 0;
  return count;
}

/// Words of the parser generator, of standards lawyers, and of politeness, that say nothing to a system programmer.
constexpr std::string_view kBanned[] = {"mismatched",   "extraneous", "no viable", "token",      "EOF",     "<EOF>",
                                        "NEWLINE",      "LBRACE",     "RBRACE",    "identifier", "illegal", "invalid",
                                        "syntax error", "please",     "sorry",     "foo"};

bool IsWholeWord(std::string_view text, std::size_t at, std::size_t size) {
  const bool before = at > 0 && IsLetter(text[at - 1]);
  const bool behind = at + size < text.size() && IsLetter(text[at + size]);
  return !before && !behind;
}

void CheckText(const std::string& text, bool message) {
  INFO(text);
  CHECK(!text.empty());
  CHECK(CountOfChar(text, '`') % 2 == 0);
  CHECK(text.find('\n') == std::string::npos);
  CHECK(!(text.ends_with(".") && !text.ends_with("...")));
  if (message) CHECK(StartsWell(text));
  for (const std::string_view word : kBanned) {
    const std::size_t at = text.find(word);
    INFO("banned: " << word);
    CHECK((at == std::string::npos || !IsWholeWord(text, at, word.size())));
  }
}

void CheckFinding(const Diagnostic& finding) {
  INFO(finding.code.ToString());
  CheckText(finding.message, true);
  CHECK(finding.message.size() <= 160);
  if (!finding.primary.text.empty()) CheckText(finding.primary.text, true);
  for (const Label& label : finding.labels) {
    if (!label.text.empty()) CheckText(label.text, true);
  }
  for (const std::string& note : finding.notes) CheckText(note, true);
  for (const Help& help : finding.helps) CheckText(help.text, true);
}

TEST_CASE("all findings of all cases are worded in one style") {
  for (const Case& one : RunAllCases()) {
    INFO(RelativeName(one.path));
    for (const Diagnostic& finding : one.result.findings) CheckFinding(finding);
  }
}

TEST_CASE("all findings of the rules' own examples are worded in one style") {
  for (const rules::RuleInfo& info : rules::AllRules()) {
    for (const Diagnostic& finding : CompileText(std::string(info.rule->bad)).findings) CheckFinding(finding);
  }
}

TEST_CASE("every error says the way out or where the other half stands") {
  for (const Case& one : RunAllCases()) {
    for (const Diagnostic& finding : one.result.findings) {
      if (finding.severity != Severity::kError) continue;
      INFO(RelativeName(one.path) << ": " << finding.code.ToString() << " " << finding.message);
      CHECK((!finding.helps.empty() || !finding.labels.empty() || !finding.notes.empty() ||
             !finding.primary.text.empty()));
    }
  }
}

}  // namespace
}  // namespace hotsite::harness
