#include "tests/harness/sources.h"

#include <fmt/format.h>

#include <set>

#include "compiler/diagnostics/render.h"
#include "tests/harness/files.h"

namespace hotsite::harness {

driver::Compilation CompileText(std::string text) {
  check::MemorySources sources;
  sources.Put("spec.dr", std::move(text));
  return driver::Compile("spec.dr", sources);
}

check::MemorySources ExampleSources(const std::string& name) {
  check::MemorySources sources;
  const std::filesystem::path folder = SourceRoot() / "examples" / name;
  for (const auto& path : FilesUnder(folder, ".dr")) sources.Put(path.filename().string(), ReadBytes(path));
  const std::filesystem::path ledger = folder / driver::kLedgerFile;
  if (std::filesystem::exists(ledger)) sources.Put(driver::kLedgerFile, ReadBytes(ledger));
  return sources;
}

std::vector<std::string> CodesAndPlaces(const driver::Compilation& result) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : result.findings) {
    std::string place = "nowhere";
    if (const Span span = finding.primary.span; span.valid()) {
      const SourceFile& file = result.sources.Get(span);
      place = fmt::format("{}:{}", file.path(), file.Locate(span.begin).line);
    }
    lines.push_back(fmt::format("{} {} {}", ToString(finding.severity), finding.code.ToString(), place));
  }
  return lines;
}

std::string CodesOf(const std::vector<Diagnostic>& findings, Severity severity) {
  std::set<std::string> codes;
  for (const Diagnostic& finding : findings) {
    if (finding.severity == severity) codes.insert(finding.code.ToString());
  }
  std::string text;
  for (const std::string& code : codes) text.append(text.empty() ? "" : " ").append(code);
  return text;
}

std::string Rendered(const driver::Compilation& result) { return RenderTerminal(result.findings, result.sources, {}); }

}  // namespace hotsite::harness
