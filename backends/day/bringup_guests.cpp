#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "backends/day/bringup.h"
#include "compiler/model/properties.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using model::Placement;
using model::System;
using zvm_text::OrderedGuest;
using zvm_text::StartStep;

/// Whether a restored guest comes up with addresses that don't hold here.
bool Readdressed(const Plan& plan, const Placement& guest) {
  const model::Site* home = plan.model().home();
  const Placement* before = home == nullptr ? nullptr : plan.model().Find(plan.model().IdOf(*home), guest.system);
  if (before == nullptr || before->nics.size() != guest.nics.size()) return before != nullptr;
  for (std::size_t i = 0; i < guest.nics.size(); ++i) {
    if (guest.nics[i].addresses != before->nics[i].addresses) return true;
  }
  return false;
}

const char* StartWord(const System& host) { return host.is_kvm() ? "virsh start" : "XAUTOLOG"; }

const char* Started(const System& host) {
  return host.is_kvm() ? "virsh list: running (k); login prompt" : "logged on; on its console a login prompt";
}

/// Guests of one step that can be one row: of one tier, waiting for the same rows, with the same to do.
struct Together {
  std::vector<std::string> names;
  std::vector<const Placement*> guests;
};
using Key = std::tuple<int, std::vector<StepNumber>, bool>;  // production first

int RankOf(model::Tier tier) { return tier == model::Tier::kUnsaid ? 0 : static_cast<int>(tier); }

std::vector<StepNumber> AfterOf(const Plan& plan, const OrderedGuest& guest, StepNumber host) {
  std::vector<StepNumber> after = {host};
  for (const model::SystemId id : guest.after) {
    const auto up = plan.up.find(id);
    if (up != plan.up.end()) after.push_back(up->second);
  }
  std::sort(after.begin(), after.end());
  after.erase(std::unique(after.begin(), after.end()), after.end());
  return after;
}

/// A router reaches into each of its networks, or nobody behind it does: in 2007 it was forgotten.
void AddRouter(Plan& plan, const System& host, const Placement& router, std::vector<StepNumber> after) {
  const System& system = plan.model().SystemOf(router);
  std::vector<std::string> networks;
  for (const model::NetworkId id : system.forwards) networks.push_back(plan.model().at(id).name);
  const StepNumber up = plan.Add(
      std::move(after), host.name,
      fmt::format("{} {}: the router between {}", StartWord(host), system.name, JoinWords(networks)), Started(host));
  plan.up[router.system] =
      plan.Add({up}, system.name,
               fmt::format("From {}, ping one system in each of {} that has a system up by now", system.name,
                           JoinWords(networks)),
               fmt::format("each answers; linux/{}/README.txt, TO CHECK, has the addresses", system.name));
}

void AddTogether(Plan& plan, const System& host, const Key& key, const Together& all) {
  const auto& [tier, after, readdressed] = key;
  std::string action = all.names.size() == 1 ? fmt::format("{} {}", StartWord(host), all.names.front())
                                             : fmt::format("{} each of {} ({} guests)", StartWord(host),
                                                           Folded(all.names), all.names.size());
  if (readdressed) action += "; on each its own network files: linux folder, README.txt, TO APPLY";
  const StepNumber step = plan.Add(after, host.name, std::move(action), Started(host));
  for (const Placement* guest : all.guests) plan.up[guest->system] = step;
}

/// What runs elsewhere and isn't planned here: somebody has to see to it.
void AddOutside(Plan& plan, const StartStep& step) {
  for (const zvm_text::OutsideNeed& need : step.needs) {
    const System& system = plan.model().at(need.system);
    if (plan.up.contains(need.system)) continue;
    std::vector<std::string> names;
    for (const Placement* guest : need.needed_by) names.push_back(plan.model().SystemOf(*guest).name);
    plan.up[need.system] = plan.Add(
        {}, system.name, fmt::format("See to {}, needed by {}; it isn't restored here", system.name, Folded(names)),
        "it answers");
  }
}

/// External systems that the hypervisor or guests need.
void AddExternals(Plan& plan, const Placement& host) {
  std::set<model::SystemId> here = {host.system};
  for (const model::PlacementId id : host.guests) here.insert(plan.model().at(id).system);
  for (const System& system : plan.model().systems) {
    const bool needed = std::any_of(system.needed_by.begin(), system.needed_by.end(),
                                    [&](const model::Reference& by) { return here.contains(by.system); });
    if (!needed || plan.up.contains(plan.model().IdOf(system))) continue;
    std::vector<std::string> addresses, by;
    for (const model::Address& address : system.addresses) {
      if (const auto resolved = plan.model().Resolve(plan.model().IdOf(plan.day.site), address))
        addresses.push_back(resolved->ToString());
    }
    for (const model::Reference& one : system.needed_by) by.push_back(plan.model().at(one.system).name);
    plan.up[plan.model().IdOf(system)] = plan.Add(
        {}, system.name, fmt::format("See to {}, needed by {}; it isn't restored here", system.name, Folded(by)),
        addresses.empty() ? "it answers" : fmt::format("{} answers", JoinWords(addresses)));
  }
}

/// An address that `one` has on a network which `from` is on too, or can route to.
std::string AddressOf(const Placement& one) {
  for (const model::PlacedNic& nic : one.nics) {
    if (!nic.addresses.empty()) return nic.addresses.front().ToString();
  }
  return {};
}

}  // namespace

void AddGuests(Plan& plan, const Placement& host, StepNumber after) {
  const System& of = plan.model().SystemOf(host);
  AddExternals(plan, host);
  for (const StartStep& step : zvm_text::StartOrder(plan.model(), host)) {
    AddOutside(plan, step);
    std::map<Key, Together> together;
    for (const OrderedGuest& ordered : step.guests) {
      const System& system = plan.model().SystemOf(*ordered.guest);
      std::vector<StepNumber> waits = AfterOf(plan, ordered, after);
      if (system.is_zos()) AddZos(plan, *ordered.guest, std::move(waits));
      if (system.is_zvm()) AddZvm(plan, *ordered.guest, std::move(waits));
      if (!system.is_linux()) continue;
      if (!system.forwards.empty()) {
        AddRouter(plan, of, *ordered.guest, std::move(waits));
        continue;
      }
      Together& row =
          together[{RankOf(model::TierOf(plan.model(), system)), std::move(waits), Readdressed(plan, *ordered.guest)}];
      row.names.push_back(system.name);
      row.guests.push_back(ordered.guest);
    }
    for (const auto& [key, all] : together) AddTogether(plan, of, key, all);
  }
}

void AddFirstContact(Plan& plan, const Placement& host) {
  for (const model::PlacementId id : host.guests) {
    const Placement& guest = plan.model().at(id);
    const System& system = plan.model().SystemOf(guest);
    for (const model::Reference& need : system.needs) {
      const Placement* other = plan.model().Find(plan.model().IdOf(plan.day.site), need.system);
      if (other == nullptr || !plan.model().at(need.system).is_zos()) continue;
      const std::string address = AddressOf(*other);
      const auto up = plan.up.find(guest.system);
      const auto there = plan.up.find(need.system);
      if (address.empty() || up == plan.up.end() || there == plan.up.end()) continue;
      plan.Add(
          {up->second, there->second}, system.name,
          fmt::format("The first Linux talks to z/OS: ping -c 3 {} ({})", address, plan.model().at(need.system).name),
          "3 received, 0% loss; then one query of its application");
      return;
    }
  }
}

}  // namespace hotsite::backends::day
