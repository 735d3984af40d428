// The two ways out of a third level of virtualization, as edits of the spec: a partition of its own for the inner z/VM,
// or its guests directly under the outer one. Used by third_level_guest.cpp.
#pragma once

#include <optional>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/model.h"

namespace hotsite::rules {

/// What a way out needs besides the placement, and its edits. No edits: it takes more than moving text, or the text
/// stands for more than this place (made by a `for`, shared by another statement).
struct Option {
  std::vector<model::NetworkId> networks;  // that the edits give a carrier to
  std::vector<Edit> edits;
};

/// Option 1: `inner` gets a partition of its own; what it took from LANs of the outer z/VM comes from devices of the
/// machine.
Option OwnPartition(const model::Model& model, const SourceMap& sources, const model::Placement& inner);

/// Option 2: the guests of `inner` run directly under the outer z/VM, which gets LANs for their networks.
Option DirectlyUnder(const model::Model& model, const SourceMap& sources, const model::Placement& inner);

}  // namespace hotsite::rules
