#include <algorithm>
#include <map>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;

/// What a z/VM takes that isn't told another. Source: z/VM CP Planning and Administration, VMLAN (MACPREFIX 020000).
constexpr std::string_view kDefaultPrefix = "020000";

std::string PrefixOf(const Placement& host) { return host.settings.mac_prefix.value_or(std::string(kDefaultPrefix)); }

/// At layer 3 the OSA's own address is all that anybody sees of a vswitch's guests.
bool IsSeenOutside(const model::PlacedLan& placed) {
  return placed.lan.is_vswitch() && placed.lan.effective_transport() == model::Transport::kEthernet &&
         std::any_of(placed.uplinks.begin(), placed.uplinks.end(),
                     [](const Attachment& up) { return up.kind != Attachment::Kind::kNone; });
}

/// By z/VM, in text order: networks on which frames leave it with MAC addresses that it made up. Those that the spec
/// gives are HS2413's.
using Made = std::map<PlacementId, std::set<NetworkId>>;

Made MadeAt(const Model& model, const model::Site& site) {
  Made made;
  for (const PlacementId id : site.placements) {
    const Placement& placement = model.at(id);
    for (const model::PlacedNic& nic : placement.nics) {
      const Attachment& to = nic.attachment;
      const model::PlacedNic& owner = nic.over ? placement.nics[*nic.over] : nic;
      if (to.kind != Attachment::Kind::kLan || model.NicOf(placement, owner).mac) continue;
      if (IsSeenOutside(model.at(to.host).lans[to.lan])) made[to.host].insert(nic.network);
    }
  }
  return made;
}

/// Home's z/VM systems by prefix and network; the first of each.
using AtHomeIndex = std::map<std::pair<std::string, NetworkId>, const Placement*>;

AtHomeIndex HostsAtHome(const Model& model) {
  AtHomeIndex hosts;
  for (const auto& [id, networks] : MadeAt(model, *model.home())) {
    for (const NetworkId network : networks) hosts.emplace(std::pair(PrefixOf(model.at(id)), network), &model.at(id));
  }
  return hosts;
}

/// Whether frames get from here to home on it, without the addresses being home's too: that is HS2420's finding.
bool JoinsHome(const Model& model, const Placement& host, NetworkId network) {
  const model::NetworkPlan& here = model.PlanOf(host.site, network);
  if (!here.connected_home.known() || !*here.connected_home) return false;
  const auto& home = model.PlanOf(model.IdOf(*model.home()), network).subnet;
  return !(here.subnet.known() && home.known() && here.subnet->Overlaps(*home));
}

/// One that no z/VM of the spec has.
std::string FreePrefix(const Model& model) {
  std::set<std::string> taken{std::string(kDefaultPrefix)};
  for (const Placement& placement : model.placements) taken.insert(PrefixOf(placement));
  for (const model::System& system : model.systems) {
    if (system.settings.mac_prefix.known()) taken.insert(*system.settings.mac_prefix);
  }
  unsigned number = 1;
  while (taken.contains(fmt::format("02{:04X}", number))) ++number;
  return fmt::format("02{:04X}", number);
}

void Tell(const Model& model, const Placement& host, const Placement& home, NetworkId network,
          model::RuleReporter& report) {
  const std::string& name = model.SystemOf(host).name;
  const model::Stated<std::string>& prefix = host.settings.mac_prefix;
  const Span connected = model.PlanOf(host.site, network).connected_home.span();
  auto& finding = report.Warn(prefix.known() ? prefix.span() : host.written.name,
                              "`{}` would make the MAC addresses of `{}` at home on `{}`, which reaches home from `{}`",
                              name, model.SystemOf(home).name, model.at(network).name, model.at(host.site).name);
  finding
      .Here(prefix.known() ? fmt::format("both begin with {}", *prefix)
                           : fmt::format("nothing is said, so both begin with {}", kDefaultPrefix))
      .Mark(connected, "connected to home")
      .Note(
          "where the two sites share a LAN, a switch learns one address on two ports by turns: connections of "
          "production "
          "hang and recover, and no message says why");
  const std::string text = fmt::format("say another prefix here: `macprefix {}`", FreePrefix(model));
  if (Editable(host.written) && host.stated) {
    const std::string statement = fmt::format("macprefix {}", FreePrefix(model));
    finding.Offer(text, {InsertIntoBlock(report.sources(), host.written, statement)});
  } else {
    finding.Advise(text);
  }
  finding.Advise("or accept it, with a reason, where a router stands between the sites");
  finding.About(name).About(model.at(network).name);
}

void Run(const Model& model, model::RuleReporter& report) {
  if (model.home() == nullptr) return;
  const AtHomeIndex at_home = HostsAtHome(model);
  if (at_home.empty()) return;
  for (const model::Site* site : model.recovery_sites()) {
    for (const auto& [id, networks] : MadeAt(model, *site)) {
      const Placement& host = model.at(id);
      if (model.SystemOf(host).vendors) continue;
      const auto joined = std::find_if(networks.begin(), networks.end(), [&](NetworkId network) {
        return at_home.contains({PrefixOf(host), network}) && JoinsHome(model, host, network);
      });
      if (joined != networks.end()) Tell(model, host, *at_home.at({PrefixOf(host), *joined}), *joined, report);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A z/VM makes up the MAC addresses of its guests: a prefix of three bytes, which
SYSTEM CONFIG gives it (VMLAN MACPREFIX; 020000 where it says nothing), and a
number behind it that counts up, or the MACID of a NICDEF. A restored z/VM has
the prefix, the numbers and the MACIDs of home. As long as the recovery site
is cut off that does no harm, nor where a router joins it to home. On a LAN
that both sites share, both systems answer for the same MAC addresses, if
their frames leave by a vswitch of layer 2: the switch between them learns one
address on two ports, by turns, and connections of production hang for seconds
and recover, for which everybody will look in the wrong place.

The rule can't see what joins the sites: it tells of every network that is
`connected to home` and has other addresses here (with those of home it is
HS2420's error). Guests whose MAC address the spec itself gives are HS2413's.

To repair it, give the z/VM another prefix at the site: `lpar VMPROD {
macprefix 020002 }`. Prefixes of one's own begin with 02 (locally
administered). It stands before the first vswitch in SYSTEM CONFIG and holds
from the next IPL.

Source: CP Planning and Administration, VMLAN statement, MACPREFIX; that both
sites then answer for one address is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  memory 8 GiB
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { memory 1 GiB; nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}

recovery "2026" {
  vendor "A Vendor"
  site hotsite {
    network OFFICE { subnet 10.99.30.0/24; connected to home }
    machine BOX {
      lpar VMPROD { memory 8 GiB }
      osa OSA0 carries OFFICE { devices ? for VMPROD }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  memory 8 GiB
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { memory 1 GiB; nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}

recovery "2026" {
  vendor "A Vendor"
  site hotsite {
    network OFFICE { subnet 10.99.30.0/24; connected to home }
    machine BOX {
      lpar VMPROD { memory 8 GiB; macprefix 020001 }
      osa OSA0 carries OFFICE { devices ? for VMPROD }
    }
  }
}
)";

}  // namespace

const model::Rule kSameMacPrefix = {
    .title = "A z/VM would make the MAC addresses of home on a network that reaches home.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
