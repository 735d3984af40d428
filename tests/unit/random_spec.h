// Valid specs by chance, for tests of what holds of every spec.
#pragma once

#include <cstdint>
#include <string>

namespace hotsite {

/// A spec without errors (warnings allowed): a small shop at home and at one recovery site, with what the seed chooses
/// of all distributions, z/VM releases before and after NICDEF grants, guest LANs with routers, vswitches of both
/// layers, HiperSockets, SCSI, VLANs, dual stack, trunks, bonds, shares, KVM, single system images, guests under the
/// vendor's z/VM, readdressing and questions. The same seed gives the same text everywhere. Begins with `hotsite 1`.
std::string RandomSpec(std::uint32_t seed);

}  // namespace hotsite
