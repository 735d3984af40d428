// SHA-256, for the manifest and the spec's digest.
#pragma once

#include <string>
#include <string_view>

namespace hotsite {

/// The digest of `bytes` as 64 lower-case hex digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace hotsite
