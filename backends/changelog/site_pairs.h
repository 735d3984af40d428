// Which site of one spec is which of the other.
#pragma once

#include <vector>

#include "compiler/model/model.h"

namespace hotsite::backends::changelog {

/// A site on both sides; on one only: it is new or gone.
struct SitePair {
  const model::Site* before = nullptr;
  const model::Site* now = nullptr;
};

/// By name; where each spec has one recovery site, these belong together whatever they are called. Recovery sites
/// first.
std::vector<SitePair> PairSites(const model::Model& before, const model::Model& now);

}  // namespace hotsite::backends::changelog
