#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::SiteId;

/// Two networks of which the inner one's addresses all belong to the outer one too (subnets nest or are apart).
struct Overlap {
  NetworkId inner, outer;
  friend auto operator<=>(const Overlap& a, const Overlap& b) {
    return std::pair(a.inner.index, a.outer.index) <=> std::pair(b.inner.index, b.outer.index);
  }
  friend bool operator==(const Overlap& a, const Overlap& b) = default;
};

/// Each network with the smallest other one around it. n log n: sorted by address, what is open forms a stack.
std::vector<Overlap> OverlapsAmong(const Model& model, SiteId site, std::vector<NetworkId> networks) {
  const auto subnet = [&](NetworkId network) -> const Subnet& { return *model.PlanOf(site, network).subnet; };
  std::stable_sort(networks.begin(), networks.end(), [&](NetworkId a, NetworkId b) { return subnet(a) < subnet(b); });
  std::vector<Overlap> found;
  std::vector<NetworkId> open;
  for (const NetworkId network : networks) {
    while (!open.empty() && !subnet(open.back()).Contains(subnet(network).network())) open.pop_back();
    if (!open.empty()) found.push_back({network, open.back()});
    open.push_back(network);
  }
  return found;
}

/// The networks of a system whose subnets are known, each once.
std::vector<NetworkId> NetworksOf(const Model& model, const Placement& placement) {
  std::vector<NetworkId> networks;
  for (const model::PlacedNic& nic : placement.nics) {
    if (!model.PlanOf(placement.site, nic.network).subnet.known()) continue;
    if (std::find(networks.begin(), networks.end(), nic.network) == networks.end()) networks.push_back(nic.network);
  }
  return networks;
}

/// Whether one is written as a part of the other (`subnet BANK/26[3]`): then it is meant.
bool IsPartOf(const Model& model, SiteId site, NetworkId part, NetworkId whole) {
  for (auto next = model.PlanOf(site, part).part; next; next = model.PlanOf(site, next->whole).part) {
    if (next->whole == whole) return true;
  }
  return false;
}

/// Which networks of a site can meet: those that a system forwards between, and those that have a gateway outside.
class Meeting {
 public:
  Meeting(const Model& model, const model::Site& site) : sets_(model.networks.size() + 1) {
    std::iota(sets_.begin(), sets_.end(), 0u);
    for (const model::PlacementId id : site.placements) {
      const std::vector<NetworkId>& forwards = model.SystemOf(model.at(id)).forwards;
      for (const NetworkId network : forwards) Join(network.index, forwards.front().index);
    }
    const auto outside = static_cast<std::uint32_t>(model.networks.size());
    const std::vector<bool> ours = WithOwnGateway(model, model.IdOf(site));
    for (const model::Network& network : model.networks) {
      const NetworkId id = model.IdOf(network);
      if (model.PlanOf(model.IdOf(site), id).gateway && !ours[id.index]) Join(id.index, outside);
    }
  }
  std::uint32_t GroupOf(NetworkId network) { return Find(network.index); }
  bool IsOutside(NetworkId network) {
    return Find(network.index) == Find(static_cast<std::uint32_t>(sets_.size()) - 1);
  }

 private:
  /// By network: whether its gateway is a system of the spec. A router of ours that isn't placed is missing, not
  /// outside (HS2408).
  static std::vector<bool> WithOwnGateway(const Model& model, SiteId site) {
    std::vector<bool> ours(model.networks.size(), false);
    const auto is_same = [&](const model::Address& a, const model::Address& b) {
      return a.network.valid() == b.network.valid() ? a == b : model.Resolve(site, a) == model.Resolve(site, b);
    };
    const auto look = [&](const model::Nic& nic) {
      const auto& gateway = model.PlanOf(site, nic.network).gateway;
      if (gateway && std::any_of(nic.addresses.begin(), nic.addresses.end(),
                                 [&](const model::Address& address) { return is_same(address, *gateway); }))
        ours[nic.network.index] = true;
    };
    for (const model::System& system : model.systems) {
      std::for_each(system.nics.begin(), system.nics.end(), look);
      if (system.tcpip) std::for_each(system.tcpip->nics.begin(), system.tcpip->nics.end(), look);
    }
    return ours;
  }
  std::uint32_t Find(std::uint32_t one) {
    while (sets_[one] != one) one = sets_[one] = sets_[sets_[one]];
    return one;
  }
  void Join(std::uint32_t a, std::uint32_t b) { sets_[Find(a)] = Find(b); }

  std::vector<std::uint32_t> sets_;
};

/// What was told, by the places of the two subnets: the same two at the next site are the same mistake.
using Told = std::set<std::pair<SpanKey, SpanKey>>;

bool IsNew(const Model& model, SiteId site, const Overlap& overlap, Told& told) {
  return told
      .insert({KeyOf(model.PlanOf(site, overlap.inner).subnet.span()),
               KeyOf(model.PlanOf(site, overlap.outer).subnet.span())})
      .second;
}

/// Marks both subnets; the finding stands at the inner one, or at the one that the site says.
Diagnostic& Report(const Model& model, const model::Site& site, const Overlap& overlap, Severity severity,
                   const std::string& message, model::RuleReporter& report) {
  const auto& inner = model.PlanOf(model.IdOf(site), overlap.inner).subnet;
  const auto& outer = model.PlanOf(model.IdOf(site), overlap.outer).subnet;
  const bool outer_is_new = IsWithin(outer.span(), site.written.whole) && !IsWithin(inner.span(), site.written.whole);
  auto& finding = report.At(severity, (outer_is_new ? outer : inner).span(), "{}", message);
  const auto label = [&](NetworkId network, const Subnet& subnet) {
    return fmt::format("`{}` is {}", model.at(network).name, subnet.ToString());
  };
  finding.Here(outer_is_new ? label(overlap.outer, *outer) : label(overlap.inner, *inner));
  if (KeyOf(inner.span()) != KeyOf(outer.span()))
    finding.Mark((outer_is_new ? inner : outer).span(),
                 outer_is_new ? label(overlap.inner, *inner) : label(overlap.outer, *outer));
  return finding;
}

void TellMembers(const Model& model, const model::Site& site,
                 const std::vector<std::pair<Overlap, const Placement*>>& members, model::RuleReporter& report) {
  const Overlap& overlap = members.front().first;
  std::vector<std::string> names;
  for (const auto& [same, member] : members) names.push_back(model.SystemOf(*member).name);
  auto& finding = Report(model, site, overlap, Severity::kError,
                         fmt::format("{} would be on `{}` and `{}`, whose subnets overlap at `{}`", FewNames(names),
                                     model.at(overlap.outer).name, model.at(overlap.inner).name, site.name),
                         report);
  finding
      .Note(
          "a system sends to each address through one interface; whoever has it on the other network never gets an "
          "answer")
      .Advise(site.recovery ? "ask for subnets that are apart, or readdress one of the two at this site"
                            : "give one of the two other addresses");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void TellMeeting(const Model& model, const model::Site& site, const Overlap& overlap, bool outside,
                 model::RuleReporter& report) {
  auto& finding = Report(model, site, overlap, Severity::kWarning,
                         fmt::format("subnets of `{}` and `{}` overlap at `{}`, and {}", model.at(overlap.outer).name,
                                     model.at(overlap.inner).name, site.name,
                                     outside ? "both are reached from outside" : "a router joins them"),
                         report);
  finding
      .Note(
          "a router has one route to each address: it sends what is meant for the one network to the other, or "
          "refuses the second route")
      .Advise("give one of the two other addresses, or leave out the gateway of the one that is meant to be alone");
  finding.About(model.at(overlap.inner).name).About(model.at(overlap.outer).name);
}

void LookAt(const Model& model, const model::Site& site, Told& told, model::RuleReporter& report) {
  const SiteId id = model.IdOf(site);
  Gathered<Overlap, std::pair<Overlap, const Placement*>> shared;
  std::vector<bool> used(model.networks.size(), false);
  for (const model::PlacementId one : site.placements) {
    const auto networks = NetworksOf(model, model.at(one));
    for (const NetworkId network : networks) used[network.index] = true;
    if (networks.size() < 2) continue;
    for (const Overlap& overlap : OverlapsAmong(model, id, networks)) shared.Add(overlap, {overlap, &model.at(one)});
  }
  for (const auto& group : shared.groups()) {
    if (IsNew(model, id, group.front().first, told)) TellMembers(model, site, group, report);
  }
  Meeting meeting(model, site);
  std::map<std::uint32_t, std::vector<NetworkId>> groups;
  for (const model::Network& network : model.networks) {
    const NetworkId one = model.IdOf(network);
    if (used[one.index]) groups[meeting.GroupOf(one)].push_back(one);
  }
  for (const auto& [group, networks] : groups) {
    for (const Overlap& overlap : OverlapsAmong(model, id, networks)) {
      if (IsPartOf(model, id, overlap.inner, overlap.outer) || IsPartOf(model, id, overlap.outer, overlap.inner))
        continue;
      if (IsNew(model, id, overlap, told)) TellMeeting(model, site, overlap, meeting.IsOutside(overlap.inner), report);
    }
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  Told told;
  for (const model::Site& site : model.sites) LookAt(model, site, told, report);
}

constexpr std::string_view kExplanation =
    R"(Two networks have addresses in common. For a system that is on both, that is
an error: it sends to each address through the interface whose subnet is the
more exact, and who has the address on the other network gets no answer. For a
router guest it is the end of routing between the two.

At home it doesn't happen. It happens at the recovery site, where the vendor
hands out one range for everything, or where one network is readdressed into a
range that another already has: each of the two sites' plans is right, and
their mixture isn't.

Where no system is on both, it is a warning, and only where packets of the two
can meet: both have a gateway outside, or a guest that forwards joins them. A
guest LAN that nobody leaves may have whatever addresses it likes, also those
of another one; nothing is said about it, nor about HiperSockets without a
router.

A subnet that is written as a part of another one's (`subnet BANK/26[3]`) is
meant to lie in it, and isn't told unless a system is on both. IPv4 and IPv6
are apart. Subnets that the vendor is asked for aren't judged.

To repair it, readdress one of the two at the site, or ask for ranges that are
apart.

Source: RFC 1812 section 5.2.4.3 (the most specific route is taken).)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.0.0/16 }
network DATABASE { subnet 10.20.40.0/24 }

zos PRODA {
  nic 0800 on OFFICE address OFFICE[10]
  nic 0E00 on DATABASE address DATABASE[10]
}

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.0.0/16 }
network DATABASE { subnet 192.168.40.0/24 }

zos PRODA {
  nic 0800 on OFFICE address OFFICE[10]
  nic 0E00 on DATABASE address DATABASE[10]
}

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kOverlappingSubnets = {
    .title = "Two networks of one system, or two that can meet, have addresses in common.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
