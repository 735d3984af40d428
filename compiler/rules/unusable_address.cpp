#include <set>

#include "compiler/rules/addresses.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;

struct Bad {
  HeldAddress address;
  model::SiteId site;
  std::string why;  // completes "address … of `LNX1` …"
};

/// What keeps a system from having the address at this site.
std::optional<std::string> WhyNot(const Model& model, model::SiteId site, const HeldAddress& held) {
  const auto& subnet = model.PlanOf(site, held.network).subnet;
  if (subnet.known()) {
    const std::string& network = model.at(held.network).name;
    // A symbolic address of the same network is only unresolved when it lies outside.
    const bool other_family = held.ip && held.ip->is_v4() != subnet->network().is_v4();
    if (other_family)
      return fmt::format("is an IPv{} address, and `{}` is {}", held.ip->is_v4() ? 4 : 6, network, subnet->ToString());
    const bool outside = held.ip ? !subnet->Contains(*held.ip) : held.written->network == held.network;
    if (outside) return fmt::format("lies outside `{}`, which is {}", network, subnet->ToString());
    if (held.ip && subnet->IsReserved(*held.ip)) {
      return *held.ip == subnet->network() ? fmt::format("names the network {} itself", subnet->ToString())
                                           : fmt::format("is the broadcast address of {}", subnet->ToString());
    }
  }
  if (!held.ip) return std::nullopt;
  return held.ip->WhyNotHost();
}

/// The addresses that hosts may have, in words.
std::string Usable(const Subnet& subnet) {
  const auto first = subnet.Host(1);
  if (!subnet.network().is_v4() || subnet.prefix() > 30 || !first) return subnet.ToString();
  return fmt::format("{} to {}", first->ToString(), IpAddress::V4(subnet.last().v4() - 1).ToString());
}

/// A site that readdresses a network with a subnet that is too small makes one mistake, not one for each member.
bool SubnetIsToBlame(const Model& model, const Bad& bad) {
  const model::Site& site = model.at(bad.site);
  return site.readdressed[bad.address.network.index] && bad.address.written->network.valid() && !bad.address.ip &&
         model.PlanOf(bad.site, bad.address.network).subnet.span().valid();
}

std::string TextOf(const Model& model, const HeldAddress& address) {
  const std::string text = fmt::format("`{}`", ToString(model, *address.written));
  return address.written->network.valid() && address.ip ? fmt::format("{} ({})", text, address.ip->ToString()) : text;
}

void Tell(const Model& model, const std::vector<Bad>& group, model::RuleReporter& report) {
  std::vector<std::string> names;
  for (const Bad& bad : group) {
    if (names.empty() || names.back() != bad.address.owner->name) names.push_back(bad.address.owner->name);
  }
  const Bad& head = group.front();
  const std::string& site = model.at(head.site).name;
  const auto& subnet = model.PlanOf(head.site, head.address.network).subnet;
  const Span place = head.address.written->span;
  const bool too_small = SubnetIsToBlame(model, head);
  const std::string others = names.size() == 1 ? "" : fmt::format(" (and so of {} more)", names.size() - 1);
  auto& finding = report.Error(too_small ? subnet.span() : place, "address {} of `{}`{} {}",
                               TextOf(model, head.address), names.front(), others, head.why);
  finding.Here(too_small ? fmt::format("in force at `{}`", site) : fmt::format("at `{}`", site))
      .Mark(too_small ? place : subnet.span(), too_small ? fmt::format("`{}`", names.front()) : "the network");
  const bool other_family = head.address.ip && subnet.known() && head.address.ip->is_v4() != subnet->network().is_v4();
  if (other_family) {
    finding.Advise(
        "for both families on one interface declare a second network, and say `network NAME over DEVICE address …` in "
        "the system");
  } else if (subnet.known()) {
    finding.Advise(too_small ? "ask for a larger subnet at this site, or give the members lower numbers"
                             : fmt::format("take one of {}", Usable(*subnet)));
  }
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<std::pair<SpanKey, std::string>, Bad> found;
  std::set<std::pair<const model::System*, SpanKey>> told;  // what is wrong at home needn't be told again
  for (const model::Site& site : model.sites) {
    const model::SiteId id = model.IdOf(site);
    for (const HeldAddress& held : AddressesAt(model, id)) {
      auto why = WhyNot(model, id, held);
      if (!why || !told.insert({held.owner, KeyOf(held.written->span)}).second) continue;
      const Bad bad{held, id, *why};
      const Span place =
          SubnetIsToBlame(model, bad) ? model.PlanOf(id, held.network).subnet.span() : held.written->span;
      found.Add({KeyOf(place), *why}, bad);
    }
  }
  for (const auto& group : found.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A system has an address that can't work on its network: it lies outside the
network's subnet, it is the subnet's own or its broadcast address, or it
belongs to a range that hosts don't have (multicast, loopback, 0.0.0.0/8,
240.0.0.0/4, link-local). An address of the other family than the subnet is
none of its addresses either: a second network over the same device has it.

Linux accepts most of these without a word. The interface is up, and nobody
answers: the other members believe the address to be behind their gateway, and
the gateway knows that it isn't.

At home it rarely happens, since somebody would have noticed. It happens at
the recovery site, where a network is readdressed: the vendor hands out a /28,
and `OFFICE[200]` doesn't exist in it. Symbolic addresses are therefore
checked at every site with the subnet that is in force there.

To repair it, correct the address, or ask the vendor for a subnet that is
large enough: the request prints the one that the site says. Networks of two
addresses (/31, /127) and single hosts (/32, /128) have no network or
broadcast address, so nothing is reserved there.

Source: RFC 1122 section 3.2.1.3, RFC 3021, RFC 5735 for IPv4; RFC 4291 for
IPv6.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address 10.20.31.10 }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address 10.20.30.10 }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

}  // namespace

const model::Rule kUnusableAddress = {
    .title = "A system has an address that can't work on its network.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
