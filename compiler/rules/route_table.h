// Where a placed system sends a packet: its own networks, its written routes and its networks' gateways, the longest
// prefix first. What the spec leaves open makes an answer unknown, never wrong.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::rules {

/// By which NIC, and to whom on its network.
struct Exit {
  std::size_t nic = 0;           // index into Placement::nics
  std::optional<IpAddress> via;  // nothing: to the addressee itself
  friend auto operator<=>(const Exit&, const Exit&) = default;
};

class RouteTable {
 public:
  enum class Answer { kExit, kNoRoute, kUnknown };
  struct Found {
    Answer answer = Answer::kUnknown;
    Exit exit;                // kExit
    bool by_default = false;  // kExit: since nothing else holds the address
  };

  RouteTable(const model::Model& model, const model::Placement& placement);

  Found Find(const IpAddress& to) const;

 private:
  struct Entry {
    Subnet subnet;
    std::set<Exit> exits;  // several: HS2404 or HS2422 tells
  };
  /// The entries of one prefix length, by network address.
  using Level = std::map<IpAddress, Entry>;

  void AddNetworks(const model::Model& model, const model::Placement& placement);
  void AddRoutes(const model::Model& model, const model::Placement& placement);
  void Add(const Subnet& subnet, Exit exit);
  const Entry* LongestMatch(const IpAddress& to) const;

  std::map<int, Level> levels_;  // by prefix length, longest first (negated)
  std::optional<Exit> default_v4_, default_v6_;
  bool unknown_v4_ = false, unknown_v6_ = false;  // whether the default route is for others to judge, or open
  bool incomplete_ = false;                       // some subnet isn't known, so an address may well be in it
};

}  // namespace hotsite::rules
