// `hotsite check SPEC --new-only REVISION`: what a spec had before it doesn't have to answer for again.
#pragma once

#include <optional>
#include <string>

#include "compiler/driver/pipeline.h"
#include "compiler/driver/spec_source.h"

namespace hotsite::driver {

/// Drops from `now`, the compilation of `spec`, each finding that the spec had at `revision` too: the same by its
/// fingerprint, so wherever it stands and however it is worded. Nothing is dropped where the spec has no model, since
/// what keeps it from being read keeps it from being judged. Gives a sentence on what was done, for people; on a
/// revision that git doesn't have nothing, and `problem` says why.
std::optional<std::string> KeepNewFindings(const SpecSource& spec, const std::string& revision, Compilation& now,
                                           std::string* problem);

}  // namespace hotsite::driver
