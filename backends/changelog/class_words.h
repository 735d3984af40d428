// What the classes of changes mean, in words for a reviewer who meets them once a year.
#pragma once

#include <cstddef>
#include <string_view>

#include "compiler/diff/changes.h"

namespace hotsite::backends::changelog {

/// Completes "tightens: …": `the vendor must provide more than before, or keep to a stricter word`.
std::string_view MeaningOf(diff::ChangeClass what);

/// Completes a count: `3 tighten`, `1 tightens`, `2 new`.
std::string_view VerbOf(diff::ChangeClass what, std::size_t count);

}  // namespace hotsite::backends::changelog
