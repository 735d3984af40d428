#include "compiler/support/name_ranges.h"

namespace hotsite {
namespace {

constexpr std::size_t kMostDigits = 9;
constexpr std::size_t kFewestInRange = 3;

}  // namespace

std::string NextName(std::string_view name) {
  const std::size_t stem = name.find_last_not_of("0123456789") + 1;
  const std::string_view digits = name.substr(stem);
  if (digits.empty() || digits.size() > kMostDigits) return {};
  std::string next = std::to_string(std::stoul(std::string(digits)) + 1);
  if (next.size() < digits.size()) next.insert(0, digits.size() - next.size(), '0');
  return std::string(name.substr(0, stem)) + next;
}

std::vector<NameRange> NameRangesOf(const std::vector<std::string>& names) {
  std::vector<NameRange> ranges;
  for (std::size_t i = 0; i < names.size();) {
    std::size_t end = i + 1;
    while (end < names.size() && names[end] == NextName(names[end - 1])) ++end;
    if (end - i < kFewestInRange) end = i + 1;
    ranges.push_back({names[i], names[end - 1], end - i});
    i = end;
  }
  return ranges;
}

}  // namespace hotsite
