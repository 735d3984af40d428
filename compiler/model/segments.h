// Which members of a network can reach each other directly at a site: the network's segments. Two NICs are in one
// segment when they are attached to the same vswitch, guest LAN or machine carrier, or through uplinks that join those.
// The OSAs of one network are one segment: they meet in the LAN outside. Used by rules, requirements and backends.
#pragma once

#include <vector>

#include "compiler/model/model.h"

namespace hotsite::model {

struct Member {
  PlacementId placement;
  std::size_t nic = 0;  // index into Placement::nics
  friend bool operator==(const Member&, const Member&) = default;
};

struct Segment {
  std::vector<Member> members;      // in placement order
  std::vector<CarrierId> carriers;  // of the machine, if any: the segment reaches the outside when one is an OSA
  std::vector<std::pair<PlacementId, std::size_t>> lans;  // vswitches and guest LANs: host and index
};

/// The segments of a network at a site, in order of their first member; members that nothing carries are a segment
/// each, last.
std::vector<Segment> SegmentsOf(const Model& model, SiteId site, NetworkId network);

/// The segments of all networks at a site, by NetworkId: one pass over the site for those who want them all.
std::vector<std::vector<Segment>> SegmentsAt(const Model& model, SiteId site);

/// Whether the network goes on outside what the spec describes: it has a gateway, and that is no system
/// of the spec (a router of ours that isn't placed here is missing, not outside: HS2408).
bool HasOutside(const Model& model, SiteId site, NetworkId network);

/// The placed system that has `address` on `network` at `site` (its router when that is the gateway).
const Placement* OwnerOf(const Model& model, SiteId site, NetworkId network, const IpAddress& address);

}  // namespace hotsite::model
