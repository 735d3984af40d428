// What is said about statements of USER DIRECT and its like is true: what is offered instead can be read, and a pasted
// statement is answered with it.
#include "compiler/schema/foreign.h"

#include <catch2/catch.hpp>
#include <string>

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/support/text_writer.h"

namespace hotsite::harness {
namespace {

using schema::Foreign;

std::vector<Diagnostic> FindingsOf(const schema::Example& example, SourceMap& sources) {
  std::string spec = "hotsite 1\n";
  for (const std::string_view module : check::StandardModules()) spec += "use " + std::string(module) + "\n";
  if (!example.text.starts_with("profile")) spec += "profile linux SERVER { memory 1 GiB }\n";
  check::MemorySources files({{"spec.dr", spec + schema::InSurroundings(example)}});
  Reporter reporter;
  (void)check::Elaborate("spec.dr", files, sources, reporter);
  return reporter.Take();
}

std::string WordOf(std::string_view statement) { return std::string(statement.substr(0, statement.find(' '))); }

TEST_CASE("what is written here for a statement of another file is read without a finding") {
  for (const Foreign& one : schema::AllForeign()) {
    INFO(one.file << " " << one.word);
    CHECK((!one.here.empty() || !one.rest.empty()));
    if (one.here.empty()) continue;
    const std::string word = WordOf(one.here);
    // It stands where one looks for it, or around that.
    SourceMap sources;
    const std::string_view parent = schema::FindRow(word, one.parent) != nullptr ? one.parent : "file";
    INFO(one.here);
    REQUIRE(schema::FindRow(word, parent) != nullptr);
    const auto findings = FindingsOf({word, parent, one.here}, sources);
    INFO(RenderTerminal(findings, sources, {}));
    CHECK(findings.empty());
  }
}

TEST_CASE("each pasted statement is one finding that says what it is and what to do instead") {
  for (const Foreign& one : schema::AllForeign()) {
    if (!schema::FindRows(ToLower(one.word)).empty()) continue;  // one of ours in capitals: a slip in its own block
    const std::string text = std::string(one.word) + " ABC 0191";
    SourceMap sources;
    const auto findings = FindingsOf({one.word, one.parent, text}, sources);
    INFO(RenderTerminal(findings, sources, {}));
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == codes::kUnknownStatement);
    CHECK(findings.front().primary.text == "a statement of " + std::string(one.file) + ": " + std::string(one.says));
    REQUIRE(findings.front().helps.size() == 1);
    CHECK(findings.front().helps.front().text.find(one.here.empty() ? one.rest : one.here) != std::string::npos);
  }
}

TEST_CASE("a word of two files is that of the block it stands in") {
  CHECK(schema::FindForeign("LINK", "", "tcpip")->file == "PROFILE TCPIP");
  CHECK(schema::FindForeign("link", "", "linux")->file == "USER DIRECT");
  CHECK(schema::FindForeign("LINK", "", "zos")->file == "USER DIRECT");
  CHECK(schema::FindForeign("Define", "Lan", "zvm")->here.starts_with("guestlan"));
  CHECK(schema::FindForeign("DEFINE", "CPU", "zvm") == nullptr);
  CHECK(schema::FindForeign("FULLPACK", "", "linux") == nullptr);
}

}  // namespace
}  // namespace hotsite::harness
