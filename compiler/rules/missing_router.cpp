#include <algorithm>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/routers.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::Site;
using model::System;
using model::SystemId;

std::vector<std::string> NetworkNames(const Model& model, const std::vector<NetworkId>& networks) {
  std::vector<std::string> names;
  for (NetworkId network : networks) names.push_back(model.at(network).name);
  return names;
}

std::vector<std::string> DependentNames(const Model& model, const Router& router) {
  std::vector<std::string> names;
  for (model::PlacementId id : router.dependents) names.push_back(NameOf(model, id));
  return names;
}

bool Refer(const std::vector<model::Reference>& references, SystemId system) {
  return std::any_of(references.begin(), references.end(), [&](const auto& one) { return one.system == system; });
}

/// Dependents that also wait for the router to be started. Told here, so that HS2601 needn't.
std::vector<std::string> Waiting(const Model& model, const Router& router) {
  std::vector<std::string> names;
  for (model::PlacementId id : router.dependents) {
    if (Refer(model.StartOf(model.at(id)).after, router.system)) names.push_back(NameOf(model, id));
  }
  return names;
}

/// Marks where the first of its networks says that it is the gateway.
void MarkGateway(const Model& model, const Site& site, const Router& router, Diagnostic& finding) {
  for (NetworkId network : router.networks) {
    const auto& gateway = model.PlanOf(model.IdOf(site), network).gateway;
    if (!gateway) continue;
    finding.Mark(gateway->span, fmt::format("the gateway of `{}`", model.at(network).name));
    return;
  }
}

/// The guest of a z/VM, beside which the router could be placed.
const Placement* Neighbour(const Model& model, const Router& router) {
  for (model::PlacementId id : router.dependents) {
    const Placement& placement = model.at(id);
    if (placement.host.valid() && placement.stated && model.SystemOf(placement).is_linux() &&
        Editable(placement.written))
      return &placement;
  }
  return nullptr;
}

void OfferPlace(const Model& model, const Router& router, const SourceMap& sources, Diagnostic& finding) {
  const System& system = model.at(router.system);
  const Placement* neighbour = Neighbour(model, router);
  if (!system.parent.valid() || neighbour == nullptr) {
    finding.Advise(fmt::format("place `{}` at this site, or readdress the networks so that another gateway serves them",
                               system.name));
    return;
  }
  const Placement& host = model.at(neighbour->host);
  std::vector<std::string> needs;  // what the z/VM must carry for it and doesn't yet
  for (const model::Nic& nic : system.nics) {
    const bool has = std::any_of(host.lans.begin(), host.lans.end(), [&](const auto& placed) {
      const auto& networks = placed.lan.networks;
      return std::find(networks.begin(), networks.end(), nic.network) != networks.end();
    });
    if (!has) needs.push_back(model.at(nic.network).name);
  }
  const std::string& host_name = model.SystemOf(host).name;
  finding.Offer(
      fmt::format("place it beside `{}`{}", model.SystemOf(*neighbour).name,
                  needs.empty() ? "" : fmt::format("; `{}` must then carry {} for it too", host_name, Names(needs))),
      {InsertBehind(sources, neighbour->written.whole,
                    {fmt::format("guest {} from {}", system.name, model.at(system.parent).name)})});
}

void TellMissing(const Model& model, const Site& site, const Router& router, model::RuleReporter& report) {
  const System& system = model.at(router.system);
  const auto dependents = DependentNames(model, router);
  auto& finding =
      report.Error(site.written.name, "`{}` isn't placed at `{}`, and {} {} other networks through it", system.name,
                   site.name, FewNames(dependents), dependents.size() == 1 ? "reaches" : "reach");
  finding.Here(fmt::format("no `{}` here", system.name));
  finding.Mark(system.written.name, fmt::format("the router on {}", Names(NetworkNames(model, router.networks))));
  MarkGateway(model, site, router, finding);
  if (const auto waiting = Waiting(model, router); !waiting.empty()) {
    finding.Note(fmt::format("{} also wait{} for it: `start after {}`", Names(waiting), waiting.size() == 1 ? "s" : "",
                             system.name));
  }
  ListNames(finding, dependents, kFewNames);
  OfferPlace(model, router, report.sources(), finding);
  AboutAll(finding, dependents);
  finding.CausedBy(system.name);
}

std::vector<std::string> NetworksOf(const Model& model, const System& system) {
  std::vector<std::string> all;
  for (const model::Nic& nic : system.nics) {
    const std::string& one = model.at(nic.network).name;
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  }
  return all;
}

/// A system on one network can't lead anywhere: it has the router's address by mistake, or is named by mistake.
void TellWrongAddress(const Model& model, const Site& site, const Router& router, model::RuleReporter& report) {
  const System& system = model.at(router.system);
  const std::string& network = model.at(router.networks.front()).name;
  const auto dependents = DependentNames(model, router);
  auto& finding =
      report.Error(system.written.name, "`{}` has the address of the router on `{}`, and is on no other network",
                   system.name, network);
  finding.Here("leads nowhere");
  MarkGateway(model, site, router, finding);
  finding.Note(fmt::format("{} would send packets to it, and it drops them", Names(dependents)));
  finding.Advise(fmt::format("give `{}` another address, or correct the gateway or route that names it", system.name));
  AboutAll(finding, dependents);
  finding.CausedBy(system.name);
}

void TellNotForwarding(const Model& model, const Site& site, const Router& router, NetworkId network,
                       model::RuleReporter& report) {
  const System& system = model.at(router.system);
  const std::string& name = model.at(network).name;
  const auto dependents = DependentNames(model, router);
  const auto all = NetworksOf(model, system);
  if (all.size() == 1) return TellWrongAddress(model, site, router, report);
  auto& finding =
      report.Error(system.written.name, "`{}` is the router on `{}`, and doesn't forward {}", system.name, name,
                   system.forwards.empty()       ? "anything"
                   : system.forwards.size() == 1 ? "to any other network"
                                                 : "that network");
  finding.Here(system.forwards.empty() ? "no `forwards`"
                                       : fmt::format("forwards {}", Names(NetworkNames(model, system.forwards))));
  MarkGateway(model, site, router, finding);
  finding.Note(fmt::format("{} would send packets to it, and it drops them", Names(dependents)));
  std::string list;
  for (const std::string& one : all) list += (list.empty() ? "" : ", ") + one;
  finding.Advise(fmt::format("say what it routes between: `forwards {}`", list));
  AboutAll(finding, dependents);
  finding.CausedBy(system.name);
}

/// Everything that `system` waits for, directly or not.
std::set<SystemId> WaitsFor(const Model& model, model::SiteId site, SystemId system) {
  std::set<SystemId> seen;
  std::vector<SystemId> open{system};
  while (!open.empty()) {
    const SystemId one = open.back();
    open.pop_back();
    for (const model::Reference& reference : model.StartAt(site, one).after) {
      if (seen.insert(reference.system).second) open.push_back(reference.system);
    }
  }
  return seen;
}

/// Where an order was told already: a site that says none of its own has that of the declaration.
using ToldAt = std::set<SpanKey>;

void CheckOrder(const Model& model, const Site& site, const Router& router, ToldAt& told_at,
                model::RuleReporter& report) {
  const System& system = model.at(router.system);
  const Placement& placed = *model.Find(model.IdOf(site), router.system);
  const model::StartOrder& start = model.StartOf(placed);
  const auto before = WaitsFor(model, model.IdOf(site), router.system);
  if (before.contains(router.system)) return;  // a cycle: HS2601
  std::vector<std::string> early;
  const System* first = nullptr;
  for (model::PlacementId id : router.dependents) {
    const Placement& dependent = model.at(id);
    const bool jumps =
        model.StartOf(dependent).first && !start.first && placed.host.valid() && dependent.host == placed.host;
    if (!before.contains(dependent.system) && !jumps) continue;
    if (first == nullptr) first = &model.SystemOf(dependent);
    early.push_back(NameOf(model, id));
  }
  if (first == nullptr) return;
  const Span place = start.after.empty() ? system.written.name : start.after.front().span;
  if (!told_at.insert(KeyOf(place)).second) return;
  auto& finding = report.Error(place, "`{}` starts after {}, which reach{} other networks through it", system.name,
                               FewNames(early), early.size() == 1 ? "es" : "");
  finding.Here("it waits here").Mark(first->written.name, "needs the router when it comes up");
  MarkGateway(model, site, router, finding);
  ListNames(finding, early, kFewNames);
  finding.Advise(fmt::format("let `{}` `start first`, and the others `start after {}`", system.name, system.name));
  AboutAll(finding, early);
  finding.CausedBy(system.name);
}

void Run(const Model& model, model::RuleReporter& report) {
  std::set<SystemId> told;  // what the system's own declaration gets wrong is wrong at every site
  ToldAt told_at;
  for (const Site& site : model.sites) {
    for (const Router& router : RoutersAt(model, model.IdOf(site))) {
      if (model.Find(model.IdOf(site), router.system) == nullptr) {
        TellMissing(model, site, router, report);
        continue;
      }
      const System& system = model.at(router.system);
      if (!system.is_linux()) continue;  // only Linux guests say what they forward
      const auto deaf = DeafOn(model, router);
      if (!deaf) {
        CheckOrder(model, site, router, told_at, report);
      } else if (told.insert(router.system).second) {
        TellNotForwarding(model, site, router, *deaf, report);
      }
    }
  }
}

constexpr std::string_view kExplanation =
    R"(Systems at a site reach other networks through a router of our own, and that
router isn't placed there, forwards nothing, or starts after those who need
it. A router is recognised by its address: it is a network's `gateway`, or the
next hop of a `route`.

In the first year of the story this compiler comes from the Linux guests
couldn't talk to the databases, because the guest that routed between them and
HiperSockets had not been started. It serves no users and runs no product, so
nobody misses it in a list of servers.

When only some guests are taken to the recovery site it is easily left behind:
the application servers come up, answer from inside, and every access to a
database times out. Guests that say `start after LNXRTR` would wait for
something that never comes.

To repair it, place the router at the site as well (`guest LNXRTR from
VMPROD`), together with something that carries each of its networks; say what
it routes between (`forwards INSIDE, DATABASE`); and let it `start first`. If
the vendor's own router serves a network there, give that network the vendor's
gateway inside the site: `network INSIDE { gateway INSIDE[254] }`.

Source: the 2007 test of the story. On layer 3 interfaces forwarding also
takes route4 (Linux on Z device drivers book, qeth).)";

constexpr std::string_view kBad = R"(hotsite 1

network INSIDE {
  subnet 192.168.30.0/24
  gateway INSIDE[1]
}
network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  guestlan GLAN1 carries INSIDE { type qdio }
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNXRTR {
    nic 0600 on INSIDE address INSIDE[1]
    nic 0700 on OFFICE address OFFICE[30]
  }
  linux LNX1 { nic 0600 on INSIDE address INSIDE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network INSIDE {
  subnet 192.168.30.0/24
  gateway INSIDE[1]
}
network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  guestlan GLAN1 carries INSIDE { type qdio }
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNXRTR {
    start first
    nic 0600 on INSIDE address INSIDE[1]
    nic 0700 on OFFICE address OFFICE[30]
    forwards INSIDE, OFFICE
  }
  linux LNX1 {
    nic 0600 on INSIDE address INSIDE[21]
    start after LNXRTR
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kMissingRouter = {
    .title = "A router that systems need isn't placed, forwards nothing, or starts too late.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
