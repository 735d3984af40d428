// Members of one network at one site that can't reach each other: found once here, and divided among the rules that
// tell of it, so that one mistake makes one message. HS2005 has members on several machines, HS2414 those that a guest
// LAN shuts in, HS2407 the rest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/segments.h"

namespace hotsite::rules {

struct Separation {
  enum class Cause : std::uint8_t { kMachines, kGuestLan, kNoCarrier };
  Cause cause = Cause::kNoCarrier;
  const model::Site* site = nullptr;
  model::NetworkId network;
  std::vector<model::Member> uncarried;           // that nothing reaches
  std::vector<std::vector<model::Member>> parts;  // carried ones, apart from one another
  model::PlacementId host;                        // kGuestLan: whose LAN it is
  std::size_t lan = 0;                            // kGuestLan: index into the host's lans
  std::size_t part = 0;                           // kGuestLan: which of `parts` it joins
};

/// Nothing where the members reach each other, or where another rule tells why not: HS2409 of a switch without uplink,
/// HS2002 and HS2004 of systems that stand where they can't.
std::optional<Separation> SeparationOf(const model::Model& model, const model::Site& site, model::NetworkId network,
                                       const std::vector<model::Segment>& segments);

/// Whether the site has what such a separation needs, several machines or a guest LAN: most have neither, and needn't
/// be looked at.
bool MayHave(const model::Model& model, const model::Site& site, Separation::Cause cause);

/// The separations with one cause, site by site, each with the segments of its network.
template <class Visit>
void ForEachSeparation(const model::Model& model, Separation::Cause cause, Visit visit) {
  for (const model::Site& site : model.sites) {
    if (!MayHave(model, site, cause)) continue;
    const auto segments = model::SegmentsAt(model, model.IdOf(site));
    for (const model::Network& network : model.networks) {
      const auto& own = segments[model.IdOf(network).index];
      const auto found = SeparationOf(model, site, model.IdOf(network), own);
      if (found && found->cause == cause) visit(*found, own);
    }
  }
}

/// The names of the members' systems, each once.
std::vector<std::string> NamesIn(const model::Model& model, const std::vector<model::Member>& members);

}  // namespace hotsite::rules
