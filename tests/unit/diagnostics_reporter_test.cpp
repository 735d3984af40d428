// The Reporter's order and limits, edits, JSON, and the table of codes.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/support/json.h"

namespace hotsite {
namespace {

constexpr FileId kFile{0};

TEST_CASE("findings come in the order of their places, errors first") {
  Reporter reporter;
  reporter.Warn(Code{2002}, {kFile, 5, 6}, "third");
  reporter.Error(Code{2003}, {kFile, 5, 6}, "second");
  reporter.Error(Code{2001}, {FileId{1}, 0, 1}, "fourth");
  reporter.Error(Code{2001}, {kFile, 1, 2}, "first");
  reporter.Error(Code{9001}, {}, "the whole run");
  CHECK(reporter.error_count() == 4);
  std::string order;
  for (const Diagnostic& d : reporter.Take()) order += d.message + "; ";
  CHECK(order == "the whole run; first; second; third; fourth; ");
  CHECK(reporter.error_count() == 0);
  CHECK(reporter.Take().empty());
}

TEST_CASE("the same finding at the same place counts once and keeps its first labels") {
  Reporter reporter;
  reporter.Error(Code{1006}, {kFile, 1, 2}, "no `{}`", "X").Here("once");
  reporter.Error(Code{1006}, {kFile, 1, 2}, "no `{}`", "X").Here("twice");
  CHECK(reporter.error_count() == 1);
  const std::vector<Diagnostic> findings = reporter.Take();
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().primary.text == "once");
}

TEST_CASE("past its limit the Reporter only counts") {
  Reporter reporter;
  for (std::uint32_t i = 0; i < Reporter::kMaxKept + 7; ++i) reporter.Error(Code{4}, {kFile, i, i + 1}, "x").Note("n");
  CHECK(reporter.error_count() == Reporter::kMaxKept + 7);
  CHECK(reporter.dropped() == 7);
  CHECK(reporter.Take().size() == Reporter::kMaxKept);
}

TEST_CASE("edits are applied by place, insertions at one place in their order") {
  const std::vector<Edit> edits = {
      {{kFile, 4, 7}, "B"}, {{kFile, 0, 0}, "1"}, {{kFile, 0, 0}, "2"}, {{FileId{1}, 0, 3}, "no"}};
  CHECK(ApplyEdits("one two three", kFile, edits) == "12one B three");
  CHECK(ApplyEdits("", kFile, {{{kFile, 0, 0}, "x"}}) == "x");
}

TEST_CASE("JSON carries places in code points, helps and counts") {
  SourceMap sources;
  const FileId file = sources.Add("a.dr", "é x\nyy\n");
  Reporter reporter;
  reporter.Warn(Code{1019}, {file, 3, 4}, "m")
      .Here("l")
      .Mark({file, 5, 7}, "o")
      .Note("n")
      .About("S")
      .Fix("h", {{{file, 3, 4}, "z"}});
  CHECK(RenderJson(reporter.Take(), sources) == R"({
  "diagnostics": [
    {
      "code": "HS1019",
      "severity": "warning",
      "message": "m",
      "file": "a.dr",
      "start": {
        "line": 1,
        "column": 3
      },
      "end": {
        "line": 1,
        "column": 4
      },
      "label": "l",
      "labels": [
        {
          "file": "a.dr",
          "start": {
            "line": 2,
            "column": 1
          },
          "end": {
            "line": 2,
            "column": 3
          },
          "text": "o"
        }
      ],
      "notes": [
        "n"
      ],
      "helps": [
        {
          "text": "h",
          "safe": true,
          "edits": [
            {
              "file": "a.dr",
              "start": {
                "line": 1,
                "column": 3
              },
              "end": {
                "line": 1,
                "column": 4
              },
              "text": "z"
            }
          ]
        }
      ],
      "subjects": [
        "S"
      ]
    }
  ],
  "errors": 0,
  "warnings": 1
}
)");
}

TEST_CASE("codes are printed with four digits and stand once, in order") {
  CHECK(Code{1}.ToString() == "HS0001");
  CHECK(Code{2001}.ToString() == "HS2001");
  Code previous;
  std::set<std::string_view> names;
  for (const CodeInfo& info : AllCodes()) {
    INFO(info.name);
    CHECK(previous < info.code);
    CHECK(names.insert(info.name).second);
    previous = info.code;
  }
}

TEST_CASE("the summary counts errors and warnings, not notes") {
  const auto of = [](std::initializer_list<Severity> severities) {
    std::vector<Diagnostic> findings;
    for (const Severity severity : severities) findings.emplace_back().severity = severity;
    return Summary(findings);
  };
  CHECK(of({}) == "no errors");
  CHECK(of({Severity::kNote, Severity::kWarning}) == "no errors, 1 warning");
  CHECK(of({Severity::kError, Severity::kError, Severity::kWarning}) == "2 errors, 1 warning");
  CHECK(of({Severity::kError}) == "1 error");
}

}  // namespace
}  // namespace hotsite
