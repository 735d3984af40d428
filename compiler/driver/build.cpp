#include "compiler/driver/build.h"

#include <algorithm>
#include <utility>

#include "compiler/support/check.h"

namespace hotsite::driver {

backends::BuildInput InputOf(const Compilation& compilation) {
  return {*compilation.model,         compilation.requirements,
          BaseName(compilation.path), compilation.digest(),
          compilation.revision,       &compilation.ledger,
          &compilation.sources,       compilation.changes ? &*compilation.changes : nullptr};
}

void Generate(const Compilation& compilation, const std::vector<std::string>& only, const BackendSink& sink) {
  HOTSITE_CHECK(compilation.model && !compilation.has_errors(), "only a spec without errors is built");
  const backends::BuildInput input = InputOf(compilation);
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (!only.empty() && std::find(only.begin(), only.end(), backend.name) == only.end()) continue;
    backend.generate(input, [&](backends::Artifact artifact) { sink(backend, std::move(artifact)); });
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
