#include "backends/linux/quote.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/check.h"

namespace hotsite::backends::linux_guest {
namespace {

// Lines must stay below 500 bytes: later readers cut at 511 (openSUSE/wicked, src/sysconfig.c).
constexpr std::size_t kLongestValue = 400;

bool IsSafe(char c) {
  const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return plain || std::string_view(" .,:/_=?+-@#$").find(c) != std::string_view::npos;
}

bool AreSafe(std::string_view value) { return std::all_of(value.begin(), value.end(), IsSafe); }

}  // namespace

bool IsSafeValue(std::string_view value) { return value.size() <= kLongestValue && AreSafe(value); }

std::string Assign(std::string_view key, std::string_view value) {
  HOTSITE_CHECK(IsSafeValue(value), "a value reached a shell file without having been validated");
  return fmt::format("{}='{}'\n", key, value);
}

std::string AssignLong(std::string_view key, std::string_view value) {
  HOTSITE_CHECK(AreSafe(value), "a value reached a shell file without having been validated");
  return fmt::format("{}='{}'\n", key, value);
}

}  // namespace hotsite::backends::linux_guest
