// Addresses of the systems at one site, for the rules that judge them: each with who has it and where it was written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::rules {

/// One address on one network at one site.
struct HeldAddress {
  model::NetworkId network;
  std::optional<IpAddress> ip;  // nothing where the site can't resolve it
  const model::Address* written = nullptr;
  const model::System* owner = nullptr;
  bool is_virtual = false;
};

/// Those of all placed systems' NICs, in placement order, then those of external systems.
std::vector<HeldAddress> AddressesAt(const model::Model& model, model::SiteId site);

/// Static virtual addresses of the placed z/OS systems. The network is the one that they are written with or whose
/// subnet holds them; not valid where that is none, or not one alone.
std::vector<HeldAddress> VirtualAddressesAt(const model::Model& model, model::SiteId site);

/// Addresses of external systems that are written as numbers, with the network in whose subnet they are.
std::vector<HeldAddress> NumbersOfExternals(const model::Model& model, model::SiteId site);

/// `OFFICE[21]`, or the literal.
std::string ToString(const model::Model& model, const model::Address& address);

}  // namespace hotsite::rules
