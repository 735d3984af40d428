// What questions and text of the starter spec share. Used by starter*.cpp only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::driver {

inline constexpr std::string_view kNone = "none";
inline constexpr std::int64_t kMostGuests = 200;  // they have addresses in a /24

/// `PRODA, PRODB` -> PRODA and PRODB; `none` -> nothing.
std::vector<std::string> NamesIn(std::string_view list);

}  // namespace hotsite::driver
