// The story's two ways to recover, as hand-made models, for the tests of requirements and of the request.
#pragma once

#include "tests/unit/host_model.h"

namespace hotsite::testing {

/// The good year: PRODA and VMPROD (with LNXWAS1) in partitions of BIGBOX; OSA and HiperSockets whose devices the
/// vendor says.
HostModel OwnPartitions();

/// Linux directly under the vendor's z/VM: LNXRTR on vswitch DRVSW and on guest LAN DRHS.
HostModel UnderVendor();

}  // namespace hotsite::testing
