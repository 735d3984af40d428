#include <algorithm>
#include <optional>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::NetworkPlan;

/// A subnet of home with members, and whose it is.
struct AtHomeNet {
  Subnet subnet;
  NetworkId network;
};

/// By network.
std::vector<std::vector<std::string>> MembersAt(const Model& model, const model::Site& site) {
  std::vector<std::vector<std::string>> members(model.networks.size());
  for (const model::PlacementId id : site.placements) {
    for (const model::PlacedNic& nic : model.at(id).nics) {
      std::vector<std::string>& names = members[nic.network.index];
      if (names.empty() || names.back() != NameOf(model, id)) names.push_back(NameOf(model, id));
    }
  }
  return members;
}

bool IsConnected(const NetworkPlan& plan) {
  return plan.connected_home.known() && *plan.connected_home && plan.subnet.known();
}

/// Home's networks with members.
std::vector<AtHomeNet> HomeNets(const Model& model, const model::Site& home) {
  std::vector<bool> used(model.networks.size(), false);
  for (const model::PlacementId id : home.placements) {
    for (const model::PlacedNic& nic : model.at(id).nics) used[nic.network.index] = true;
  }
  std::vector<AtHomeNet> nets;
  for (const model::Network& network : model.networks) {
    const NetworkId id = model.IdOf(network);
    const auto& subnet = model.PlanOf(model.IdOf(home), id).subnet;
    if (used[id.index] && subnet.known()) nets.push_back({*subnet, id});
  }
  return nets;
}

/// The network of home that has addresses of `subnet`: `network` itself before another one.
std::optional<NetworkId> Meets(const std::vector<AtHomeNet>& nets, NetworkId network, const Subnet& subnet) {
  std::optional<NetworkId> met;
  for (const AtHomeNet& one : nets) {
    if (!one.subnet.Overlaps(subnet)) continue;
    if (one.network == network) return network;
    if (!met) met = one.network;
  }
  return met;
}

void Tell(const Model& model, const model::Site& site, NetworkId network, NetworkId met,
          const std::vector<std::string>& members, model::RuleReporter& report) {
  const NetworkPlan& plan = model.PlanOf(model.IdOf(site), network);
  const NetworkPlan& home = model.PlanOf(model.IdOf(*model.home()), met);
  const std::string& name = model.at(network).name;
  const bool same = met == network;
  auto& finding = report.At(
      same ? Severity::kError : Severity::kWarning, plan.connected_home.span(),
      "`{}` at `{}` is connected to home, and has {} there", name, site.name,
      same ? (*plan.subnet == *home.subnet ? std::string("the addresses that production has")
                                           : fmt::format("addresses that production has ({})", home.subnet->ToString()))
           : fmt::format("addresses that `{}` has", model.at(met).name));
  finding.Here("packets reach home from here").Mark(plan.subnet.span(), plan.subnet->ToString() + " here");
  if (KeyOf(home.subnet.span()) != KeyOf(plan.subnet.span()))
    finding.Mark(home.subnet.span(), home.subnet->ToString() + " at home");
  finding
      .Note(
          "a restored system answers for the one that is in production: transactions of today end in a copy that is "
          "thrown away")
      .Offer("keep the test apart, and let the request say so", {{plan.connected_home.span(), "connected to nothing"}})
      .Advise(fmt::format("or readdress it here: `network {} {{ subnet …; connected to home }}`", name));
  ListNames(finding, members);
  AboutAll(finding, members);
  finding.About(name);
}

void LookAt(const Model& model, const model::Site& site, model::RuleReporter& report) {
  const auto members = MembersAt(model, site);
  const auto nets = HomeNets(model, *model.home());
  for (const model::Network& network : model.networks) {
    const NetworkId id = model.IdOf(network);
    const NetworkPlan& plan = model.PlanOf(model.IdOf(site), id);
    if (!IsConnected(plan) || members[id.index].empty()) continue;
    const auto met = Meets(nets, id, *plan.subnet);
    if (met) Tell(model, site, id, *met, members[id.index], report);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  if (model.home() == nullptr) return;
  for (const model::Site* site : model.recovery_sites()) {
    const std::vector<NetworkPlan>& plans = site->plans;
    if (std::any_of(plans.begin(), plans.end(), IsConnected)) LookAt(model, *site, report);
  }
}

constexpr std::string_view kExplanation =
    R"(A network at the recovery site is said to be connected to home, and has there
the addresses that it has at home, where production runs on during a test. The
restored systems come up with everything that production has: names,
addresses, jobs, queues. As soon as packets get from the one site to the
other, a client's order may be taken by the copy, a nightly transfer runs
twice, a queue manager at the hot site drains the real queue. Nobody sees an
error; the data of that hour are gone with the test.

So a test needs one of two things: a network that reaches nothing (`connected
to nothing`; then a vswitch may say `uplinks none`), or other addresses at the
recovery site (`network OFFICE { subnet 10.99.30.0/24; connected to home }`),
which every file that is written follows.

In a real disaster home is gone and its addresses are wanted. Then the network
isn't connected to home either.

It is an error where the network has its own addresses of home, and a warning
where they are those of another network of home's. What isn't said isn't
judged: a network that doesn't say what it is connected to, or whose subnet
the vendor is asked for.

Source: from the experience of sysprogs; two routes to one address, RFC 1812
section 5.2.4.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}

recovery "2009" {
  site hotsite {
    network OFFICE { connected to home }
    machine BIGBOX {
      lpar PRODA
      osa UPLINK carries OFFICE { devices ? for PRODA }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}

recovery "2009" {
  site hotsite {
    network OFFICE { connected to nothing }
    machine BIGBOX {
      lpar PRODA
      osa UPLINK carries OFFICE { devices ? for PRODA }
    }
  }
}
)";

}  // namespace

const model::Rule kMeetsProduction = {
    .title = "A network at the recovery site reaches home, and has production's addresses.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
