#include "compiler/diff/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace hotsite::diff {
namespace {

using Renames = std::map<std::string, std::string, std::less<>>;

std::string_view NewName(const Renames& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? name : std::string_view(found->second);
}

/// How many systems have a name.
using Bearers = std::unordered_map<std::string_view, std::size_t>;

Bearers BearersOf(const model::Model& model) {
  Bearers bearers;
  bearers.reserve(model.systems.size());
  for (const model::System& system : model.systems) ++bearers[system.name];
  return bearers;
}

Renames NewSystemNames(const model::Model& now, const Bearers& old, const Bearers& today) {
  Renames names;
  for (const model::System& system : now.systems) {
    if (system.renamed_from.empty()) continue;
    const auto from = old.find(system.renamed_from);
    const bool one = from != old.end() && from->second == 1 && today.at(system.name) == 1;
    if (one && !today.contains(system.renamed_from) && !old.contains(system.name))
      names.emplace(system.renamed_from, system.name);
  }
  return names;
}

void AddShared(const Bearers& bearers, const Renames& names, std::set<std::string, std::less<>>& shared) {
  for (const auto& [name, count] : bearers) {
    if (count > 1) shared.emplace(NewName(names, name));
  }
}

template <class Thing>
using Things = std::vector<const Thing*>;

/// The only thing of `these` whose name none of `those` has; null when there are none or several.
template <class Thing>
const Thing* LeftOver(const Things<Thing>& these, const Things<Thing>& those) {
  std::set<std::string_view> names;
  for (const Thing* one : those) names.insert(one->name);
  const Thing* left = nullptr;
  for (const Thing* one : these) {
    if (names.contains(one->name)) continue;
    if (left != nullptr) return nullptr;
    left = one;
  }
  return left;
}

/// What is left over on both sides bears another name.
template <class Thing>
std::pair<const Thing*, const Thing*> PairOf(const Things<Thing>& before, const Things<Thing>& now) {
  return {LeftOver(before, now), LeftOver(now, before)};
}

void PairSites(const model::Model& before, const model::Model& now, Renames& names) {
  for (const bool recovery : {false, true}) {
    const auto all = [&](const model::Model& model) {
      Things<model::Site> sites;
      for (const model::Site& site : model.sites) {
        if (site.recovery == recovery) sites.push_back(&site);
      }
      return sites;
    };
    const auto [old, today] = PairOf(all(before), all(now));
    if (old != nullptr && today != nullptr) names.emplace(old->name, today->name);
  }
}

/// Of a site; a machine's name may stand at several sites, so that it is renamed only if it does at all.
void PairMachines(const model::Model& before, const model::Model& now, NewNames& names) {
  const auto all = [](const model::Model& model, const Renames& sites, std::string_view site) {
    Things<model::Machine> machines;
    for (const model::Machine& machine : model.machines) {
      if (NewName(sites, model.at(machine.site).name) == site) machines.push_back(&machine);
    }
    return machines;
  };
  const auto has = [](const model::Model& model, const std::string& name) {
    return std::count_if(model.machines.begin(), model.machines.end(),
                         [&](const model::Machine& machine) { return machine.name == name; });
  };
  for (const model::Site& site : now.sites) {
    const auto [old, today] = PairOf(all(before, names.sites, site.name), all(now, {}, site.name));
    if (old == nullptr || today == nullptr || has(before, old->name) != 1) continue;
    names.machines.emplace(old->name, today->name);
  }
}

/// The names of what carries a network.
std::set<std::string_view> CarriersOf(const model::Model& model, const model::Network& network) {
  std::set<std::string_view> carriers;
  for (const model::Carrier& carrier : model.carriers) {
    for (const model::NetworkId id : carrier.networks) {
      if (&model.at(id) == &network) carriers.insert(carrier.name);
    }
  }
  return carriers;
}

/// Only where the subnet or what carries it is the same too: one network may well go when another one comes.
void PairNetworks(const model::Model& before, const model::Model& now, Renames& names) {
  const auto all = [](const model::Model& model) {
    Things<model::Network> networks;
    for (const model::Network& network : model.networks) networks.push_back(&network);
    return networks;
  };
  const auto [old, today] = PairOf(all(before), all(now));
  if (old == nullptr || today == nullptr) return;
  const bool same_subnet =
      old->plan.subnet.known() && today->plan.subnet.known() && *old->plan.subnet == *today->plan.subnet;
  const auto carriers = CarriersOf(before, *old);
  if (same_subnet || (!carriers.empty() && carriers == CarriersOf(now, *today))) names.emplace(old->name, today->name);
}

}  // namespace

NewNames FindNewNames(const model::Model& before, const model::Model& now) {
  NewNames names;
  const Bearers old = BearersOf(before), today = BearersOf(now);
  names.systems = NewSystemNames(now, old, today);
  AddShared(old, names.systems, names.shared);
  AddShared(today, {}, names.shared);
  PairSites(before, now, names.sites);
  PairMachines(before, now, names);
  PairNetworks(before, now, names.networks);
  return names;
}

NewNames NewNames::ForNewer() const {
  NewNames names;
  names.shared = shared;
  return names;
}

View::View(const model::Model& model, NewNames names) : model_(model), names_(std::move(names)) {}

std::string_view View::Name(model::SystemId id) const { return NewName(names_.systems, model_.at(id).name); }
std::string_view View::Name(model::SiteId id) const { return NewName(names_.sites, model_.at(id).name); }
std::string_view View::Name(model::MachineId id) const { return NewName(names_.machines, model_.at(id).name); }
std::string_view View::Name(model::NetworkId id) const { return NewName(names_.networks, model_.at(id).name); }

std::string_view View::NewNameOf(std::string_view name) const {
  for (const Renames* names : {&names_.systems, &names_.machines, &names_.networks}) {
    if (const std::string_view is = NewName(*names, name); is != name) return is;
  }
  return name;
}

std::string View::KeyOf(model::SystemId id) const {
  const model::SystemId parent = model_.at(id).parent;
  const std::string_view name = Name(id);
  if (names_.shared.empty() || !parent.valid() || !names_.shared.contains(name)) return std::string(name);
  return fmt::format("{}.{}", Name(parent), name);
}

}  // namespace hotsite::diff
