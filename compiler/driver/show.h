// What `hotsite show` prints: a checked model as a person wants to see it, 80 columns wide. Pure text from the model.
#pragma once

#include <string>

#include "compiler/model/model.h"

namespace hotsite::driver {

/// One site: its machines, their partitions, the systems in them as a tree with level, processors, memory and tier;
/// runs of like guests in one line.
std::string ShowPlacements(const model::Model& model, const model::Site& site);

/// The networks that have members at the site: addresses, how many members, what carries them.
std::string ShowNetworks(const model::Model& model, const model::Site& site);

/// Our systems that have no place at the site; empty when all have.
std::string ShowNotPlaced(const model::Model& model, const model::Site& site);

/// `LNXTST1 … LNXTST12` for names that differ in their number alone, others as they are, in order of the first.
/// `alike(a, b)` says whether two may stand in one run. At least three make a run.
struct Run {
  std::vector<std::size_t> members;  // indexes into `names`
  std::string name;
};
std::vector<Run> FoldNames(const std::vector<std::string>& names, const std::vector<std::string>& likeness);

}  // namespace hotsite::driver
