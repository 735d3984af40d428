#include "tests/harness/contract_cases.h"

#include "compiler/diagnostics/render.h"
#include "compiler/driver/agreement.h"
#include "compiler/driver/contract_status.h"
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
  check::MemorySources files = FilesOf(folder);
  const auto agreement = driver::CompileAgreement("spec.dr", "contract.dr", files);
  const driver::Compilation& promised = agreement->promised;
  ContractCase one{folder, RenderTerminal(promised.findings, promised.sources, {}), {}, promised.has_errors()};
  for (const Diagnostic& finding : promised.findings) one.codes.insert(finding.code.ToString());
  if (agreement->contract) one.told += "\n" + driver::ContractStatus(agreement->answers, {});
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
