// What the parsers of values share: digits and blanks of ASCII, numbers that never wrap. Used in values only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace hotsite {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
inline bool IsLetter(char c) { return IsUpper(c) || IsLower(c); }
inline bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// At least one digit and nothing else.
inline bool IsNumber(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

inline unsigned HexValue(char digit) {
  if (IsDigit(digit)) return static_cast<unsigned>(digit - '0');
  return static_cast<unsigned>((IsUpper(digit) ? digit - 'A' : digit - 'a') + 10);
}

/// The value of a text of digits; one that doesn't fit is the largest number there is, so that it fails every limit.
inline std::uint64_t ReadNumber(std::string_view digits) {
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = 0;
  for (const char c : digits) {
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (kMax - digit) / 10) return kMax;
    value = value * 10 + digit;
  }
  return value;
}

/// `text` without blanks and tabs at both ends.
inline std::string_view Trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The pieces between separators; one more than there are separators.
inline std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const std::size_t at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

/// A number and the unit behind it, `24 GiB` or `1.5T`: the text split where the number ends.
struct NumberAndUnit {
  std::string_view number;
  std::string_view unit;
};

inline NumberAndUnit SplitUnit(std::string_view text) {
  text = Trim(text);
  const auto end = std::find_if(text.begin(), text.end(), [](char c) { return !IsDigit(c) && c != '.'; });
  const auto length = static_cast<std::size_t>(end - text.begin());
  return {text.substr(0, length), Trim(text.substr(length))};
}

}  // namespace hotsite
