// What runs where, before and after, as one tree whose lines are marked.
#pragma once

#include <string>

#include "compiler/model/model.h"

namespace hotsite::backends::changelog {

/// A site's machines, partitions and systems: a line each, `-` before what only `before` has and `+` before what only
/// `now` has, as a diff. What didn't change is told with its name alone, guests that are alike in one line. Either may
/// be absent: the site is new or gone. Empty: everything runs where it did.
std::string PlacementDiff(const model::Model& before, const model::Site* old_site, const model::Model& now,
                          const model::Site* new_site);

}  // namespace hotsite::backends::changelog
