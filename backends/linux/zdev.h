// The qeth devices of a system as an import file of chzdev (s390-tools, zdev), which writes their udev rules itself and
// frees them from cio_ignore. Used by the writers of every distribution whose devices are chzdev's
// (model::DeviceFiles::kChzdev).
#pragma once

#include <string>
#include <vector>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

inline constexpr const char* kZdevPath = "etc/hotsite.zdev";

/// A section for each device: layer2 first, which must be set before all else, then the options, then online. chzdev
/// passes silently over devices whose number it can't read (seen with 2.16), so a line that it refuses the whole file
/// for stands before a device that is open.
File WriteZdev(const HostPlan& plan);

/// What tells chzdev of the file, and sets the devices online that aren't.
std::vector<std::string> ZdevCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
