#include "compiler/values/ratio.h"

#include <fmt/format.h>

#include <algorithm>

namespace hotsite {
namespace {

constexpr std::int64_t kMost = 1000 * 100;

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Parsed<Ratio> Ratio::Parse(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  std::string decimals(dot == std::string_view::npos ? "0" : text.substr(dot + 1));
  if (!AllDigits(whole) || !AllDigits(decimals)) return ValueError{"isn't a ratio; write it as `1.5` or `2`"};
  if (decimals.size() > 2) return ValueError{"has more than two decimals"};
  decimals.resize(2, '0');
  constexpr std::size_t kMostDigits = 4;
  if (whole.size() > kMostDigits) return ValueError{"is more than 1000"};
  const std::int64_t hundredths = std::stoll(std::string(whole)) * 100 + std::stoll(decimals);
  if (hundredths > kMost) return ValueError{"is more than 1000"};
  if (hundredths == 0) return ValueError{"is nothing at all; leave the statement out where nothing is promised"};
  return Ratio(hundredths);
}

std::string Ratio::ToString() const {
  const std::int64_t rest = hundredths_ % 100;
  std::string text = std::to_string(hundredths_ / 100);
  if (rest != 0) text += fmt::format(".{:02}", rest);
  if (text.back() == '0' && rest != 0) text.pop_back();
  return text;
}

}  // namespace hotsite
