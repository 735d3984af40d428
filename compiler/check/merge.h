// What happens when a system takes over a profile: a statement said again replaces the profile's, one with the same key
// merges with it, a list is replaced unless it says `also`.
#pragma once

#include <string>
#include <vector>

#include "compiler/check/entry.h"

namespace hotsite::check {

/// `own` over `base`. The base's statements keep their order and come first; they are marked as generated.
std::vector<Entry> MergeChildren(std::vector<Entry> base, std::vector<Entry> own);

/// How many statements these are, with those in their blocks.
std::size_t CountStatements(const std::vector<Entry>& entries);

/// What tells statements of one word apart: the first operand as text; empty for other than keyed rows.
std::string KeyOf(const Entry& entry);

}  // namespace hotsite::check
