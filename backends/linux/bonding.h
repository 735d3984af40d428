// How a bond of two qeth devices works, whatever file says it: the first port carries everything until its link fails.
#pragma once

namespace hotsite::backends::linux_guest {

/// Options of the kernel's bonding driver (its Documentation/networking/bonding.rst). An OSA or vswitch need not let a
/// guest change the MAC address of a port (from knowledge), so the bond takes that of the port which is active.
inline constexpr const char* kBondOptions = "mode=active-backup miimon=100 fail_over_mac=active";

/// The same for kernels before fail_over_mac: SLES 9 and 10, RHEL 4 and the first of 5.
inline constexpr const char* kOldBondOptions = "mode=active-backup miimon=100";

}  // namespace hotsite::backends::linux_guest
