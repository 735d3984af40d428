// The kinds of things that a `require` can speak of, and the types of their properties (properties.h).
#pragma once

#include <cstdint>

namespace hotsite::model {

enum class Kind : std::uint8_t {
  kSystem,  // any of the next five
  kZos,
  kZvm,
  kKvm,
  kLinux,
  kCoupling,  // a coupling facility
  kGuest,     // a system of any kind that runs under a hypervisor
  kMachine,
  kPartition,
  kNetwork,
  kNic,
  kDisk,
  kVswitch,
  kGuestLan,
  kBridge,
  kOsa,
  kHiperSockets,
  kRecovery,
  kContact,
};

enum class ValueType : std::uint8_t {
  kCount,
  kMemory,    // MiB
  kDuration,  // minutes
  kWord,      // one of a few words
  kName,      // the name of something that is declared elsewhere
  kText,      // free text, or a name of its own
  kList,      // things of a kind
};

/// Whether the type's values can be added and compared by size.
inline bool IsQuantity(ValueType type) { return type <= ValueType::kDuration; }

struct Property;

}  // namespace hotsite::model
