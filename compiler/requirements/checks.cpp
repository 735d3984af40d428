#include "compiler/requirements/checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/requirements/check_network.h"
#include "compiler/requirements/check_table.h"

namespace hotsite::requirements {
namespace {

using model::Placement;
using model::System;

bool Covers(std::string_view pattern, std::string_view attribute) {
  if (pattern.front() == '*') return attribute.ends_with(pattern.substr(1));
  return attribute.starts_with(pattern);
}

const Shown* FindShown(std::string_view attribute) {
  for (const Shown& shown : AllShown()) {
    if (Covers(shown.attribute, attribute)) return &shown;
  }
  return nullptr;
}

/// What shows a row: channels for storage have some attributes of the same name as those for networks.
const Shown* ShownFor(const Requirement& row) {
  const Shown* shown = row.category == Category::kChannels ? FindShown("channel " + row.attribute) : nullptr;
  return shown != nullptr ? shown : FindShown(row.attribute);
}

/// The machine that a row without a system is about: the row's subject, or that of the connection called so.
std::string MachineOf(const model::Model& model, const model::Site& site, const Requirement& row) {
  for (const model::MachineId id : site.machines) {
    const model::Machine& machine = model.at(id);
    const auto called = [&](const auto part) { return model.at(part).name == row.subject; };
    if (std::any_of(machine.carriers.begin(), machine.carriers.end(), called) ||
        std::any_of(machine.channels.begin(), machine.channels.end(), called))
      return machine.name;
  }
  return row.subject;
}

/// Puts names and values in the place of $S, $P …: see check_table.h.
class Filler {
 public:
  Filler(const model::Model& model, const model::Site& site, const Requirement& row, const Placement* placement) {
    values_ = {{'N', row.subject}, {'V', row.value}, {'C', row.value}, {'S', row.subject}};
    wanted_ = WantedValue(row);
    if (row.kind == Kind::kQuestion) {
      const std::string token = "??" + row.id;
      values_['V'] = values_['F'] = values_['D'] = token;
      wanted_ = "as answered: " + token;
    } else if (row.type == ValueType::kDevices) {
      values_['F'] = row.value.substr(0, 4);
      values_['D'] = row.value.substr(0, row.value.find(','));
    }
    if (placement == nullptr) {
      values_['M'] = MachineOf(model, site, row);
      return;
    }
    values_['S'] = model.SystemOf(*placement).name;
    values_['P'] = placement->partition.valid() ? model.at(placement->partition).name : row.subject;
    values_['M'] = placement->machine.valid() ? model.at(placement->machine).name : row.subject;
  }

  std::string operator()(const char* text) const {
    std::string filled;
    for (std::string_view rest = text == nullptr ? "" : text; !rest.empty(); rest.remove_prefix(1)) {
      const auto value = rest.size() > 1 && rest.front() == '$' ? values_.find(rest[1]) : values_.end();
      if (value == values_.end()) {
        filled += rest.front();
        continue;
      }
      filled += value->second;
      rest.remove_prefix(1);
    }
    return filled;
  }
  const std::string& Machine() const { return values_.at('M'); }
  const std::string& Wanted() const { return wanted_; }

 private:
  std::map<char, std::string> values_;
  std::string wanted_;
};

/// A z/VM without Linux has nobody who could read /proc/sysinfo.
const Placement* FirstLinux(const model::Model& model, const Placement& zvm) {
  for (const model::PlacementId id : zvm.guests) {
    if (model.SystemOf(model.at(id)).is_linux()) return &model.at(id);
  }
  return nullptr;
}

const Seen& SeenOn(const Shown& shown, const model::Model& model, const Placement& placement) {
  const System& system = model.SystemOf(placement);
  static constexpr Seen kNothing;
  if (system.is_zos()) return placement.host.valid() && shown.zos_guest.said() ? shown.zos_guest : shown.zos;
  if (system.is_zvm()) return shown.zvm;
  if (system.is_linux() || system.is_kvm()) return placement.host.valid() ? shown.guest : shown.partition;
  return kNothing;
}

Check AtHardware(const Filler& fill, const char* look) {
  return {Stage::kBeforeIpl, "HMC of " + fill.Machine(), "", fill(look), fill.Wanted(), false};
}

/// `CP of VMPROD`, `console of PRODA`, `LNXRTR`.
std::string ConsoleOf(const System& system) {
  if (system.is_zvm()) return "CP of " + system.name;
  return (system.is_zos() ? "console of " : "") + system.name;
}

std::optional<Check> OnSystem(const model::Model& model, const Shown& shown, const Placement& placement,
                              const Filler& fill) {
  const Seen& seen = SeenOn(shown, model, placement);
  if (!seen.said()) return std::nullopt;
  const std::string& name = model.SystemOf(placement).name;
  std::string where = seen.command == nullptr ? "whoever set up " + name : ConsoleOf(model.SystemOf(placement));
  if (model.SystemOf(placement).is_zvm() && ByFirstLinux(seen)) {
    if (FirstLinux(model, placement) == nullptr) return std::nullopt;
    where = "first Linux up on " + model.SystemOf(placement).name;
  }
  return Check{Stage::kSystemUp, std::move(where), fill(seen.command), fill(seen.look), fill.Wanted(), seen.sourced};
}

/// The systems that the row's value lists: `PRODA, PRODB, VMPROD`.
std::vector<std::string> NamesIn(std::string_view value) {
  std::vector<std::string> names;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(", "), value.size());
    names.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 2, value.size()));
  }
  return names;
}

}  // namespace

Repair RepairOf(const Requirement& row) {
  switch (row.category) {
    case Category::kPlacement:
      return Repair::kPlacement;
    case Category::kProcessors:
      return Repair::kProcessors;
    case Category::kMemory:
      return Repair::kStorage;
    case Category::kExpandedStorage:
      return Repair::kExpandedStorage;
    case Category::kHiperSockets:
      return Repair::kHiperSockets;
    case Category::kOsa:
      return Repair::kOsa;
    case Category::kChannels:
      return Repair::kChannels;
    case Category::kDisk:
      return Repair::kDisk;
    case Category::kTape:
      return Repair::kTape;
    case Category::kVirtualSwitches:
      return Repair::kVirtualSwitches;
    case Category::kNetwork:
      return Repair::kNetwork;
    case Category::kConsoles:
      return Repair::kConsoles;
    case Category::kSoftware:
      return Repair::kSoftware;
    case Category::kSchedule:
    case Category::kContacts:
      return Repair::kOther;
  }
  return Repair::kOther;
}

Checks::Checks(const model::Model& model) : model_(model) {
  for (const System& system : model.systems) {
    systems_.emplace(system.name, &system);
    if (system.parent.valid()) systems_.emplace(model.at(system.parent).name + "." + system.name, &system);
  }
}

const System* Checks::SystemOf(const Requirement& row) const {
  const auto found = systems_.find(row.subject);
  return found == systems_.end() ? nullptr : found->second;
}

const model::Site* Checks::SiteOf(const Requirement& row) const {
  const model::Site* only = nullptr;
  for (const model::Site& site : model_.sites) {
    if (!site.recovery) continue;
    if (row.site.empty() || site.name == row.site) return &site;
    if (only == nullptr) only = &site;
  }
  return only;
}

const Placement* Checks::PlacementOf(const Requirement& row) const {
  const System* system = SystemOf(row);
  const model::Site* site = SiteOf(row);
  if (system == nullptr || site == nullptr) return nullptr;
  return model_.Find(model_.IdOf(*site), model_.IdOf(*system));
}

std::vector<Check> Checks::Of(const Requirement& row) const {
  std::vector<Check> checks;
  const model::Site* site = SiteOf(row);
  if (row.kind == Kind::kInformation || site == nullptr) return checks;
  if (NetworkChecks(model_, *site, row, checks)) return checks;
  const Shown* shown = ShownFor(row);
  if (shown == nullptr) return checks;
  const Placement* placement = PlacementOf(row);
  const Filler fill(model_, *site, row, placement);
  const bool partition = placement == nullptr || !placement->host.valid();
  if (shown->hardware != nullptr && partition) checks.push_back(AtHardware(fill, shown->hardware));
  if (placement != nullptr) {
    if (auto check = OnSystem(model_, *shown, *placement, fill)) checks.push_back(std::move(*check));
    if (!model_.SystemOf(*placement).is_coupling()) return checks;
  }
  // Connections, groups and coupling facilities: every member sees them for itself; others only one of the site's
  // hypervisors can show.
  for (const std::string& name : NamesIn(row.value)) {
    const auto system = systems_.find(name);
    const Placement* member =
        system == systems_.end() ? nullptr : model_.Find(model_.IdOf(*site), model_.IdOf(*system->second));
    if (member == nullptr) continue;
    if (auto check = OnSystem(model_, *shown, *member, fill)) {
      check->expected = row.subject + " is there";
      checks.push_back(std::move(*check));
    }
  }
  if (!checks.empty() || placement != nullptr) return checks;
  if (const Placement* shows = ShowingFor(model_, *site, row)) {
    if (auto check = OnSystem(model_, *shown, *shows, fill)) checks.push_back(std::move(*check));
  }
  return checks;
}

std::string WantedValue(const Requirement& row) {
  if (row.value.empty()) return {};
  const bool number = row.type == ValueType::kMemory || row.type == ValueType::kCount || row.type == ValueType::kFrame;
  return number ? fmt::format("{} {}", ToString(row.comparator), row.value) : row.value;
}

}  // namespace hotsite::requirements
