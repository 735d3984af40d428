#include "compiler/values/extent.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::uint64_t kLargest = 0x7FFFFFFF;

struct Ends {
  std::string_view first;
  std::string_view last;
  bool dots = false;  // written with `..` and nothing else
};

std::optional<Ends> SplitEnds(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::size_t at = dots != std::string_view::npos ? dots : text.find('-');
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t separator_size = dots != std::string_view::npos ? 2 : 1;
  const Ends ends{Trim(text.substr(0, at)), Trim(text.substr(at + separator_size)), dots != std::string_view::npos};
  if (!IsNumber(ends.first) || !IsNumber(ends.last)) return std::nullopt;
  return Ends{ends.first, ends.last, ends.dots && text.size() == ends.first.size() + 2 + ends.last.size()};
}

/// What is no range: the end that is clear stands in the advice.
ValueError RefuseRange(std::string_view text) {
  if (IsNumber(text) && text.size() <= 10 && ReadNumber(text) > 1)
    return {fmt::format("is one number; write the first and the last, such as `1..{}`", text)};
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos && text.substr(dots + 2) == "END")
    return {"has no number at its end; write the last one, such as `1..10016` for all of a 3390-9 but cylinder 0"};
  return {"isn't a range; write it as `1..4`"};
}

}  // namespace

Parsed<std::int64_t> ParseCount(std::string_view text) {
  if (!IsNumber(text)) return ValueError{"isn't a whole number; write it as `16`"};
  const std::uint64_t value = ReadNumber(text);
  if (value > kLargest) return ValueError{fmt::format("is too large; the largest number is {}", kLargest)};
  if (text.size() > 1 && text.front() == '0') {
    // 0600 where a count stands is a device number in the wrong place more often than six hundred.
    return ValueError{fmt::format("has a leading zero; as a number it is written `{}`", value), fmt::to_string(value)};
  }
  return static_cast<std::int64_t>(value);
}

Parsed<CountRange> CountRange::Parse(std::string_view text) {
  const std::optional<Ends> ends = SplitEnds(text);
  if (!ends) return RefuseRange(text);
  const std::uint64_t first = ReadNumber(ends->first);
  const std::uint64_t last = ReadNumber(ends->last);
  if (std::max(first, last) > kLargest) {
    return ValueError{fmt::format("goes too far; the largest number in a range is {}", kLargest)};
  }
  if (first > last) {
    return ValueError{"ends before it begins; write the lower number first", fmt::format("{}..{}", last, first)};
  }
  const CountRange range{static_cast<std::int64_t>(first), static_cast<std::int64_t>(last)};
  if (!ends->dots || range.ToString() != text) {
    return ValueError{
        fmt::format("isn't how a range is written; write `{}`, without blanks or leading zeros", range.ToString()),
        range.ToString()};
  }
  return range;
}

std::string CountRange::ToString() const { return fmt::format("{}..{}", first, last); }

}  // namespace hotsite
