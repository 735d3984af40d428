#include <algorithm>
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

/// What a z/VM takes that isn't told another. Source: z/VM CP Planning and Administration, VMLAN (MACPREFIX 020000).
constexpr std::string_view kDefaultPrefix = "020000";

std::string PrefixOf(const Placement& host) { return host.settings.mac_prefix.value_or(std::string(kDefaultPrefix)); }

/// Networks whose frames leave a z/VM with the MAC addresses of its guests: those on its layer-2 vswitches with an
/// uplink. At layer 3 the OSA's own address is all that anybody sees.
std::set<NetworkId> SeenOutside(const Placement& host) {
  std::set<NetworkId> networks;
  for (const model::PlacedLan& placed : host.lans) {
    if (!placed.lan.is_vswitch() || placed.lan.effective_transport() != model::Transport::kEthernet) continue;
    const bool leaves = std::any_of(placed.uplinks.begin(), placed.uplinks.end(),
                                    [](const Attachment& up) { return up.kind != Attachment::Kind::kNone; });
    if (leaves) networks.insert(placed.lan.networks.begin(), placed.lan.networks.end());
  }
  return networks;
}

/// Home's z/VM systems by prefix and network; the first of each.
using AtHomeIndex = std::map<std::pair<std::string, NetworkId>, const Placement*>;

AtHomeIndex HostsAtHome(const Model& model) {
  AtHomeIndex hosts;
  for (const model::PlacementId id : model.home()->placements) {
    const Placement& host = model.at(id);
    if (!model.SystemOf(host).is_zvm()) continue;
    for (const NetworkId network : SeenOutside(host)) hosts.emplace(std::pair(PrefixOf(host), network), &host);
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
                              "`{}` would make the same MAC addresses at `{}` as `{}` at home, and `{}` joins them",
                              name, model.at(host.site).name, model.SystemOf(home).name, model.at(network).name);
  finding
      .Here(prefix.known() ? std::string("in force at both sites")
                           : fmt::format("nothing is said, so both begin with {}", kDefaultPrefix))
      .Mark(connected, "frames reach home from here")
      .Note(
          "a z/VM numbers its guests' MAC addresses behind this prefix from 1: two guests with one address take each "
          "other's answers, now and then, and no message says so");
  const std::string text = fmt::format("say another prefix here: `macprefix {}`", FreePrefix(model));
  if (Editable(host.written) && host.stated) {
    const std::string statement = fmt::format("macprefix {}", FreePrefix(model));
    finding.Offer(text, {InsertIntoBlock(report.sources(), host.written, statement)});
  } else {
    finding.Advise(text);
  }
  finding.About(name).About(model.at(network).name);
}

void Run(const Model& model, model::RuleReporter& report) {
  if (model.home() == nullptr) return;
  const AtHomeIndex at_home = HostsAtHome(model);
  if (at_home.empty()) return;
  for (const model::Site* site : model.recovery_sites()) {
    for (const model::PlacementId id : site->placements) {
      const Placement& host = model.at(id);
      if (!model.SystemOf(host).is_zvm() || model.SystemOf(host).vendors) continue;
      for (const NetworkId network : SeenOutside(host)) {
        const auto home = at_home.find({PrefixOf(host), network});
        if (home == at_home.end() || !JoinsHome(model, host, network)) continue;
        Tell(model, host, *home->second, network, report);
        break;
      }
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A z/VM makes up the MAC addresses of its guests: a prefix of three bytes, which
SYSTEM CONFIG gives it (VMLAN MACPREFIX; 020000 where it says nothing), and a
number behind it that counts up, or the MACID of a NICDEF. A restored z/VM has
the prefix, the numbers and the MACIDs of home. As long as the recovery site
is cut off that does no harm. On a network that is connected to home, and
whose frames leave by a vswitch of layer 2, both systems answer for the same
MAC addresses: the switch between them learns one address on two ports, by
turns, and connections of production hang for seconds and recover, for which
everybody will look in the wrong place.

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
