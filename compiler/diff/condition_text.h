// A condition of a `require`, as the spec could write it: without the author's spacing, so that a reformat is no
// change.
#pragma once

#include <string>

#include "compiler/model/constraint.h"

namespace hotsite::diff {

/// `sum of memory of partitions at most 80 % of memory`. What is nested stands in parentheses.
std::string TextOf(const model::Condition& condition);

}  // namespace hotsite::diff
