// How much storage the guests of a z/VM or KVM have over its own memory. Used by the rules about memory and page space.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compiler/model/model.h"

namespace hotsite::rules {

/// Sizes in MiB. Storage that isn't said, or is left to the vendor, isn't in the sum: it is at least this.
struct GuestStorage {
  std::size_t guests = 0;       // those counted
  std::size_t unknown = 0;      // those left out
  std::uint64_t sum = 0;        // default storage of the guests, together
  std::uint64_t real = 0;       // memory of the hypervisor, with the expanded storage that its release pages to
  std::uint64_t oversized = 0;  // part of the sum: guests that are larger than it is (HS2202 tells them)

  std::uint64_t Excess() const { return sum > real ? sum - real : 0; }
  /// The sum over the memory, rounded up to hundredths: `2.45`.
  std::string Times() const;
};

/// Nothing for what isn't a z/VM or KVM with guests and known memory.
std::optional<GuestStorage> GuestStorageOf(const model::Model& model, const model::Placement& host);

/// A placement with less memory than the system requires, or has at home: HS2204 tells it.
bool LacksMemory(const model::Model& model, const model::Placement& here);

/// `24.5 GiB`, of MiB.
std::string InGib(std::uint64_t mib);

/// "21 guests with 24.5 GiB together".
std::string Say(const GuestStorage& storage);

}  // namespace hotsite::rules
