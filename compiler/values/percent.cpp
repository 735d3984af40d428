#include "compiler/values/percent.h"

#include <fmt/format.h>

#include <algorithm>

namespace hotsite {
namespace {

constexpr std::int64_t kWhole = 1000;  // tenths

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Parsed<Percent> Percent::Parse(std::string_view text) {
  if (!text.ends_with('%')) {
    const bool number = AllDigits(text);
    return ValueError{"isn't a percentage; write it as `5%` or `2.5%`",
                      number ? std::optional(std::string(text) + "%") : std::nullopt};
  }
  text.remove_suffix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view tenth = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  if (!AllDigits(whole) || !AllDigits(tenth)) return ValueError{"isn't a percentage; write it as `5%` or `2.5%`"};
  if (tenth.size() > 1) return ValueError{"has more than one decimal"};
  constexpr std::size_t kMostDigits = 3;
  if (whole.size() > kMostDigits) return ValueError{"is more than 100%"};
  const std::int64_t tenths = std::stoll(std::string(whole)) * 10 + std::stoll(std::string(tenth));
  if (tenths > kWhole) return ValueError{"is more than 100%"};
  if (tenths == 0) return ValueError{"is nothing at all"};
  return Percent(tenths);
}

std::string Percent::ToString() const {
  return tenths_ % 10 == 0 ? fmt::format("{}%", tenths_ / 10) : fmt::format("{}.{}%", tenths_ / 10, tenths_ % 10);
}

}  // namespace hotsite
