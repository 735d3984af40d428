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
};

/// Those of all placed systems' NICs, in placement order, then those of external systems.
std::vector<HeldAddress> AddressesAt(const model::Model& model, model::SiteId site);

/// `OFFICE[21]`, or the literal.
std::string ToString(const model::Model& model, const model::Address& address);

}  // namespace hotsite::rules
