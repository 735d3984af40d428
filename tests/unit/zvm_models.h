// Small models built by hand for the tests of the z/VM files: a z/VM of ours in a partition, and guests of ours under
// the vendor's z/VM. Made without the parser, so that a failure here is a failure of the backend.
#pragma once

#include "backends/backend.h"
#include "compiler/requirements/derive.h"

namespace hotsite::zvm_test {

/// VMPROD with a router, three servers and a TCP/IP stack: home with device numbers, the hot site as said.
struct Choices {
  bool open = true;            // devices at the hot site wait for the vendor
  bool nicdef_grants = false;  // a release whose NICDEF authorises
  bool vlan = false;           // OFFICE is VLAN 71
  bool carried = true;         // something carries DATABASE at the hot site
};

model::Model OwnHost(const Choices& choices);

/// The guests LNXRTR and LNXWAS1 and the z/OS PRODA under VENDORVM, which has a vswitch whose controllers are open, and
/// a guest LAN that stands in for HiperSockets.
model::Model VendorHost();

struct Built {
  std::vector<backends::Artifact> artifacts;
  const backends::Artifact& Get(const std::string& path) const;
  bool Has(const std::string& path) const;
};

/// All files that the z/VM backend writes.
Built Build(const model::Model& model);

}  // namespace hotsite::zvm_test
