// USER DIRECT: the entries of all guests of a z/VM at a site, statements that equal guests share in PROFILE entries.
// Used by the zvm backend and the vendor's annex.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

/// Comments of the vendor's USER.DIRECT around what it has to take out again.
inline constexpr std::string_view kBeginProfiles = "DR PROFILES BEGIN";
inline constexpr std::string_view kEndProfiles = "DR PROFILES END";
inline constexpr std::string_view kBeginEntries = "DR ENTRIES BEGIN";
inline constexpr std::string_view kEndEntries = "DR ENTRIES END";

HostFile WriteDirectory(const Host& host);

}  // namespace hotsite::backends::zvm_text
