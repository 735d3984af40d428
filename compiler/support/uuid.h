// UUIDs that are made of names, so that a file that needs one is the same from build to build.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hotsite {

/// A namespace of names, itself a UUID in its 16 bytes.
using UuidSpace = std::array<std::uint8_t, 16>;

/// The UUID of `name` in `space`, version 5 (RFC 9562, 5.5): lower case, with its four dashes.
std::string NameUuid(const UuidSpace& space, std::string_view name);

}  // namespace hotsite
