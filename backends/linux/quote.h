// One line `KEY='value'` of a file that root sources as shell. Values are validated before they are quoted
// (openSUSE/sysconfig, scripts/ifup sources them): a quote or a newline in one would run as a command.
#pragma once

#include <string>
#include <string_view>

namespace hotsite::backends::linux_guest {

/// Whether `value` may stand between single quotes: short, and of an alphabet without meaning to a shell or to wicked.
bool IsSafeValue(std::string_view value);

/// `KEY='value'` and a newline. Both must be safe: they are made of numbers, addresses and validated names only.
std::string Assign(std::string_view key, std::string_view value);

/// The same for a list that may be long, where the reader takes lines of any length: bash and NetworkManager do, wicked
/// does not.
std::string AssignLong(std::string_view key, std::string_view value);

}  // namespace hotsite::backends::linux_guest
