// Whether one system at a site reaches another, there and back: the question of HS2415, of one pair.
#pragma once

#include <optional>
#include <vector>

#include "compiler/rules/paths.h"

namespace hotsite::rules {

/// An address of what is to be reached.
struct Goal {
  IpAddress ip;
  model::NetworkId network;  // that it is on; invalid: of none of ours (a virtual address, an external system's)
};

/// Who is to be reached. No placement: an external system, of which nothing but its addresses is known.
struct Target {
  model::PlacementId placement;
  std::vector<Goal> goals;
  bool unknown = false;  // some address isn't known, or is another rule's finding
};

/// The addresses of a placed system: of its interfaces, and virtual ones.
Target TargetOf(const model::Model& model, model::PlacementId id);
/// Those of an external system at a site.
Target TargetOf(const model::Model& model, model::SiteId site, const model::System& external);

struct Reach {
  enum class Verdict {
    kReached,
    kUnknown,   // hangs on what isn't said, or on what another rule finds fault with
    kDoubtful,  // hangs on a router outside that would have to know a network behind one of ours
    kBroken,
  };
  Verdict verdict = Verdict::kUnknown;
  Goal goal;         // kDoubtful, kBroken: the address that came furthest
  IpAddress source;  // whence the answer is asked for, where the way there was found
  model::NetworkId source_network;
  Way there;
  std::optional<Way> back;  // where the way there was found

  /// The way that ends too early.
  const Way& broken() const { return back ? *back : there; }
};

/// Whether any of the target's addresses is reached.
Reach ReachOf(const model::Model& model, const Paths& paths, model::PlacementId from, const Target& target);

}  // namespace hotsite::rules
