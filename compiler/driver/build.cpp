#include "compiler/driver/build.h"

#include <algorithm>
#include <utility>

#include "compiler/driver/digest.h"
#include "compiler/support/check.h"

namespace hotsite::driver {

backends::BuildInput InputOf(const Compilation& compilation) {
  return {*compilation.model,         compilation.requirements,
          BaseName(compilation.path), compilation.digest(),
          compilation.revision,       &compilation.ledger,
          &compilation.sources,       compilation.changes ? &*compilation.changes : nullptr};
}

backends::BuildInput InputOf(const Agreement& agreement, std::optional<backends::AgreementInput>& view) {
  const Compilation& asked = agreement.requested;
  const SourceMap& sources = agreement.promised.sources;
  const bool promised = agreement.promised.model.has_value();
  view.emplace(backends::AgreementInput{agreement.answers, *asked.model, asked.requirements, asked.sources,
                                        BaseName(sources.Get(agreement.contract->span).path()),
                                        DigestOf(sources, agreement.contract->span.file), promised});
  backends::BuildInput input = InputOf(asked);  // its digest, revision and ledger, whatever was answered
  if (!promised) {
    input.agreement = &*view;
    return input;
  }
  return {*agreement.promised.model,
          agreement.promised.requirements,
          input.spec_name,
          input.spec_digest,
          input.revision,
          input.ledger,
          &agreement.promised.sources,
          input.changes,
          false,
          &*view};
}

bool TellAnswersOnly(const std::vector<std::string>& only) {
  const auto all = backends::AllBackends();
  return !only.empty() && std::all_of(only.begin(), only.end(), [&](const std::string& name) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.name == name && one.despite_errors; });
  });
}

static bool Wanted(const backends::BackendInfo& backend, const std::vector<std::string>& only) {
  return only.empty() || std::find(only.begin(), only.end(), backend.name) != only.end();
}

static void Run(const backends::BackendInfo& backend, const backends::BuildInput& input, const BackendSink& sink) {
  backend.generate(input, [&](backends::Artifact artifact) { sink(backend, std::move(artifact)); });
}

void Generate(const Compilation& compilation, const std::vector<std::string>& only, const BackendSink& sink) {
  HOTSITE_CHECK(compilation.model && !compilation.has_errors(), "only a spec without errors is built");
  const backends::BuildInput input = InputOf(compilation);
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (Wanted(backend, only)) Run(backend, input, sink);
  }
}

void Generate(const Agreement& agreement, const std::vector<std::string>& only, const BackendSink& sink) {
  const bool right = agreement.promised.model && !agreement.promised.has_errors();
  HOTSITE_CHECK(agreement.requested.model && agreement.contract && (right || TellAnswersOnly(only)),
                "only a promised site without errors is built");
  std::optional<backends::AgreementInput> view;
  const backends::BuildInput requested = InputOf(agreement.requested), promised = InputOf(agreement, view);
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (Wanted(backend, only)) Run(backend, backend.as_asked ? requested : promised, sink);
  }
}

std::vector<backends::Artifact> BuildAll(const Compilation& compilation, const std::vector<std::string>& only) {
  std::vector<backends::Artifact> artifacts;
  Generate(compilation, only, [&](const backends::BackendInfo&, backends::Artifact artifact) {
    artifacts.push_back(std::move(artifact));
  });
  return artifacts;
}

}  // namespace hotsite::driver
