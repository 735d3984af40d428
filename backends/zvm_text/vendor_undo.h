// UNDO.txt of the vendor's annex: how the vendor takes out of its z/VM what our guests needed, and nothing else.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

/// The name on the vendor's parm disk of what SYSTEM.CONFIG holds: one file and one IMBED line are easier to take out
/// than statements among the vendor's.
inline constexpr const char* kVendorConfig = "DRGUEST CONFIG";

/// The steps for what `files` add.
HostFile WriteVendorUndo(const Host& host, const std::vector<HostFile>& files);

}  // namespace hotsite::backends::zvm_text
