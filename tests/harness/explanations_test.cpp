// What codes.def shows as wrong is found, and what it shows as right is read: the manual has no example that isn't
// tried. The rules' examples are whole specs, which rules_test compiles.
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/prose.h"
#include "compiler/reply/reply.h"
#include "compiler/schema/examples.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {
namespace {

using driver::ProsePart;

/// Wrong lines that can't be tried here, and why.
const std::map<std::string, std::string>& Exempt() {
  static const std::map<std::string, std::string> exempt = {
      {"HS0008", "a hundred brackets are only hinted at: harness/limits_test"},
      {"HS1016", "is about two files: tests/cases/names/fail_module_cycle.dr"},
      {"HS1020", "is about a whole recovery: tests/cases/names/fail_expired_accept.dr"},
  };
  return exempt;
}

bool IsShell(std::string_view text) {
  for (const std::string_view word :
       {"hotsite check ", "hotsite build ", "hotsite issue ", "hotsite reply ", "iconv ", "tr ", "git "}) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// A table or JSON as the vendor sends it back.
bool IsReply(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.starts_with('{') || (line.find_first_of(";,") != line.npos && line.find(' ') == line.npos);
}

int DepthOf(std::string_view line) {
  int depth = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (!quoted) depth += c == '{' ? 1 : c == '}' ? -1 : 0;
  }
  return depth;
}

// The statements of a specimen, each with its block; lines that go on with the one before stay with it.
std::vector<std::string> StatementsOf(std::string_view text) {
  std::vector<std::string> statements;
  int depth = 0;
  for (const std::string& line : SplitLines(text)) {
    const bool goes_on = depth > 0 || line.starts_with(' ') || line.starts_with('}');
    if (!goes_on || statements.empty()) statements.emplace_back();
    statements.back() += line + "\n";
    depth += DepthOf(line);
  }
  return statements;
}

// The block that most specimens of a statement are meant for.
std::string_view ParentOf(std::string_view word) {
  if (word == "for" || word == "let") return "zvm";
  const std::vector<const schema::Row*> rows = schema::FindRows(word);
  if (rows.empty() || schema::FindRow(word, "file") != nullptr) return "file";
  if (schema::FindRow(word, "zvm") != nullptr) return "zvm";
  const std::string_view parents = rows.front()->parents;
  return parents.substr(0, parents.find(' '));
}

std::string SpecOf(const std::vector<std::string>& statements) {
  std::string text, spec = "hotsite 1\n";
  for (const std::string& statement : statements) {
    const std::string word = statement.substr(0, statement.find_first_of(" \n:="));
    // A condition is judged when the constraint has its message.
    const std::string whole = word == "that" ? "message \"m\"\n" + statement : statement;
    const bool of_contract = statement.starts_with("accept deviation");
    text += schema::InSurroundings({word, of_contract ? "contract" : ParentOf(word), whole});
  }
  for (const std::string_view module : check::StandardModules()) spec += "use " + std::string(module) + "\n";
  if (text.find("profile linux SERVER") == std::string::npos) spec += "profile linux SERVER { memory 1 GiB }\n";
  return text.starts_with("hotsite") ? text : spec + text;
}

// Of the text alone: which systems and networks there are isn't said in a specimen.
std::string ErrorsOfText(const std::string& spec) {
  check::MemorySources files({{"spec.dr", spec},
                              {"systems.dr", "hotsite 1\n"},
                              {"guests-a-to-m.dr", "hotsite 1\n"},
                              {"contract-2008.dr", "hotsite 1\n"}});
  SourceMap sources;
  Reporter reporter;
  (void)check::Elaborate("spec.dr", files, sources, reporter);
  return RenderTerminal(reporter.Take(), sources, {});
}

bool Finds(const std::string& spec, Code code) {
  const auto findings = CompileText(spec).findings;
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& d) { return d.code == code; });
}

// As it stands, in its surroundings, or one of its statements alone.
bool Shows(const std::string& specimen, Code code) {
  const std::vector<std::string> statements = StatementsOf(specimen);
  if (Finds(specimen, code) || Finds(SpecOf(statements), code)) return true;
  return std::any_of(statements.begin(), statements.end(),
                     [&](const std::string& one) { return Finds(SpecOf({one}), code); });
}

void CheckRead(const std::string& specimen) {
  if (specimen.starts_with("hotsite 1\n")) {
    CHECK(ErrorsOfText(specimen) == "");
    return;
  }
  for (const std::string& statement : StatementsOf(specimen)) CHECK(ErrorsOfText(SpecOf({statement})) == "");
}

TEST_CASE("an explanation's wrong lines are found, its right ones are read") {
  std::size_t tried = 0;
  for (const CodeInfo& info : AllCodes()) {
    bool wrong = false;
    for (const ProsePart& part : driver::ParseProse(info.explanation)) {
      if (part.text.starts_with("Wrong")) wrong = true;
      if (part.text.starts_with("Right")) wrong = false;
      if (part.kind != ProsePart::Kind::kSpecimen || IsShell(part.text)) continue;
      INFO(info.code.ToString() << "\n" << part.text);
      ++tried;
      if (IsReply(part.text)) {
        CHECK(reply::ReadReply(part.text).problem.code == (wrong ? info.code.number : 0));
      } else if (wrong) {
        // 4xxx is about a reply and the request that it answers: tests/cases/contract, tests/acceptance.
        const bool exempt = info.code.number / 1000 == 4 || Exempt().contains(info.code.ToString());
        CHECK(Shows(part.text, info.code) != exempt);
      } else {
        CheckRead(part.text);
      }
    }
  }
  CHECK(tried > 40);
}

}  // namespace
}  // namespace hotsite::harness
