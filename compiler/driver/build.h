// Checked model -> artifacts. The commands put them on disk; tests look at them in memory.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "backends/backend.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

/// Runs the backends in `only` (all when empty) and hands on one artifact at a time, with its backend. The compilation
/// must have no errors.
using BackendSink = std::function<void(const backends::BackendInfo&, backends::Artifact)>;
void Generate(const Compilation& compilation, const std::vector<std::string>& only, const BackendSink& sink);

/// What the backends are given.
backends::BuildInput InputOf(const Compilation& compilation);

/// All artifacts at once, for small specs.
std::vector<backends::Artifact> BuildAll(const Compilation& compilation, const std::vector<std::string>& only = {});

}  // namespace hotsite::driver
