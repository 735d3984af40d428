// README.txt of a z/VM of ours: which file goes where, in numbered steps around the two IPLs
//, and what still waits for the vendor.
#pragma once

#include "backends/zvm_text/changes.h"
#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm {

zvm_text::HostFile WriteReadme(const BuildInput& input, const zvm_text::Host& host, const zvm_text::Changes& changes,
                               const std::vector<zvm_text::HostFile>& files);

}  // namespace hotsite::backends::zvm
