#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Cluster;
using model::Model;
using model::Placement;

/// What a guest is coupled to under its member, and a member that lacks it.
struct Lack {
  const Placement* guest;
  const model::PlacedLan* lan;  // nothing: the guest has real devices
  const Placement* member;
  model::NetworkId network;
};

bool Has(const Placement& member, const model::Lan& lan, model::NetworkId network) {
  return std::any_of(member.lans.begin(), member.lans.end(), [&](const model::PlacedLan& other) {
    return other.lan.name == lan.name && other.lan.kind == lan.kind &&
           std::find(other.lan.networks.begin(), other.lan.networks.end(), network) != other.lan.networks.end();
  });
}

std::vector<const Placement*> MembersAt(const Model& model, const model::Site& site, const Cluster& cluster) {
  std::vector<const Placement*> members;
  for (const model::Reference& member : cluster.members) {
    const Placement* placed = model.Find(model.IdOf(site), member.system);
    if (placed != nullptr) members.push_back(placed);
  }
  return members;
}

using Lacks = Gathered<std::tuple<std::uint32_t, std::uint32_t, std::string>, Lack>;  // member, network, LAN

void FindIn(const Model& model, const model::Site& site, const Cluster& cluster, Lacks& lacks) {
  const std::vector<const Placement*> members = MembersAt(model, site, cluster);
  for (const model::SystemId id : cluster.guests) {
    const Placement* guest = model.Find(model.IdOf(site), id);
    if (guest == nullptr || !guest->host.valid()) continue;
    const Placement& host = model.at(guest->host);
    // Elsewhere than under a member (the vendor's z/VM) nothing is relocated.
    if (std::find(members.begin(), members.end(), &host) == members.end()) continue;
    for (const model::PlacedNic& nic : guest->nics) {
      const bool coupled = nic.attachment.kind == model::Attachment::Kind::kLan && nic.attachment.host == guest->host;
      if (!coupled) continue;  // nothing carries it: HS2407; real devices are a decision of their own
      const model::PlacedLan& lan = host.lans[nic.attachment.lan];
      for (const Placement* member : members) {
        if (member == &host || Has(*member, lan.lan, nic.network)) continue;
        lacks.Add({model.IdOf(*member).index, nic.network.index, lan.lan.name}, {guest, &lan, member, nic.network});
      }
    }
  }
}

void Tell(const Model& model, const std::vector<Lack>& group, model::RuleReporter& report) {
  const Lack& first = group.front();
  std::vector<std::string> names;
  for (const Lack& one : group) names.push_back(model.SystemOf(*one.guest).name);
  const std::string& member = model.SystemOf(*first.member).name;
  auto& finding =
      report.Warn(first.member->written.name, "{} can't be relocated to `{}` at `{}`: it has no {} `{}` for `{}`",
                  OneOrCount(names, "guests"), member, model.at(first.member->site).name, first.lan->lan.KindName(),
                  first.lan->lan.name, model.at(first.network).name);
  finding.Here("no LAN of that name here")
      .Mark(first.lan->lan.written.name, fmt::format("that of `{}`", NameOf(model, first.guest->host)))
      .Note("a guest is relocated to a member where its NICs find the same LAN; VMRELOCATE refuses others")
      .Advise(fmt::format("give `{}` the same one: `{} {} carries {} {{ … }}`", member,
                          first.lan->lan.is_vswitch() ? "vswitch" : "guestlan", first.lan->lan.name,
                          model.at(first.network).name));
  ListNames(finding, names);
  AboutAll(finding, names);
  finding.About(member);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    Lacks lacks;
    for (const Cluster& cluster : model.clusters) FindIn(model, site, cluster, lacks);
    for (const auto& group : lacks.groups()) Tell(model, group, report);
  }
}

constexpr std::string_view kExplanation =
    R"(A guest is declared in an `ssi`, so that it may run under any member. Its
network interfaces are coupled to a vswitch or guest LAN of the member it is
logged on to, and another member that is placed at the site has none of that
name for that network. VMRELOCATE refuses to move the guest there; logged on
there, after that member's failure, it comes up without its network.

That is the day for which the cluster was made, so it is told beforehand.

To repair it, define the vswitch the same on all members: under the same name,
with the same networks, and with uplinks into the same LAN. A profile says it
once (`profile zvm MEMBER { vswitch … }`). A guest that isn't meant to move is
declared in its own member's block.

Source: vm.ibm.com/ssi (a relocated guest must have the same networks at its
destination); that names must agree is from knowledge of live guest
relocation.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMA { vswitch PRODSW carries OFFICE { transport ethernet } }
zvm VMB { memory 24 GiB }
ssi PRODSSI {
  members VMA, VMB
  linux LNXWEB1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMA
    lpar VMB
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMA { vswitch PRODSW carries OFFICE { transport ethernet } }
zvm VMB { vswitch PRODSW carries OFFICE { transport ethernet } }
ssi PRODSSI {
  members VMA, VMB
  linux LNXWEB1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMA
    lpar VMB
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kNotRelocatable = {
    .title = "A guest of a single system image would have no network under another member.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
