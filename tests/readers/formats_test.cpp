// What reads findings in a pipeline: the SARIF Multitool (Microsoft's validator, with the rules for GitHub's code
// scanning), the toolkit of GitHub's actions, junitparser, xmllint and a JSON Schema.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "compiler/support/json.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"
#include "tests/readers/broken.h"
#include "tests/readers/reader_run.h"

namespace hotsite::readers {
namespace {

using acceptance::Quoted;

/// Tabs, characters of two, three and four bytes and of no width before what is wrong; a text that tries to get out.
constexpr const char* kHostile = R"(hotsite 1
zos "PRÖDA" { runs "😀 日本" ;	memry 3 }
customer "]]> <b> &amp; ::set-env name=A::b ##[error] %0A [click](http://x.invalid) 'q' \"q\" é😀"
zos PRODA { memory 1 GiB; runs "::stop-commands::x" }
site home { machine CEC { lpar PRODA } }
recovery "2009" { site hotsite { machine BIGBOX { lpar PRODA } } }
require "::error::x" for every system { message "]]></failure> ::add-mask::a %0D%0A [x](1) <!--"; that memory at least 2 GiB }
)";

/// A file whose name is hard to write in XML, in a URI and in a workflow command.
constexpr const char* kHostileFile = "git/-a b/%41 ä😀,x:y&<]]>'\"::z.dr";

/// .NET asks neither for ICU nor for all of the memory that the machine might have.
const std::string kDotnet =
    "export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_GCHeapHardLimit=20000000 HOME=$FOLDER\n";

std::string Program(const std::string& name) { return Quoted(std::string(HOTSITE_READERS) + "/npm/" + name); }

std::string Tool(const std::string& name) { return Quoted((harness::SourceRoot() / "tests/tools" / name).string()); }

/// Specs that are clean, wrong, hostile, unreadable, and not there.
std::vector<std::string> Specs(const Scratch& scratch) {
  const std::string hostile = std::string(kHostile);
  std::filesystem::create_directories(scratch / "git/.git");
  scratch.Write(kHostileFile, hostile);
  std::string rules_only = hostile;
  scratch.Write("git/rules.dr", Replaced(rules_only, "zos \"PRÖDA\" { runs \"😀 日本\" ;\tmemry 3 }\n", ""));
  scratch.Write("git/broken.dr", "hotsite 1\nzos {\n\"\n");
  const std::string examples = (harness::SourceRoot() / "examples").string();
  return {examples + "/insurance/2007-as-built.dr",
          examples + "/insurance/2009.dr",
          scratch / kHostileFile,
          scratch / "git/rules.dr",
          scratch / "git/broken.dr",
          scratch / "git/none.dr"};
}

std::string Check(const Scratch& scratch, const std::string& spec, const std::string& format) {
  const acceptance::RunResult result =
      acceptance::Run(scratch, "hotsite check --accepted --format " + format + " -- " + Quoted(spec));
  INFO(spec);
  CHECK(result.exit_code <= 2);
  CHECK(result.err.empty());
  return result.out;
}

Json Parsed(const std::string& text) {
  std::string problem;
  auto json = Json::Parse(text, &problem);
  INFO(problem);
  REQUIRE(json);
  return std::move(*json);
}

/// All that the Multitool finds in a log: `LEVEL RULE`; a level that it leaves out is a warning. Of several files it
/// finds nothing at all (5.7.0), so it gets one.
std::set<std::string> Validate(const Scratch& scratch, const std::string& log) {
  scratch.Write("log.sarif", log);
  const Reading reading = RunReader(
      scratch, kDotnet + Program("@microsoft/sarif-multitool-linux/Sarif.Multitool") +
                   " validate log.sarif -o found --rule-kind 'Sarif;Ghas' --level 'Error;Warning;Note' --kind Fail "
                   "--log ForceOverwrite");
  INFO(reading.understood << reading.complaints);
  REQUIRE(reading.understood.find("Analysis completed") != std::string::npos);
  const Json json = Parsed(harness::ReadBytes(scratch / "found"));
  std::set<std::string> found;
  for (const Json& result : *json.Find("runs")->AsArray()->front().Find("results")->AsArray()) {
    const Json* level = result.Find("level");
    found.insert((level == nullptr ? "warning" : *level->AsString()) + " " + *result.Find("ruleId")->AsString());
  }
  return found;
}

/// Advice that we don't take: identifiers of messages instead of texts (2002), the commit (2003), a page of Hotsite's
/// own (2005), a schema that is fetched from the network (2006), words of a place that has none (2010), a page for each
/// rule (2012), which the log itself holds.
const std::set<std::string> kAdvice = {"note SARIF2002", "note SARIF2003", "warning SARIF2005",
                                       "note SARIF2006", "note SARIF2010", "note SARIF2012"};

/// Parts of a good log, what each is replaced by, and the rule that must be broken then.
struct BrokenLog {
  std::string part, by, rule;
};
const BrokenLog kBrokenLogs[] = {
    {"\"ruleIndex\": 0", "\"ruleIndex\": 99", "error SARIF1009"},
    {"\"endLine\": 16", "\"endLine\": 3", "error SARIF1007"},
    {"\"startLine\": 16", "\"startLine\": 0", "error JSON"},
};

TEST_CASE("the SARIF Multitool finds no fault in logs, and finds those that are put in") {
  if (!Fetched()) return;
  const Scratch scratch;
  const std::vector<std::string> specs = Specs(scratch);
  Json runs = Json::MakeArray();
  for (const std::string& spec : specs) {
    const Json log = Parsed(Check(scratch, spec, "sarif"));
    runs.Push(log.Find("runs")->AsArray()->front());
  }
  Json all = Json::MakeObject();
  all.Set("$schema", "https://json.schemastore.org/sarif-2.1.0.json").Set("version", "2.1.0").Set("runs", runs);
  const std::set<std::string> found = Validate(scratch, all.Print());
  CHECK(found == kAdvice);
  const std::string good = Check(scratch, specs.front(), "sarif");
  for (const BrokenLog& broken : kBrokenLogs) {
    INFO(broken.part);
    const std::set<std::string> faults = Validate(scratch, Replaced(good, broken.part, broken.by));
    for (const std::string& one : faults) UNSCOPED_INFO(one);
    CHECK(std::any_of(faults.begin(), faults.end(),
                      [&](const std::string& one) { return one.starts_with(broken.rule); }));
  }
}

/// The texts of all `snippet` members of regions, in order.
void CollectSnippets(const Json& json, std::vector<std::string>& snippets) {
  if (const auto* object = json.AsObject()) {
    for (const auto& [key, value] : *object) {
      if (key == "contextRegion") continue;
      if (key == "snippet") snippets.push_back(*value.Find("text")->AsString());
      CollectSnippets(value, snippets);
    }
  }
  if (const auto* array = json.AsArray()) {
    for (const Json& one : *array) CollectSnippets(one, snippets);
  }
}

std::vector<std::string> SnippetsOf(const std::string& text) {
  std::vector<std::string> snippets;
  CollectSnippets(*Parsed(text).Find("runs"), snippets);
  return snippets;
}

TEST_CASE("a reader of SARIF finds the marked words behind tabs and characters of all lengths") {
  if (!Fetched()) return;
  const Scratch scratch;
  const std::string spec = Specs(scratch)[2];
  const std::string ours = Check(scratch, spec, "sarif");
  scratch.Write("log.sarif", Replaced(ours, "\"description\": {\n            \"text\": \"The top",
                                      "\"uri\": \"file://" + (scratch / "git/") +
                                          "\", \"description\": {\n            \"text\": \"The top"));
  const Reading reading =
      RunReader(scratch, kDotnet + Program("@microsoft/sarif-multitool-linux/Sarif.Multitool") +
                             " rewrite log.sarif -o theirs --insert RegionSnippets --log ForceOverwrite");
  INFO(reading.understood << reading.complaints);
  const std::vector<std::string> snippets = SnippetsOf(harness::ReadBytes(scratch / "theirs"));
  CHECK(snippets == SnippetsOf(ours));
  CHECK(std::find(snippets.begin(), snippets.end(), "memry") != snippets.end());
}

TEST_CASE("GitHub's toolkit writes the same commands") {
  if (!Fetched()) return;
  const Scratch scratch;
  for (const std::string& spec : Specs(scratch)) {
    INFO(spec);
    scratch.Write("commands", Check(scratch, spec, "github"));
    const Reading reading = RunReader(
        scratch, "node " + Tool("reissue_commands.mjs") + " " + Program("@actions/core/lib/command.js") + " <commands");
    CHECK(reading.complaints.empty());
    CHECK(reading.understood == harness::ReadBytes(scratch / "commands"));
  }
}

Reading ReadXmlBy(const Scratch& scratch, const std::string& text, const std::string& grammar) {
  scratch.Write("report.xml", text);
  return RunReader(scratch, "xmllint --noout --relaxng " + Tool(grammar) + " report.xml", {"report.xml validates"});
}

TEST_CASE("a JUnit report has the cases and counts that it says") {
  if (!Fetched()) return;
  const Scratch scratch;
  for (const std::string& spec : Specs(scratch)) {
    INFO(spec);
    CheckAccepted(ReadXmlBy(scratch, Check(scratch, spec, "junit"), "junit.rng"));
    const Reading reading = RunReader(scratch, "PYTHONPATH=$READERS/host/root/usr/lib/python3/dist-packages python3 " +
                                                   Tool("read_junit.py") + " report.xml");
    CHECK(reading.exit_code == 0);
    CHECK(reading.complaints.empty());
    const bool clean = spec.ends_with("insurance/2009.dr");
    CHECK((reading.understood.find("\nfailed HS") == std::string::npos) == clean);
  }
  const std::string good = Check(scratch, Specs(scratch).front(), "junit");
  CHECK_FALSE(ReadXmlBy(scratch, Replaced(good, "<failure type", "<failure kind"), "junit.rng").accepted());
  CHECK_FALSE(ReadXmlBy(scratch, Replaced(good, "</failure>", "<b></failure>"), "junit.rng").accepted());
}

TEST_CASE("a Checkstyle report is one") {
  if (!Fetched()) return;
  const Scratch scratch;
  for (const std::string& spec : Specs(scratch)) {
    INFO(spec);
    CheckAccepted(ReadXmlBy(scratch, Check(scratch, spec, "checkstyle"), "checkstyle.rng"));
  }
  const std::string good = Check(scratch, Specs(scratch).front(), "checkstyle");
  CHECK_FALSE(
      ReadXmlBy(scratch, Replaced(good, "severity=\"error\"", "severity=\"bad\""), "checkstyle.rng").accepted());
}

TEST_CASE("GitLab's Code Quality report has what GitLab needs, and no fingerprint twice") {
  if (!Fetched()) return;
  const Scratch scratch;
  const auto validate = [&](const std::string& text) {
    scratch.Write("report.json", text);
    return RunReader(scratch, "python3 -W ignore -m jsonschema -i report.json " + Tool("code_quality.schema.json"));
  };
  for (const std::string& spec : Specs(scratch)) {
    INFO(spec);
    const std::string text = Check(scratch, spec, "gitlab");
    CheckAccepted(validate(text));
    const Json issues = Parsed(text);
    std::set<std::string> fingerprints;
    for (const Json& issue : *issues.AsArray()) fingerprints.insert(*issue.Find("fingerprint")->AsString());
    CHECK(fingerprints.size() == issues.AsArray()->size());
  }
  const std::string good = Check(scratch, Specs(scratch).front(), "gitlab");
  CHECK_FALSE(validate(Replaced(good, "\"critical\"", "\"fatal\"")).accepted());
  CHECK_FALSE(validate(Replaced(good, "\"examples/", "\"./examples/")).accepted());
}

}  // namespace
}  // namespace hotsite::readers
