// Where a change stands in the specs.
#pragma once

#include <cstdint>
#include <string>

#include "backends/changelog/changelog.h"

namespace hotsite::backends::changelog {

/// `2009.dr:14` in the newer spec; `was 2008.dr:14` where only the older one says it. Empty: nowhere.
std::string PlaceOf(const Changelog& log, const diff::SpecChange& change);

}  // namespace hotsite::backends::changelog
