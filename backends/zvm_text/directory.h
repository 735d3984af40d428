// USER DIRECT: the entries of all guests of a z/VM at a site, statements that equal guests share in PROFILE entries.
// Used by the zvm backend and the vendor's annex.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

HostFile WriteDirectory(const Host& host);

}  // namespace hotsite::backends::zvm_text
