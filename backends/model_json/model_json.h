// The model_json backend: model.json, the checked model for other tools. Listed in backends/all.cpp.
//
// What it holds is said in schema_rows.cpp, which the JSON Schema (`hotsite schema`) and the chapter of the manual
// (`hotsite manual model`) are made of: a member that is written here has a row there. A new member doesn't raise the
// format's version; one that goes or changes its meaning does. What says nothing is left out. Every element of a list
// that grows with the shop stands on a line of its own.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::model_json {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"model_json", "the checked model for other tools", "model.json", &Generate};

}  // namespace hotsite::backends::model_json
