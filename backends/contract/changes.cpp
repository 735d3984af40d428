#include "backends/changelog/markdown_log.h"
#include "backends/contract/parts.h"

namespace hotsite::backends::contract_papers {

std::string Changes(const Papers& papers) {
  if (!papers.agreement.promised || papers.input.sources == nullptr) return {};
  const diff::Spec requested{papers.agreement.requested, papers.agreement.asked};
  const diff::Spec promised{papers.input.model, papers.input.requirements};
  const diff::SpecChanges changes = diff::CompareSpecs(requested, promised);
  const changelog::Changelog log{{requested, papers.agreement.requested_sources, "as requested"},
                                 {promised, *papers.input.sources, "as promised"},
                                 changes,
                                 {},
                                 {}};
  return changelog::MarkdownLog(log).Print({}, "#");
}

}  // namespace hotsite::backends::contract_papers
