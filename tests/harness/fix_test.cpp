// The fixes that are called safe are: none makes a case worse, alone or together with the others.
#include "compiler/driver/fix.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/diagnostics/render.h"
#include "tests/harness/ast_text.h"
#include "tests/harness/cases.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {
namespace {

using driver::Compilation;

std::size_t ErrorCount(const Compilation& result) {
  return static_cast<std::size_t>(std::count_if(result.findings.begin(), result.findings.end(),
                                                [](const Diagnostic& d) { return d.severity == Severity::kError; }));
}

/// What makes two findings the same for a reader.
std::string Identity(const Diagnostic& finding, const SourceMap& sources) {
  const Span span = finding.primary.span;
  const std::string place = span.valid() ? fmt::format("{}:{}", sources.Get(span).path(), span.begin) : "nowhere";
  return fmt::format("{} {}: {}", place, finding.code.ToString(), finding.message);
}

bool Has(const Compilation& result, const std::string& identity) {
  return std::any_of(result.findings.begin(), result.findings.end(),
                     [&](const Diagnostic& d) { return Identity(d, result.sources) == identity; });
}

/// The files of `sources` as the compilation `result` read them, after `edits`.
check::MemorySources After(const std::vector<Edit>& edits, const Compilation& result, check::MemorySources sources) {
  for (const Edit& edit : edits) {
    const SourceFile& file = result.sources.Get(edit.span);
    sources.Put(file.path(), ApplyEdits(file.text(), edit.span.file, edits));
  }
  return sources;
}

/// The cases with a safe fix.
const std::vector<Case>& FixableCases() {
  static const std::vector<Case> fixable = [] {
    std::vector<Case> cases = RunAllCases();
    std::erase_if(cases, [](const Case& one) {
      return std::none_of(one.result.findings.begin(), one.result.findings.end(), [](const Diagnostic& finding) {
        return std::any_of(finding.helps.begin(), finding.helps.end(), [](const Help& help) { return help.safe; });
      });
    });
    return cases;
  }();
  return fixable;
}

TEST_CASE("every safe fix, applied alone, removes its finding and adds no error") {
  int fixes = 0;
  for (const Case& one : FixableCases()) {
    const check::MemorySources sources = SourcesOf(one.path.parent_path());
    for (const Diagnostic& finding : one.result.findings) {
      for (const Help& help : finding.helps) {
        if (!help.safe || help.edits.empty()) continue;
        ++fixes;
        check::MemorySources edited = After(help.edits, one.result, sources);
        const Compilation after = driver::Compile(one.path.filename().string(), edited);
        INFO(RelativeName(one.path) << ": " << finding.message << "; fix: " << help.text << "\n" << Rendered(after));
        CHECK(ErrorCount(after) <= ErrorCount(one.result));
        CHECK(!Has(after, Identity(finding, one.result.sources)));
      }
    }
  }
  CHECK(fixes > 60);
}

TEST_CASE("all safe fixes together leave no more errors, a text that parses, and nothing to fix") {
  std::size_t applied = 0;
  for (const Case& one : FixableCases()) {
    INFO(RelativeName(one.path));
    check::MemorySources sources = SourcesOf(one.path.parent_path());
    const std::string name = one.path.filename().string();
    driver::Fixed fixed = driver::FixAll(name, sources);
    applied += fixed.applied.size();
    INFO(Rendered(fixed.compilation));
    CHECK(ErrorCount(fixed.compilation) <= ErrorCount(one.result));
    CHECK(fixed.refused.empty());
    for (const auto& [path, text] : fixed.texts) {
      std::string problem;
      const std::optional<std::string> before = sources.Read(path, &problem);
      REQUIRE(before);
      CHECK(*before != text);
      CHECK((AstText(text).has_value() || !AstText(*before).has_value()));
    }
    for (const auto& [path, text] : fixed.texts) sources.Put(path, text);
    CHECK(driver::FixAll(name, sources).applied.empty());
  }
  CHECK(applied > 60);
}

}  // namespace
}  // namespace hotsite::harness
