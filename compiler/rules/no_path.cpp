#include <set>

#include "compiler/rules/path_findings.h"
#include "compiler/rules/routers.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::PlacementId;
using model::SiteId;
using model::System;
using model::SystemId;

/// Whether a need is one of packets. What a z/VM or a coupling facility is needed for, and what z/OS systems need of
/// one another (a sysplex, shared disks), may be something else.
bool MeansPackets(const System& from, const System& to) {
  const bool sends = from.is_linux() || from.is_zos();
  const bool answers = to.is_linux() || to.is_zos() || to.kind == model::SystemKind::kExternal;
  return sends && answers && !(from.is_zos() && to.is_zos());
}

class Collector {
 public:
  explicit Collector(const Model& model) : model_(model), sites_(model.sites.size()) {}

  void Collect() {
    for (const model::Site& site : model_.sites) {
      targets_.clear();
      for (PlacementId id : site.placements) {
        const System& system = model_.SystemOf(model_.at(id));
        for (const model::Reference& need : system.needs) Look(id, need.system, need);
      }
      for (std::uint32_t i = 0; i < model_.systems.size(); ++i) {
        for (const model::Reference& by : model_.systems[i].needed_by) {
          const Placement* from = model_.Find(model_.IdOf(site), by.system);
          if (from != nullptr) Look(model_.IdOf(*from), {i}, by);
        }
      }
    }
  }

  void Tell(model::RuleReporter& report) {
    for (const auto& pairs : found_.groups()) TellBrokenWay(model_, pairs, sites_, report);
  }

 private:
  void Look(PlacementId id, SystemId to, const model::Reference& need) {
    const Placement& placement = model_.at(id);
    if (placement.system == to || placement.nics.empty()) return;
    if (!MeansPackets(model_.SystemOf(placement), model_.at(to))) return;
    if (model_.Find(placement.site, placement.system) != &placement) return;  // placed twice: HS2004
    const Target* target = TargetAt(placement.site, to);
    if (target == nullptr) return;
    auto& paths = sites_[placement.site.index].paths;
    if (!paths) paths = std::make_unique<Paths>(model_, placement.site);
    Reach reach = ReachOf(model_, *paths, id, *target);
    if (reach.verdict != Reach::Verdict::kDoubtful && reach.verdict != Reach::Verdict::kBroken) return;
    if (IsDeaf(reach.broken().at)) return;
    BrokenPair pair{&need, id, to, std::move(reach)};
    const std::string mistake = MistakeOf(model_, pair);
    found_.Add(mistake, std::move(pair));
  }

  /// Nothing for a system that isn't placed here.
  const Target* TargetAt(SiteId site, SystemId to) {
    const System& system = model_.at(to);
    const bool external = system.kind == model::SystemKind::kExternal;
    const Placement* placed = model_.Find(site, to);
    if (!external && placed == nullptr) return nullptr;
    const auto [it, is_new] = targets_.try_emplace(to);
    if (is_new) it->second = external ? TargetOf(model_, site, system) : TargetOf(model_, model_.IdOf(*placed));
    return &it->second;
  }

  /// Whether HS2408 tells that a router doesn't forward, or has the gateway's address by mistake.
  bool IsDeaf(PlacementId id) {
    const Placement& placement = model_.at(id);
    const auto [it, is_new] = deaf_.try_emplace(placement.site);
    if (is_new) it->second = DeafRoutersAt(model_, placement.site);
    return it->second.contains(placement.system);
  }

  const Model& model_;
  std::vector<SitePaths> sites_;
  std::map<SiteId, std::set<SystemId>> deaf_;
  std::map<SystemId, Target> targets_;  // of the site that is looked at
  Gathered<std::string, BrokenPair> found_;
};

void Run(const Model& model, model::RuleReporter& report) {
  Collector collector(model);
  collector.Collect();
  collector.Tell(report);
}

constexpr std::string_view kExplanation =
    R"(A system needs another one, and packets don't get there, or the answers don't
get back. Every guest is up, every switch too, and no application reaches its
database: the way leads over a router, and one of those who stand on it doesn't
know the next hop. No list of servers and devices shows it, as nothing on them
is missing.

The way is followed as a packet goes, at every site: the sender takes the
longest match among its own networks, its `route` statements and the `gateway`
of its networks; a system on the way must forward between the two networks
(`forwards` of a Linux; z/OS does unless told not to); the next one must be on
the same part of the network. The answer goes back to the address that the
packet left from, and is followed the same way. That half is forgotten most
often: z/OS has a route to everything it calls itself, and none to a network
that lies behind a Linux router. Nothing is refused then; connections time
out, and the database is suspected.

The message shows the way hop by hop: "LNXWAS1 → INSIDE → LNXRTR → DATABASE →
PRODA; back: PRODA has no route to 192.168.30.0/24".

What is outside the spec is trusted: a gateway that is none of its systems may
know any route. Only where nothing leads from outside to a network is a packet
lost that leaves by such a gateway. At a recovery site there is a warning,
too, when only a router of the spec leads there: at home somebody has told the
company's router, and nobody asks the vendor to tell his.

Addresses, subnets and gateways that the vendor has yet to say are waited for.
A need between two z/OS systems isn't judged, as it need not be one of
packets, nor one of a z/VM. IPv4 and IPv6 are followed apart; one of them, or
one address of several, will do.

To repair it, say the route where it is missing (`route INSIDE via
DATABASE[1]` in the z/OS system), or give the network a `gateway`. Routes that
a routing daemon learns (OSPF), and routers that hide a network behind their
own address (NAT), aren't in the spec: accept the finding and say so.

Source: RFC 1812 section 5.2.4.3 (longest match), RFC 1122 section 3.3.1 (next
hop); z/OS: IBM Support, "What enables IP forwarding on a z/OS system?".)";

constexpr std::string_view kBad = R"(hotsite 1

network INSIDE {
  subnet 192.168.30.0/24
  gateway INSIDE[1]
}
network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }

zvm VMPROD {
  guestlan GLAN1 carries INSIDE { type qdio }
  linux LNXRTR {
    start first
    nic 0600 on INSIDE address INSIDE[1]
    nic 0700 on DATABASE address DATABASE[1]
    forwards INSIDE, DATABASE
  }
  linux LNXWAS1 {
    nic 0600 on INSIDE address INSIDE[21]
    needs PRODA
    start after LNXRTR
  }
}

site home {
  machine CEC {
    lpar PRODA
    lpar VMPROD
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network INSIDE {
  subnet 192.168.30.0/24
  gateway INSIDE[1]
}
network DATABASE { subnet 192.168.40.0/24 }

zos PRODA {
  nic 0E00 on DATABASE address DATABASE[10]
  route INSIDE via DATABASE[1]
}

zvm VMPROD {
  guestlan GLAN1 carries INSIDE { type qdio }
  linux LNXRTR {
    start first
    nic 0600 on INSIDE address INSIDE[1]
    nic 0700 on DATABASE address DATABASE[1]
    forwards INSIDE, DATABASE
  }
  linux LNXWAS1 {
    nic 0600 on INSIDE address INSIDE[21]
    needs PRODA
    start after LNXRTR
  }
}

site home {
  machine CEC {
    lpar PRODA
    lpar VMPROD
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kNoPath = {
    .title = "A system needs another one, and packets don't get there, or answers don't get back.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
