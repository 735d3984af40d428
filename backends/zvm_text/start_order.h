// The order in which the guests of a z/VM or KVM host start: controllers, then `start first`, then by `start after` and
// `needs`. A need that runs elsewhere is somebody's to confirm. Used by the start EXEC and by the bring-up plan.
#pragma once

#include <vector>

#include "backends/zvm_text/host.h"

namespace hotsite::backends::zvm_text {

/// A system that isn't started by this z/VM but must be up before guests of a step are of use.
struct OutsideNeed {
  model::SystemId system;
  std::vector<const model::Placement*> needed_by;
};

struct OrderedGuest {
  const model::Placement* guest = nullptr;
  std::vector<model::SystemId> after;  // what must be up, in the spec's order, each once
};

struct StartStep {
  bool first = false;  // the guests that `start first`
  std::vector<OutsideNeed> needs;
  std::vector<OrderedGuest> guests;
};

/// The steps behind the controllers. Linear in guests and their dependencies. Guests in a cycle (an error, HS2601) form
/// the last step.
std::vector<StartStep> StartOrder(const model::Model& model, const model::Placement& host);

}  // namespace hotsite::backends::zvm_text
