// Findings for other programs: each format's text, its escapes and its limits. What real readers make of them is tested
// in tests/readers.
#include <catch2/catch.hpp>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/support/json.h"
#include "tests/unit/finding_sample.h"

namespace hotsite {
namespace {

constexpr const char* kSpec = "hotsite 1\nzos \"PRÖD\" {\truns \"😀\"; memry 3 }\n";

/// A finding with everything, one of a library file, and one of the run.
FindingSample Sample() {
  FindingSample sample;
  const FileId file = sample.Add("2009.dr", kSpec);
  const FileId library = sample.Add("lib.dr", "machine_model z10_ec\n");
  const Span word = sample.At(file, "memry");
  sample.Find(Severity::kError, 1001, word, "no statement `memry`")
      .Here("not known")
      .Mark(sample.At(file, "zos"), "in zos")
      .Mark(sample.At(library, "z10_ec"), "not yours")
      .Note("100 % of it")
      .Fix("write `memory`", {{word, "memory"}})
      .Offer("or in the library", {{sample.At(library, "z10_ec"), "z9"}});
  sample.Find(Severity::kWarning, 2001, sample.At(library, "z10_ec"), "old");
  sample.Find(Severity::kError, 9001, {}, "`a,b::c` isn't there");
  return sample;
}

/// Follows member names and indices: "runs/0/results".
const Json& At(const Json& json, std::string_view path) {
  if (path.empty()) return json;
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string step(path.substr(0, end));
  path.remove_prefix(std::min(end + 1, path.size()));
  INFO(step);
  const Json* next = nullptr;
  if (const auto* array = json.AsArray()) {
    REQUIRE(std::stoul(step) < array->size());
    next = &(*array)[std::stoul(step)];
  } else {
    next = json.Find(step);
  }
  REQUIRE(next != nullptr);
  return At(*next, path);
}

std::string Text(const Json& json, std::string_view path) { return *At(json, path).AsString(); }
std::int64_t Number(const Json& json, std::string_view path) { return *At(json, path).AsInteger(); }

Json Sarif(const FindingReport& report) {
  std::string problem;
  auto log = Json::Parse(RenderSarif(report), &problem);
  INFO(problem);
  REQUIRE(log);
  return std::move(*log);
}

TEST_CASE("GitHub's commands: errors first, no column across lines, no file where the reader has none") {
  FindingSample sample = Sample();
  sample.Find(Severity::kError, 2002, {FileId{0}, 10, 50}, "two\nlines\r::set-env name=a::b");
  CHECK(RenderGithub(sample.Report()) ==
        "::error title=HS1001 Rule1001,file=dr/2009.dr,line=2,endLine=2,col=24,endColumn=29::no statement `memry`%0A"
        "here: not known%0Adr/2009.dr:2: in zos%0Alib.dr: not yours%0Anote: 100 %25 of it%0Ahelp: write `memory`%0A"
        "help: or in the library\n"
        "::error title=HS9001 Rule9001::`a,b::c` isn't there\n"
        "::error title=HS2002 Rule2002,file=dr/2009.dr,line=2,endLine=3::two lines ::set-env name=a::b\n"
        "::warning title=HS2001 Rule2001::old\n");
}

TEST_CASE("GitHub's properties escape what would end them") {
  FindingSample sample;
  const FileId file = sample.Add("a:b,c%\n\x1B[31m\xFF.dr", "x\n");
  sample.Find(Severity::kNote, 7001, sample.At(file, "x"), "y");
  CHECK(RenderGithub(sample.Report()) ==
        "::notice title=HS7001 "
        "Rule7001,file=dr/a%3Ab%2Cc%25\uFFFD\uFFFD[31m\uFFFD.dr,line=1,endLine=1,col=1,endColumn=2::y\n");
}

TEST_CASE("what GitHub doesn't show is counted") {
  FindingSample sample;
  for (int i = 0; i < 12; ++i) sample.Find(Severity::kError, 2001, {}, "e" + std::to_string(i));
  for (int i = 0; i < 11; ++i) sample.Find(Severity::kWarning, 2001, {}, "w" + std::to_string(i));
  sample.Find(Severity::kNote, 2001, {}, "n");
  const std::string text = RenderGithub(sample.Report());
  CHECK(text.find("w10\n::notice title=Hotsite::2 more errors and 1 more warning in the log of this step; GitHub shows "
                  "the first 10 of each level\n::notice title=HS2001") != std::string::npos);
}

TEST_CASE("a long message is cut between characters") {
  FindingSample sample;
  std::string message;
  for (int i = 0; i < 40'000; ++i) message += "é";
  sample.Find(Severity::kError, 2001, {}, message);
  const std::string text = RenderGithub(sample.Report());
  CHECK(text.size() < 65'000);
  CHECK(text.ends_with("é…\n"));
}

TEST_CASE("GitLab's report places what has no place in the spec's first line") {
  const FindingSample sample = Sample();
  std::string problem;
  const auto issues = Json::Parse(RenderGitlab(sample.Report()), &problem);
  REQUIRE(issues);
  CHECK(Text(*issues, "0/description") == "no statement `memry` (not known)");
  CHECK(Text(*issues, "0/location/path") == "dr/2009.dr");
  CHECK(Number(*issues, "0/location/lines/begin") == 2);
  CHECK(Text(*issues, "0/severity") == "critical");
  CHECK(Text(*issues, "1/severity") == "minor");
  CHECK(Text(*issues, "2/location/path") == "dr/2009.dr");
  CHECK(Number(*issues, "2/location/lines/begin") == 1);
}

TEST_CASE("Checkstyle's XML escapes names and keeps the lines of a message") {
  FindingSample sample;
  const FileId file = sample.Add("<&\">.dr", "x\n");
  sample.Find(Severity::kNote, 7001, sample.At(file, "x"), "a ]]> <b> \"c\"\x1B[31m \xE2\x80\xAE").Note("n");
  sample.Find(Severity::kError, 9001, {}, "gone");
  CHECK(RenderCheckstyle(sample.Report()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
        "  <file name=\"dr/2009.dr\">\n"
        "    <error line=\"0\" severity=\"error\" message=\"gone\" source=\"hotsite.check.HS9001\"/>\n  </file>\n"
        "  <file name=\"dr/&lt;&amp;&quot;&gt;.dr\">\n"
        "    <error line=\"1\" column=\"1\" severity=\"info\" message=\"a ]]&gt; &lt;b&gt; &quot;c&quot;\uFFFD[31m "
        "\uFFFD&#10;note: n\" source=\"hotsite.check.HS7001\"/>\n  </file>\n</checkstyle>\n");
}

TEST_CASE("a JUnit report fails what fails the command") {
  FindingSample sample = Sample();
  sample.Find(Severity::kError, 2701, {}, "too little").constraint = "headroom";
  FindingReport report = sample.Report();
  report.judged = {Code{2001}, Code{2002}};
  const std::string text = RenderJunit(report);
  CHECK(text.find("<testsuite name=\"hotsite check dr/2009.dr\" tests=\"5\" failures=\"3\"") != std::string::npos);
  CHECK(text.find("name=\"HS2002 Rule2002\" time=\"0\"/>") != std::string::npos);
  CHECK(text.find("name=\"HS2001 Rule2001\" file=\"dr/2009.dr\" time=\"0\">\n      <system-out>dr/2009.dr: warning: "
                  "old\n</system-out>") != std::string::npos);
  CHECK(text.find("name=\"HS2701 headroom\"") != std::string::npos);
  CHECK(text.find("dr/2009.dr:2:24: error: no statement `memry`\nhere: not known\n") != std::string::npos);
  report.warnings_fail = true;
  CHECK(RenderJunit(report).find("failures=\"4\"") != std::string::npos);
}

TEST_CASE("a JUnit report without findings has a case that passes") {
  const FindingSample sample;
  CHECK(RenderJunit(sample.Report()).find("tests=\"1\" failures=\"0\"") != std::string::npos);
}

TEST_CASE("a SARIF log: the place in UTF-16, the snippet, other places, fixes") {
  const FindingSample sample = Sample();
  const Json log = Sarif(sample.Report());
  const Json& result = At(log, "runs/0/results/0");
  CHECK(Text(log, "runs/0/columnKind") == "utf16CodeUnits");
  CHECK(Text(result, "ruleId") == "HS1001");
  CHECK(Text(log, "runs/0/tool/driver/rules/0/id") == "HS1001");
  const Json& region = At(result, "locations/0/physicalLocation/region");
  CHECK(Number(region, "startLine") == 2);
  CHECK(Number(region, "startColumn") == 25);  // the emoji counts two
  CHECK(Number(region, "endColumn") == 30);
  CHECK(Text(region, "snippet/text") == "memry");
  CHECK(Text(result, "relatedLocations/0/message/text") == "in zos");
  CHECK(At(result, "relatedLocations").AsArray()->size() == 1);
  CHECK(At(result, "fixes").AsArray()->size() == 1);
  CHECK(Text(result, "fixes/0/artifactChanges/0/replacements/0/insertedContent/text") == "memory");
  CHECK(Number(result, "fixes/0/artifactChanges/0/replacements/0/deletedRegion/startColumn") == 25);
}

TEST_CASE("a SARIF log: findings of the library are the spec's, those of the run notifications") {
  const FindingSample sample = Sample();
  FindingReport report = sample.Report();
  report.could_run = false;
  const Json log = Sarif(report);
  CHECK(At(log, "runs/0/results").AsArray()->size() == 2);
  const Json& place = At(log, "runs/0/results/1/locations/0/physicalLocation");
  CHECK(Text(place, "artifactLocation/uri") == "dr/2009.dr");
  CHECK(place.Find("region") == nullptr);
  const Json& invocation = At(log, "runs/0/invocations/0");
  CHECK(At(invocation, "executionSuccessful").AsString() == nullptr);
  CHECK(invocation.Print(true).find("\"executionSuccessful\":false") != std::string::npos);
  CHECK(Text(invocation, "toolExecutionNotifications/0/associatedRule/id") == "HS9001");
}

TEST_CASE("a SARIF log: accepted findings are suppressed, with the reason") {
  FindingSample sample = Sample();
  const Diagnostic accepted = sample.findings[1];
  sample.findings.erase(sample.findings.begin() + 1);
  FindingReport report = sample.Report();
  report.accepted = {{&accepted, "agreed"}};
  const Json log = Sarif(report);
  CHECK(Text(log, "runs/0/results/1/suppressions/0/kind") == "inSource");
  CHECK(Text(log, "runs/0/results/1/suppressions/0/justification") == "agreed");
  CHECK(At(log, "runs/0/results/0").Find("suppressions") == nullptr);
}

TEST_CASE("a SARIF log: paths are URIs, and a message has no links but as text") {
  FindingSample sample;
  const FileId file = sample.Add("-a %41/é:[x]?#.dr", "x\n");
  sample.Find(Severity::kError, 2001, sample.At(file, "x"), "[click](http://x) [1]");
  const FileId absolute = sample.Add("/b c.dr", "x\n");
  sample.Find(Severity::kError, 2001, sample.At(absolute, "x"), "array[1]");
  FindingReport report = sample.Report();
  report.path = [](const SourceFile& one) { return std::optional(one.path()); };
  const Json log = Sarif(report);
  const std::string_view uri = "locations/0/physicalLocation/artifactLocation/uri";
  CHECK(Text(At(log, "runs/0/results/0"), uri) == "-a%20%2541/%C3%A9%3A%5Bx%5D%3F%23.dr");
  CHECK(Text(At(log, "runs/0/results/1"), uri) == "file:///b%20c.dr");
  CHECK(Text(log, "runs/0/results/0/message/text") == "\\[click\\](http://x) \\[1\\]");
  CHECK(Text(log, "runs/0/results/1/message/text") == "array[1]");
}

TEST_CASE("formats have names") {
  CHECK(FindFormat("sarif") == Format::kSarif);
  CHECK(FindFormat("human") == Format::kHuman);
  CHECK_FALSE(FindFormat("xml"));
}

}  // namespace
}  // namespace hotsite
