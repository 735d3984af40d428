#include "tests/harness/contract_cases.h"

#include "compiler/check/check.h"
#include "compiler/contract/answers.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/contract_status.h"
#include "tests/harness/cases.h"
#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

check::MemorySources FilesOf(const std::filesystem::path& folder) {
  check::MemorySources sources;
  for (const char* ending : {".dr", ".json"}) {
    for (const auto& path : FilesUnder(folder, ending)) sources.Put(path.filename().string(), ReadBytes(path));
  }
  return sources;
}

ContractCase Run(const std::filesystem::path& folder) {
  ContractCase one{folder, {}, {}, false};
  check::MemorySources files = FilesOf(folder);
  driver::Compilation spec = driver::Compile("spec.dr", files);
  Reporter reporter;
  const auto contracts = check::ReadContracts("contract.dr", files, spec.sources, reporter);
  contract::Answers answers;
  if (!contracts.empty() && spec.model) {
    answers = contract::Compare(spec.requirements, contracts.front());
    contract::Report(answers, reporter);
  }
  const std::vector<Diagnostic> findings = reporter.Take();
  for (const Diagnostic& finding : findings) one.codes.insert(finding.code.ToString());
  one.errors = HasErrors(findings) || HasErrors(spec.findings);
  one.told = RenderTerminal(findings, spec.sources, {});
  if (answers.contract != nullptr) one.told += "\n" + driver::ContractStatus(answers, {});
  return one;
}

}  // namespace

std::vector<ContractCase> RunContractCases() {
  std::vector<ContractCase> cases;
  for (const auto& path : FilesUnder(SourceRoot() / "tests" / "cases" / "contract", "contract.dr"))
    cases.push_back(Run(path.parent_path()));
  return cases;
}

}  // namespace hotsite::harness
