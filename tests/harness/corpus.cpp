#include "tests/harness/corpus.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/backend.h"
#include "compiler/driver/build.h"
#include "compiler/rules/rules.h"
#include "tests/harness/cases.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {
namespace {

constexpr std::string_view kLookedAt[] = {"model_json", "zvm", "linux", "zos", "ansible"};

CorpusSpec OneFile(std::string_view name, std::string_view text) {
  return {std::string(name), "spec.dr", {"spec.dr"}, check::MemorySources({{"spec.dr", std::string(text)}})};
}

/// The file without the lines that tell how the spec says something: what a site says again of a system is no change
/// where the system has it already.
std::string WithoutHow(const backends::Artifact& artifact) {
  if (artifact.path != "model.json") return artifact.text;
  std::string text;
  for (const std::string& line : SplitLines(artifact.text)) {
    if (line.find("\"said_here\": {") == std::string::npos) text += line + "\n";
  }
  return text;
}

}  // namespace

std::string CorpusSpec::Text(const std::string& file) const {
  check::MemorySources files_of_it = sources;
  std::string problem;
  return files_of_it.Read(file, &problem).value_or("");
}

driver::Compilation CorpusSpec::Compiled() const {
  return Compiled(std::vector<std::pair<std::string, std::string>>{});
}

driver::Compilation CorpusSpec::Compiled(const std::string& file, const std::string& text) const {
  return Compiled({{file, text}});
}

driver::Compilation CorpusSpec::Compiled(const std::vector<std::pair<std::string, std::string>>& changed) const {
  check::MemorySources all = sources;
  for (const auto& [file, text] : changed) all.Put(file, text);
  return driver::Compile(main, all);
}

std::vector<CorpusSpec> AllCorpusSpecs() {
  std::vector<CorpusSpec> specs;
  for (const rules::RuleInfo& info : rules::AllRules()) {
    for (const std::string_view text : {info.rule->good, info.rule->bad}) specs.push_back(OneFile(info.name, text));
  }
  for (const char* folder : {"tests/acceptance/field", "tests/cases"}) {
    for (const auto& path : FilesUnder(SourceRoot() / folder, ".dr")) {
      const std::string file = path.filename().string();
      specs.push_back({RelativeName(path), file, {file}, SourcesOf(path.parent_path())});
    }
  }
  specs.push_back({"insurance", "2009.dr", {"2009.dr", "systems.dr", "company.dr"}, ExampleSources("insurance")});
  for (const char* year : {"2007.dr", "2008.dr"})
    specs.push_back({"insurance", year, {year}, ExampleSources("insurance")});
  specs.push_back({"bank", "2026.dr", {"2026.dr"}, ExampleSources("bank")});
  return specs;
}

diff::SpecChanges Compared(const driver::Compilation& before, const driver::Compilation& now) {
  return diff::CompareSpecs({*before.model, before.requirements}, {*now.model, now.requirements});
}

std::string Told(const diff::SpecChanges& changes) {
  std::string text;
  for (const diff::SpecChange& one : changes.all) {
    text += fmt::format("{} {} {} at {}: {} {}: {} -> {}{}\n", one.code.ToString(), ToString(one.what),
                        fmt::join(one.subjects, ","), fmt::join(one.sites, ","), one.part, one.attribute, one.before,
                        one.now, one.description);
  }
  return text;
}

std::string YieldOf(const driver::Compilation& spec) {
  std::string text;
  for (const requirements::Requirement& row : spec.requirements.all) text += row.key + ": " + row.sentence + "\n";
  backends::BuildInput input = driver::InputOf(spec);
  input.spec_digest = "0";
  input.revision = 0;
  input.ledger = nullptr;
  input.sources = nullptr;
  input.changes = nullptr;
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (std::find(std::begin(kLookedAt), std::end(kLookedAt), backend.name) == std::end(kLookedAt)) continue;
    backend.generate(input, [&](const backends::Artifact& one) { text += "== " + one.path + "\n" + WithoutHow(one); });
  }
  return text;
}

}  // namespace hotsite::harness
