// How facts call what they refer to, in the names of the newer side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/view.h"

namespace hotsite::diff {

/// Names of which the order says nothing: `APP, FRONT`.
std::string NamesOf(const View& view, const std::vector<model::NetworkId>& networks);
std::string NamesOf(const View& view, const std::vector<model::SystemId>& systems);
/// In the order given.
std::string Joined(const std::vector<std::string>& texts);

/// `OFFICE[21]`, `10.1.1.21`.
std::string TextOf(const View& view, const model::Address& address);
std::string TextOf(const View& view, const std::vector<model::Address>& addresses);
/// What they are at a site; empty where one of them can't be told.
std::string ResolvedOf(const View& view, model::SiteId site, const std::vector<model::Address>& addresses);

/// The word that is set, in words: `yes`, `no`.
inline std::string YesOrNo(bool yes) { return yes ? "yes" : "no"; }

/// Keys of sheets that others follow, with the attribute.
std::string SubnetKey(const View& view, model::SiteId site, model::NetworkId network);
std::string PlacementKey(const View& view, const model::Placement& placement);
/// Of the sheet that only a system has which is placed nowhere. What is told by placement belongs to it there, so that
/// it isn't told as gone when the system gets a place.
std::string UnplacedKey(const View& view, model::SystemId system);
/// `grant/hotsite/Z10/UPLINK/VMPROD`; for everybody: the system isn't valid.
std::string GrantKey(const View& view, model::MachineId machine, std::string_view channel, model::SystemId system);

}  // namespace hotsite::diff
