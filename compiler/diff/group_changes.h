// Puts together what changed alike, so that "12 guests: memory 1 GiB, now 2 GiB" is one change.
#pragma once

#include <vector>

#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

/// Changes that say the same of the same thing at several sites become one of all these sites; those that say the same
/// of several things become one of all these. Sorted by topic, then class, then as they came.
std::vector<SpecChange> GroupChanges(std::vector<SpecChange> changes);

/// By topic, then class; else as they stand.
void SortByTopic(std::vector<SpecChange>& changes);

}  // namespace hotsite::diff
