// The linux backend: for every Linux system at a recovery site a folder linux/<guest>/ (for a KVM host kvm/<host>/)
// with its complete network files for that site and a README whose first line says whether anything differs from home.
// Listed in backends/all.cpp.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::linux_guest {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"linux", "network files of every Linux guest, with the commands that apply them",
                                      "linux/<guest>/…, kvm/<host>/…", &Generate};

}  // namespace hotsite::backends::linux_guest
