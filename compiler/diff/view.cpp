#include "compiler/diff/view.h"

#include <fmt/format.h>

namespace hotsite::diff {
namespace {

using Renames = std::map<std::string, std::string, std::less<>>;

/// One that is left over on either side bears another name.
void PairLeftOver(const std::vector<std::string_view>& before, const std::vector<std::string_view>& now,
                  Renames& names) {
  if (before.size() == 1 && now.size() == 1 && before.front() != now.front())
    names.emplace(before.front(), now.front());
}

Renames NewSystemNames(const model::Model& before, const model::Model& now) {
  Renames names;
  for (const model::System& system : now.systems) {
    if (system.renamed_from.empty() || before.FindSystem(system.renamed_from) == nullptr) continue;
    if (now.FindSystem(system.renamed_from) == nullptr) names.emplace(system.renamed_from, system.name);
  }
  return names;
}

std::string_view NewName(const Renames& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? std::string_view(name) : std::string_view(found->second);
}

}  // namespace

NewNames FindNewNames(const model::Model& before, const model::Model& now) {
  NewNames names;
  names.systems = NewSystemNames(before, now);
  std::vector<std::string_view> old_sites, new_sites;
  for (const model::Site* site : before.recovery_sites()) old_sites.push_back(site->name);
  for (const model::Site* site : now.recovery_sites()) new_sites.push_back(site->name);
  PairLeftOver(old_sites, new_sites, names.sites);
  return names;
}

View::View(const model::Model& model, NewNames names)
    : model_(model), names_(std::move(names)), ambiguous_(model.systems.size()) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < model.systems.size(); ++i) {
    const auto [other, alone] = first.emplace(model.systems[i].name, i);
    if (!alone) ambiguous_[i] = ambiguous_[other->second] = true;
  }
}

std::string_view View::Name(model::SystemId id) const { return NewName(names_.systems, model_.at(id).name); }
std::string_view View::Name(model::SiteId id) const { return NewName(names_.sites, model_.at(id).name); }
std::string_view View::Name(model::MachineId id) const { return NewName(names_.machines, model_.at(id).name); }
std::string_view View::Name(model::NetworkId id) const { return NewName(names_.networks, model_.at(id).name); }

std::string View::KeyOf(model::SystemId id) const {
  const model::SystemId parent = model_.at(id).parent;
  if (!ambiguous_[id.index] || !parent.valid()) return std::string(Name(id));
  return fmt::format("{}.{}", Name(parent), Name(id));
}

}  // namespace hotsite::diff
