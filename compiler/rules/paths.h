// The way of a packet through the systems of one site, hop by hop: where it is sent from, who forwards it, and where it
// ends. For the rules that ask whether somebody is reached (HS2415, HS2421).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compiler/rules/route_table.h"
#include "compiler/rules/site_network.h"

namespace hotsite::rules {

/// Somebody sends a packet on, on one of his networks.
struct Step {
  model::PlacementId from;
  std::size_t nic = 0;  // index into Placement::nics
};

struct Way {
  enum class End {
    kOnTheWay,  // not yet; never of a way that is handed out
    kArrives,
    kUnknown,       // at something that isn't said, or that another rule finds fault with
    kNoRoute,       // `at` has no route to the address
    kNotForwarded,  // `at` doesn't forward to the network of the last step
    kMissing,       // the address is of a system of ours that isn't placed here
    kApart,         // the next one is on the network, and not on the same part of it
    kOutside,       // at a router that is none of ours
    kCircle,        // back at a system where it has been
  };
  End end = End::kUnknown;
  model::PlacementId at;         // where it ends: the addressee, or who can't send it on
  model::PlacementId apart;      // kApart: who isn't reached
  std::vector<Step> steps;       // in order
  std::optional<IpAddress> via;  // kOutside: the router
  bool by_default = false;       // kOutside: since no route leads there
};

class Paths {
 public:
  Paths(const model::Model& model, model::SiteId site);

  /// The way of a packet from `from` to `to`.
  Way Trace(model::PlacementId from, const IpAddress& to) const { return Walk({from, {}}, to); }
  /// The same for a packet that `from` has got over its interface `in` and would send on.
  Way TraceOn(model::PlacementId from, std::size_t in, const IpAddress& to) const { return Walk({from, in}, to); }

  const SiteNetwork& network() const { return network_; }

 private:
  /// Where the packet is, and over which of the interfaces it came; nothing: it begins there.
  struct Place {
    model::PlacementId placement;
    std::optional<std::size_t> nic;
  };

  const RouteTable& TableOf(model::PlacementId id) const;
  Way Walk(Place place, const IpAddress& to) const;
  Way::End Hop(Way& way, Place& place, const IpAddress& to) const;
  Way::End Deliver(Way& way, Place& place, const Exit& exit, const IpAddress& to) const;
  bool ApartOnPurpose(SegmentIndex here, SegmentIndex there) const;

  const model::Model& model_;
  SiteNetwork network_;
  // Guests that are alike share a table, so that a hundred thousand of them cost one.
  mutable std::map<std::string, std::unique_ptr<RouteTable>> tables_;
  mutable std::vector<const RouteTable*> table_of_;  // by placement; made when asked for
};

/// Whether a Linux forwards packets that come in from `network`; all other systems are taken to.
bool ForwardsFrom(const model::System& system, model::NetworkId network);

}  // namespace hotsite::rules
