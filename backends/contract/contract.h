// The papers about the vendor's answers, only with a contract: what is agreed, open and refused; what the promised site
// differs in from the requested one; and what reminds the vendor of the rest, as text and as a mail that waits to be
// sent. See parts.h.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::contract_papers {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{
    .name = "contract",
    .summary = "with --contract: what is agreed, open and refused; a reminder",
    .writes = "contract/status.txt, changes.md, reminder.eml, …",
    .generate = &Generate,
    .despite_errors = true,
};

}  // namespace hotsite::backends::contract_papers
