#include <algorithm>
#include <set>

#include "compiler/rules/addresses.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;

/// How many further places are marked.
constexpr std::size_t kMostLabels = 4;

using Holders = std::vector<HeldAddress>;  // of one address

void Tell(const Model& model, const model::Site& site, const Holders& holders, model::RuleReporter& report) {
  std::vector<std::string> names;
  for (const HeldAddress& holder : holders) {
    if (names.empty() || names.back() != holder.owner->name) names.push_back(holder.owner->name);
  }
  const model::NetworkId id = holders.front().network;
  const std::string network = id.valid() ? model.at(id).name : "";
  const std::string who =
      names.size() == 1 ? fmt::format("twice by {}", Names(names)) : fmt::format("by {}", FewNames(names));
  auto& finding =
      report.Error(holders.back().written->span, "address {}{} is used {} at `{}`", holders.front().ip->ToString(),
                   id.valid() ? fmt::format(" on `{}`", network) : "", who, site.name);
  finding.Here(fmt::format("`{}`", holders.back().owner->name));
  std::set<SpanKey> marked{KeyOf(holders.back().written->span)};
  for (const HeldAddress& holder : holders) {
    if (marked.size() > kMostLabels || !marked.insert(KeyOf(holder.written->span)).second) continue;
    finding.Mark(holder.written->span, fmt::format("`{}`", holder.owner->name));
  }
  finding.Note("packets for it reach now one, now the other; connections break in a way that looks like a bad cable")
      .Advise(id.valid() && holders.front().written->span == holders.back().written->span
                  ? "make the address differ from guest to guest, as in `" + network + "[20 + n]`"
                  : "give each its own address");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

/// Everything at a site that has an address.
Holders AllAt(const Model& model, model::SiteId site) {
  Holders all = AddressesAt(model, site);
  for (const auto& more : {VirtualAddressesAt(model, site), NumbersOfExternals(model, site)})
    all.insert(all.end(), more.begin(), more.end());
  std::erase_if(all, [](const HeldAddress& one) { return !one.ip; });
  return all;
}

using SysplexMembers = std::map<const model::System*, const model::Sysplex*>;

/// Whether an address is a virtual one that members of one sysplex share.
bool MovesInSysplex(const Holders& holders, const SysplexMembers& plexes) {
  const auto first = plexes.find(holders.front().owner);
  return first != plexes.end() && std::all_of(holders.begin(), holders.end(), [&](const HeldAddress& one) {
           const auto plex = plexes.find(one.owner);
           return plex != plexes.end() && plex->second == first->second && one.is_virtual;
         });
}

SysplexMembers SysplexOfMembers(const Model& model) {
  SysplexMembers plexes;
  for (const model::Sysplex& plex : model.sysplexes) {
    for (const model::Reference& member : plex.members) plexes.emplace(&model.at(member.system), &plex);
  }
  return plexes;
}

void Run(const Model& model, model::RuleReporter& report) {
  const SysplexMembers plexes = SysplexOfMembers(model);
  std::set<std::vector<SpanKey>> told;  // the same addresses at the next site are the same mistake
  for (const model::Site& site : model.sites) {
    Holders held = AllAt(model, model.IdOf(site));
    const auto key = [](const HeldAddress& one) { return std::pair(one.network, *one.ip); };
    std::stable_sort(held.begin(), held.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (auto first = held.begin(); first != held.end();) {
      const auto last = std::find_if(first, held.end(), [&](const auto& one) { return key(one) != key(*first); });
      const Holders holders(first, last);
      std::vector<SpanKey> places;
      for (const HeldAddress& holder : holders) places.push_back(KeyOf(holder.written->span));
      if (holders.size() > 1 && !MovesInSysplex(holders, plexes) && told.insert(places).second)
        Tell(model, site, holders, report);
      first = last;
    }
  }
}

constexpr std::string_view kExplanation =
    R"(Two interfaces on one network have the same address. Each system starts
without complaint; whose packets arrive depends on who answered the last ARP
request, so connections are cut at random and people suspect the cabling. On a
vswitch or guest LAN of layer 3 CP refuses the second registration, and that
guest simply has no network.

It happens when a block of guests is copied, when a `for` writes a constant
address for all of them (`OFFICE[21]` where `OFFICE[20 + n]` was meant), or
when two site plans are merged. Addresses of placed guests, of z/OS, of z/VM's
own TCP/IP stack and of external systems are compared, per network and per
site: an address may be used at home and at the recovery site, as long as the
two don't meet. Virtual addresses of z/OS are compared, too, with each other
and with what is on the network that they lie in; members of one sysplex may
share one, as it moves from one to the other (a dynamic VIPA).

A router's address on a network may be, and mostly is, that network's gateway;
that isn't a second use.

To repair it, give each interface its own address.

Source: RFC 826 and RFC 5227 (address conflict); behaviour of layer 3
vswitches from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }
zos PRODB { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }
zos PRODB { nic 0800 on OFFICE address OFFICE[11] }

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

}  // namespace

const model::Rule kDuplicateAddress = {
    .title = "Two interfaces on one network have the same address.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
