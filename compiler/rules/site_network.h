// The networks of one site as a packet meets them: which interfaces share a segment, who answers for an address there,
// and what the outside can reach. Made once a site; every question is answered in logarithmic time.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/model/segments.h"

namespace hotsite::rules {

/// An index into the segments of all networks of the site.
using SegmentIndex = std::uint32_t;

/// Who answers for an address on a segment.
struct Answering {
  enum class Who {
    kPlaced,   // a system of ours on that segment
    kApart,    // a system of ours that is on the network, and not on that segment
    kMissing,  // a system of ours that isn't placed here
    kOutside,  // none of ours: what it knows isn't said
  };
  Who who = Who::kOutside;
  model::PlacementId placement;  // kPlaced, kApart
  std::size_t nic = 0;           // kPlaced, kApart: index into its nics
};

/// Whether packets from outside come to a segment.
enum class FromOutside : std::uint8_t {
  kNever,
  kThroughOurs,  // through systems of ours that forward, if somebody outside sends them there
  kDirectly,     // an OSA carries it, or its gateway is none of ours
};

/// Whether a system hands packets on to `network`: a Linux says so, z/OS does unless its profile says NODATAGRAMFWD
/// (IBM Support, "What enables IP forwarding on a z/OS system?"), of others it isn't known.
bool Forwards(const model::System& system, model::NetworkId network);

class SiteNetwork {
 public:
  SiteNetwork(const model::Model& model, model::SiteId site);

  SegmentIndex SegmentOf(model::PlacementId placement, std::size_t nic) const {
    return segment_of_[first_nic_[placement.index] + nic];
  }
  const model::Segment& at(SegmentIndex segment) const { return segments_[segment]; }
  Answering WhoHas(model::NetworkId network, SegmentIndex segment, const IpAddress& address) const;
  /// Whether a system answers for `address` at its interface `nic`.
  bool Has(model::PlacementId placement, std::size_t nic, const IpAddress& address) const;
  /// Whether `address` is a virtual address of the system.
  bool HasVirtual(model::PlacementId placement, const IpAddress& address) const;
  /// Whether another rule finds fault with an address of the system: used twice (HS2401), or unusable (HS2402).
  bool HasFaultyAddress(model::PlacementId placement) const { return faulty_[placement.index]; }
  FromOutside OutsideOf(SegmentIndex segment) const { return outside_[segment]; }

 private:
  struct Held {
    model::NetworkId network;
    IpAddress ip;
    SegmentIndex segment = 0;
    model::PlacementId placement;
    std::size_t nic = 0;
    friend auto operator<=>(const Held&, const Held&) = default;
  };

  void IndexSegments();
  void IndexAddresses();
  void FindFaults();
  std::vector<IpAddress> VipasOf(model::PlacementId id) const;
  void IndexMissing();
  void SpreadOutside();
  bool TouchesOutside(model::NetworkId network, const model::Segment& segment) const;
  std::vector<SegmentIndex> ForwardedBy(model::PlacementId id) const;

  const model::Model& model_;
  model::SiteId site_;
  std::vector<model::Segment> segments_;
  std::vector<model::NetworkId> network_of_;  // by segment
  std::vector<std::size_t> first_nic_;        // by placement, into segment_of_
  std::vector<SegmentIndex> segment_of_;
  std::vector<Held> held_;                                         // sorted
  std::vector<std::pair<model::NetworkId, IpAddress>> missing_;    // sorted
  std::vector<std::pair<model::PlacementId, IpAddress>> virtual_;  // sorted
  std::vector<bool> faulty_;                                       // by placement
  std::vector<FromOutside> outside_;
};

}  // namespace hotsite::rules
