// The zos backend: for every z/OS system at a recovery site a folder zos/<system>/ with fragments for its TCP/IP
// profile and its VTAMLST, a member that D M=CONFIG compares with what is there, and a README whose first line says
// whether anything differs from home. Listed in backends/all.cpp.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::zos {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"zos", "TCP/IP profile, VTAM fragment and CONFIGxx member of every z/OS system",
                                      "zos/<system>/…", &Generate};

}  // namespace hotsite::backends::zos
