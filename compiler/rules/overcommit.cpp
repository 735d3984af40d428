#include "compiler/rules/overcommit.h"

#include <fmt/format.h>

#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {

std::optional<GuestStorage> GuestStorageOf(const model::Model& model, const model::Placement& host) {
  const model::System& system = model.SystemOf(host);
  const model::Resources& has = host.resources;
  if (!system.is_hypervisor() || host.guests.empty() || !has.memory.known() || has.memory->mib() == 0)
    return std::nullopt;
  GuestStorage storage;
  storage.real = has.memory->mib();
  const bool pages_to_xstore = !system.release.valid() || !model.at(system.release).expanded_storage.known() ||
                               *model.at(system.release).expanded_storage;
  if (pages_to_xstore) storage.real += has.xstore.value_or(MemorySize()).mib();
  for (const model::PlacementId id : host.guests) {
    const auto& memory = model.at(id).resources.memory;
    ++(memory.known() ? storage.guests : storage.unknown);
    storage.sum += memory.value_or(MemorySize()).mib();
    if (memory.known() && *memory > *has.memory) storage.oversized += memory->mib();
  }
  return storage;
}

bool LacksMemory(const model::Model& model, const model::Placement& here) {
  const model::Placement* home = AtHome(model, here);
  const auto& given = here.resources.memory;
  if (home == nullptr || !given.known()) return false;
  const auto less_than = [&](const model::Stated<MemorySize>& other) { return other.known() && *given < *other; };
  return less_than(model.SystemOf(here).resources.memory) || less_than(home->resources.memory);
}

std::string GuestStorage::Times() const {
  const std::uint64_t hundredths = (sum * 100 + real - 1) / real;
  return Ratio::OfHundredths(static_cast<std::int64_t>(hundredths)).ToString();
}

std::string InGib(std::uint64_t mib) {
  constexpr std::uint64_t kMibPerGib = 1024;
  if (mib % kMibPerGib == 0) return fmt::format("{} GiB", mib / kMibPerGib);
  return fmt::format("{:.1f} GiB", static_cast<double>(mib) / static_cast<double>(kMibPerGib));
}

std::string Say(const GuestStorage& storage) {
  return fmt::format("{} with {} together", CountOf(storage.guests, "guest"), InGib(storage.sum));
}

}  // namespace hotsite::rules
