// "Did you mean": the known name that is nearest to a misspelt one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite {

/// The nearest of `known`, if near enough to be worth saying (at most a third of the letters differ,
/// case ignored; a transposition counts one). Ties go to the earlier one. Failing that, the one
/// name that `written` abbreviates. A name that is `written` behind a qualifier (`shop.BASE`) is nearest of all.
std::optional<std::string> Nearest(std::string_view written, const std::vector<std::string_view>& known);

/// The same with all that are equally near, in order.
std::vector<std::string> NearestOnes(std::string_view written, const std::vector<std::string_view>& known);

/// Whether two names differ only as members of one series do, in digits or the last letter (`PRODA`, `PRODB`): then the
/// one is hardly a slip for the other.
bool IsSameSeries(std::string_view a, std::string_view b);

}  // namespace hotsite
