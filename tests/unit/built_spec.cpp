#include "tests/unit/built_spec.h"

#include "compiler/requirements/derive.h"

namespace hotsite {

BuiltSpec BuildSpec(std::string text, std::string_view only) {
  BuiltSpec built;
  built.checked = Check(std::move(text));
  if (!built.checked.model) return built;
  const model::Model& model = *built.checked.model;
  const requirements::Requirements requirements = requirements::Derive(model, {});
  const backends::BuildInput input{model, requirements, "main.dr", "0", 0};
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (!only.empty() && only.find(backend.name) == std::string_view::npos) continue;
    backend.generate(input, [&](backends::Artifact artifact) {
      std::string path = artifact.path;
      built.files.emplace(std::move(path), std::move(artifact));
    });
  }
  return built;
}

}  // namespace hotsite
