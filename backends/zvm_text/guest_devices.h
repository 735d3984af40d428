// NICs and disks of a guest as directory statements: NICDEF onto a vswitch or guest LAN, DEDICATE of real devices,
// MDISK. Used for directory entries and for the entry of a z/VM's own TCP/IP stack.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/zvm_text/host.h"
#include "backends/zvm_text/open_places.h"

namespace hotsite::backends::zvm_text {

/// The statements of one NIC. Lines that begin with `*` are remarks.
void AddNic(std::vector<std::string>& lines, const Host& host, const model::Placement& guest, const GuestNic& nic,
            OpenPlaces& open);

/// The device that a Linux guest is IPLed from: the one stated, else its first disk, else its first FCP device; nothing
/// for other systems.
std::optional<DeviceNumber> IplDeviceOf(const model::System& system, const model::Placement& guest);

/// LOADDEV statements where `ipl` is an FCP device: the storage port and LUN to load from (CP Planning and
/// Administration, LOADDEV; z/VM 5.1 and later).
void AddLoadDevice(std::vector<std::string>& lines, const model::System& system, const model::Placement& guest,
                   DeviceNumber ipl, OpenPlaces& open);

/// A DEDICATE statement for each FCP device.
void AddFcp(std::vector<std::string>& lines, const Host& host, const model::Placement& guest, OpenPlaces& open);

/// The MDISK statements of a Linux guest; remarks for the volumes of others.
void AddDisks(std::vector<std::string>& lines, const model::Model& model, const model::System& system);

}  // namespace hotsite::backends::zvm_text
