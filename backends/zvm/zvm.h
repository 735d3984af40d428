// The z/VM backend: for every z/VM of ours at a recovery site the files that turn the restored system into the one that
// runs there, for every z/VM of the vendor's what it must add for our guests. Listed in backends/all.cpp.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::zvm {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"zvm", "USER DIRECT, SYSTEM CONFIG, TCP/IP and start EXEC of each z/VM",
                                      "zvm/<system>/…, vendor-zvm/<system>/…", &Generate};

}  // namespace hotsite::backends::zvm
