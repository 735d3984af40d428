// Checked model -> artifacts. The commands put them on disk; tests look at them in memory.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backends/backend.h"
#include "compiler/driver/agreement.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

/// Runs the backends in `only` (all when empty) and hands on one artifact at a time, with its backend. The compilation
/// must have no errors.
using BackendSink = std::function<void(const backends::BackendInfo&, backends::Artifact)>;
void Generate(const Compilation& compilation, const std::vector<std::string>& only, const BackendSink& sink);

/// What the backends are given.
backends::BuildInput InputOf(const Compilation& compilation);

/// The same with what the vendor answered: backends that tell what is asked make it from the requested site, all others
/// from the promised one. Where the promised one has errors, only those are run that tell what was answered
/// (BackendInfo::despite_errors); they must be all in `only`.
void Generate(const Agreement& agreement, const std::vector<std::string>& only, const BackendSink& sink);

/// The promised site with the answers; refers to `view`, which it fills in. The requested one, where there is no other.
backends::BuildInput InputOf(const Agreement& agreement, std::optional<backends::AgreementInput>& view);

/// Whether all of these backends, of which there must be one, tell what was answered, so that errors don't keep them
/// from being made.
bool TellAnswersOnly(const std::vector<std::string>& only);

/// All artifacts at once, for small specs.
std::vector<backends::Artifact> BuildAll(const Compilation& compilation, const std::vector<std::string>& only = {});

}  // namespace hotsite::driver
