// BOOT.txt of a Linux system whose devices or addresses differ from home: what of home may stand on its kernel
// parameter line, what belongs there at the site, and how it is changed. The line is read before any file below /etc,
// so what it says of home wins.
#pragma once

#include <string>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// Characters that CP appends to the kernel parameter line: IPL … PARM. Source: CP Commands and Utilities Reference,
/// IPL (64 bytes).
inline constexpr std::size_t kLongestIplParm = 64;

struct BootInput {
  const BuildInput& input;
  const model::Placement& placement;
  const HostPlan& here;
  const HostPlan* home = nullptr;  // none: the system is new
};

std::string WriteBoot(const BootInput& boot);

/// The network as parameters of dracut for the interface of the default route, what a root file system in the network
/// needs: rd.znet=… ip=… nameserver=… Empty where a device or an address is open, or none has an address.
/// Source: dracut.cmdline(7).
std::string EarlyNetwork(const HostPlan& plan);

/// `cio_ignore=!0.0.0600-0.0.0602`: frees the devices of the system. Empty where one is open.
/// Source: Device Drivers, Features, and Commands, cio_ignore.
std::string FreedDevices(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
