// What the network files of a system must say, for whoever changes them by hand: for the distributions whose files we
// know but don't write. Used by the README and, compared with home, for its first line.
#pragma once

#include <optional>
#include <string>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// Where a distribution keeps its network files and how they are made to count, by the manual pages: wicked(8),
/// nmcli(1), netplan-try(8).
struct ByHand {
  model::NetworkFiles kind;
  const char* name;           // netplan
  const char* where;          // /etc/netplan
  const char* apply;          // makes changed files count
  const char* per_interface;  // then, with the name of each interface; may be empty
  /// What its interfaces are called; not known: as the device number says.
  model::InterfaceNames names = model::InterfaceNames::kEnc;
};

/// Nothing where the library doesn't say which files the system's distribution uses.
std::optional<ByHand> FindByHand(const model::Model& model, const model::System& system);

/// enc600 for 0.0.0600: leading zeros and dots of the bus ID go (systemd, udev-builtin-net_id.c, names_ccw);
/// enccw0.0.0600 on Red Hat Enterprise Linux 7. Empty while the device is open, and where names are given by rules of
/// the system's own.
std::string InterfaceName(const Interface& face, model::InterfaceNames names);

/// Every value of the files as lines of text. A pathless File, so that it is compared with home as files are.
File WriteValues(const HostPlan& plan, const ByHand& by_hand);

}  // namespace hotsite::backends::linux_guest
