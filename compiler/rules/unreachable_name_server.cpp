#include <memory>
#include <set>

#include "compiler/rules/path_words.h"
#include "compiler/rules/routers.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;
using model::System;
using End = Way::End;

struct Found {
  PlacementId from;
  NetworkId network;  // whose name server it is
  const model::Address* server;
  Reach reach;
};

/// What makes it one mistake: the `dns` statement, and where the way ends.
using Key = std::tuple<SpanKey, End, model::SystemId>;

bool Fails(End end) {
  return end == End::kNoRoute || end == End::kNotForwarded || end == End::kApart || end == End::kCircle ||
         end == End::kMissing;
}

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {}

  void LookAt(const model::Site& site) {
    std::unique_ptr<Paths> paths;  // few sites have name servers to judge
    for (PlacementId id : site.placements) {
      const Placement& placement = model_.at(id);
      const System& system = model_.SystemOf(placement);
      if (!system.is_linux() && !system.is_kvm()) continue;  // what resolves names there is said elsewhere
      if (model_.Find(placement.site, placement.system) != &placement) continue;  // placed twice: HS2004
      std::set<NetworkId> seen;
      for (const model::PlacedNic& nic : placement.nics) {
        const model::NetworkPlan& plan = model_.PlanOf(placement.site, nic.network);
        if (plan.dns.empty() || !seen.insert(nic.network).second) continue;
        if (!paths) paths = std::make_unique<Paths>(model_, placement.site);
        for (const model::Address& server : plan.dns) Look(*paths, {id, nic.network, &server, {}});
      }
    }
  }

  const std::vector<std::vector<Found>>& groups() const { return found_.groups(); }

 private:
  void Look(const Paths& paths, Found found) {
    const Placement& placement = model_.at(found.from);
    const auto ip = model_.Resolve(placement.site, *found.server);
    if (!ip) return;
    Reach& reach = found.reach;
    reach.goal = {*ip, found.server->network};
    reach.there = paths.Trace(found.from, *ip);
    // A server of ours must answer, too.
    if (reach.there.end == End::kArrives && reach.there.at.valid() && reach.there.at != found.from) {
      reach = ReachOf(model_, paths, found.from, {reach.there.at, {reach.goal}, false});
      if (reach.verdict != Reach::Verdict::kBroken) return;
    }
    const Way& way = reach.broken();
    if (!Fails(way.end) || IsDeaf(way.at)) return;
    const bool at_from = !reach.back && way.at == found.from;
    const SpanKey statement = KeyOf(model_.PlanOf(placement.site, found.network).dns.front().span);
    const Key key{statement, way.end, at_from ? model::SystemId{} : model_.at(way.at).system};
    found_.Add(key, std::move(found));
  }

  /// Whether HS2408 tells of it.
  bool IsDeaf(PlacementId id) {
    if (!id.valid()) return false;
    const model::SiteId site = model_.at(id).site;
    const auto [it, is_new] = deaf_.try_emplace(site);
    if (is_new) it->second = DeafRoutersAt(model_, site);
    return it->second.contains(model_.at(id).system);
  }

  const Model& model_;
  std::map<model::SiteId, std::set<model::SystemId>> deaf_;
  Gathered<Key, Found> found_;
};

/// One `dns` statement and one reason: whom it concerns, where, and which of its servers.
struct Concerned {
  std::vector<std::string> systems, servers, sites;
};

Concerned NamesOf(const Model& model, const std::vector<Found>& group) {
  Concerned names;
  std::set<std::string> seen;
  const auto add = [&](std::vector<std::string>& list, char kind, const std::string& name) {
    if (seen.insert(kind + name).second) list.push_back(name);
  };
  for (const Found& one : group) {
    add(names.systems, 'y', NameOf(model, one.from));
    add(names.servers, 'v', one.reach.goal.ip.ToString());
    add(names.sites, 's', model.at(model.at(one.from).site).name);
  }
  return names;
}

const System* OwnerOf(const Model& model, const Found& found) {
  for (const System& system : model.systems) {
    for (const model::Nic& nic : system.nics) {
      for (const model::Address& address : nic.addresses) {
        if (model.Resolve(model.at(found.from).site, address) == found.reach.goal.ip) return &system;
      }
    }
  }
  return nullptr;
}

void Explain(const Model& model, const Found& found, const Concerned& names, Diagnostic& finding) {
  const std::string& network = model.at(found.network).name;
  const End end = found.reach.broken().end;
  if (const System* owner = end == End::kMissing ? OwnerOf(model, found) : nullptr) {
    finding.Mark(owner->written.name, "the name server");
    finding.Advise(fmt::format("place `{}` at that site, or name another server there: `network {} {{ dns … }}`",
                               owner->name, network));
  } else {
    finding.Note(fmt::format("at {}: {}", Names(names.sites),
                             Hops(model, found.reach, NameOf(model, found.from), found.reach.goal.ip.ToString())));
    const Way& way = found.reach.broken();
    if (way.at == found.from)
      finding.Advise(
          fmt::format("give `{}` a `gateway`, or its members a route, or name a server that they reach", network));
    else
      finding.Advise(
          fmt::format("give `{}` a route that leads to `{}`, or name another server", NameOf(model, way.at),
                      found.reach.back ? model.at(found.reach.source_network).name : NameOf(model, found.reach.goal)));
  }
  finding.Note("a lookup waits for each server that doesn't answer: logons and connections take half a minute");
  ListNames(finding, names.systems, kFewNames);
}

void Tell(const Model& model, const std::vector<Found>& group, model::RuleReporter& report) {
  const Found& found = group.front();
  const Concerned names = NamesOf(model, group);
  const std::string& network = model.at(found.network).name;
  const std::string what = names.servers.size() == 1
                               ? fmt::format("name server {} of `{}`", names.servers.front(), network)
                               : fmt::format("the name servers of `{}`", network);
  const bool missing = found.reach.broken().end == End::kMissing;
  const bool one = names.systems.size() == 1;
  const char* fails =
      found.reach.back ? (one ? "gets no answer from" : "get no answer from") : (one ? "doesn't reach" : "don't reach");
  Diagnostic& finding = missing ? report.Warn(found.server->span, "{} {} placed at {}", what,
                                              names.servers.size() == 1 ? "isn't" : "aren't", Names(names.sites))
                                : report.Warn(found.server->span, "{} {} {}", FewNames(names.systems), fails, what);
  finding.Here(names.servers.size() == 1 ? "asked for every name" : Names(names.servers));
  Explain(model, found, names, finding);
  AboutAll(finding, names.systems);
}

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  for (const model::Site& site : model.sites) finder.LookAt(site);
  for (const auto& group : finder.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A Linux has a network whose name servers it doesn't reach: it has neither a
gateway nor a route that leads there, somebody on the way has none, or the
server is a system of the spec that isn't placed at the site.

Everything works, and everything is slow. A lookup waits five seconds for each
server, twice, before it gives up; ssh looks the caller's name up, and so does
every connection to a database. At the recovery site it is the first thing
that people complain about, and since it gets through in the end, the last one
that is understood.

The way is followed as for HS2415. A server outside the spec is taken to
answer once a packet for it has left by a router outside; addresses and
gateways that the vendor has yet to say are waited for. z/OS and z/VM aren't
judged, as their resolvers have files of their own.

To repair it, give the network its `gateway`; or say inside the site who
resolves names there: `network OFFICE { dns 10.99.1.5 }`, or `dns ?` to ask the
vendor.

Source: resolv.conf(5): `timeout` is five seconds, `attempts` two.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  dns 10.20.1.5
}

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNXWAS1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
  dns 10.20.1.5
}

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNXWAS1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kUnreachableNameServer = {
    .title = "A Linux doesn't reach a name server of its network.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
