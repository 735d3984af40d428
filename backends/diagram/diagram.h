// diagrams/: home, each recovery site, and both side by side, as SVG.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::diagram {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"diagram", "pictures of home and of the recovery sites", "diagrams/", Generate};

}  // namespace hotsite::backends::diagram
