#include "compiler/diff/view.h"

#include <fmt/format.h>

#include <unordered_map>

namespace hotsite::diff {
namespace {

using Renames = std::map<std::string, std::string, std::less<>>;

/// One that is left over on either side bears another name.
void PairLeftOver(const std::vector<std::string_view>& before, const std::vector<std::string_view>& now,
                  Renames& names) {
  if (before.size() == 1 && now.size() == 1 && before.front() != now.front())
    names.emplace(before.front(), now.front());
}

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

}  // namespace

NewNames FindNewNames(const model::Model& before, const model::Model& now) {
  NewNames names;
  const Bearers old = BearersOf(before), today = BearersOf(now);
  names.systems = NewSystemNames(now, old, today);
  AddShared(old, names.systems, names.shared);
  AddShared(today, {}, names.shared);
  std::vector<std::string_view> old_sites, new_sites;
  for (const model::Site* site : before.recovery_sites()) old_sites.push_back(site->name);
  for (const model::Site* site : now.recovery_sites()) new_sites.push_back(site->name);
  PairLeftOver(old_sites, new_sites, names.sites);
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

std::string View::KeyOf(model::SystemId id) const {
  const model::SystemId parent = model_.at(id).parent;
  const std::string_view name = Name(id);
  if (names_.shared.empty() || !parent.valid() || !names_.shared.contains(name)) return std::string(name);
  return fmt::format("{}.{}", Name(parent), name);
}

}  // namespace hotsite::diff
