// Compares the systems of two specs, what each is and where it runs.
#pragma once

#include <vector>

#include "compiler/diff/spec_changes.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {

/// Appends what changed. Systems are compared one at a time: the sheets of a large shop never lie in memory together.
/// Of a system that only one spec has nothing is told but the system itself.
void CompareSystems(const View& before, const View& now, std::vector<SpecChange>& changes);

}  // namespace hotsite::diff
