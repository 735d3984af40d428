// What is told to people of the changes: what belongs together in one sentence.
#pragma once

#include "compiler/diff/spec_changes.h"

namespace hotsite::backends::changelog {

/// The changes without those that another one tells too: a system's new level stands in the change of its place
/// (`guest of VENDORVM, level 2`). Programs get them all.
diff::SpecChanges ForPeople(const diff::SpecChanges& changes);

/// The rows of a change that none of its consequences names.
std::vector<std::string> UnnamedRows(const diff::SpecChange& change);

}  // namespace hotsite::backends::changelog
