// The table behind checks.h: what shows an attribute, by the kind of system that it is about. In all texts $S is the
// system, $P its partition, $M its machine, $N the row's subject, $V its value; of a
// value of device numbers $F the first and $D the first range; $C the number of a count.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hotsite::requirements {

/// A command and what to read in its answer. Without a command `look` is what is done by hand.
struct Seen {
  const char* command = nullptr;
  const char* look = nullptr;
  bool sourced = true;
  bool said() const { return look != nullptr; }
};

struct Shown {
  /// The start of the requirement's attribute; with a `*` in front its end; `channel ` in front: of channels for
  /// storage.
  std::string_view attribute;
  const char* hardware = nullptr;  // what the hardware console shows before the first IPL
  Seen zvm, zos;
  Seen guest;           // a Linux that is a guest
  Seen partition;       // a Linux or KVM host in a partition of its own
  Seen zos_guest = {};  // a z/OS that is a guest, where that differs from one in a partition
};

std::span<const Shown> AllShown();

/// Shown by the first Linux guest of a z/VM instead of by the z/VM itself.
bool ByFirstLinux(const Seen& seen);

}  // namespace hotsite::requirements
