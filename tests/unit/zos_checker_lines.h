// What the checkers of z/OS files share.
#pragma once

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/zos_checker.h"

namespace hotsite::zos_test {

struct Word {
  int line = 0;
  std::string text;
};

inline std::vector<std::string> LinesOf(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline void Complain(Findings& findings, int line, const std::string& what) {
  findings.problems.push_back(std::to_string(line) + ": " + what);
}

inline bool IsOpen(const std::string& word) { return word.find("??") != std::string::npos; }

inline bool Among(const std::string& text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string::npos;
}

inline std::optional<unsigned> NumberIn(const std::string& word, unsigned low, unsigned high) {
  if (!Among(word, "0123456789") || word.size() > 7) return std::nullopt;
  const auto value = static_cast<unsigned>(std::stoul(word));
  return value >= low && value <= high ? std::optional(value) : std::nullopt;
}

/// A device number as these files write it: four hexadecimal digits.
inline std::optional<unsigned> DeviceIn(const std::string& word) {
  if (word.size() != 4 || !Among(word, "0123456789ABCDEF")) return std::nullopt;
  return static_cast<unsigned>(std::stoul(word, nullptr, 16));
}

/// A letter (or @ # $), then letters and digits, at most `longest`.
inline bool IsName(const std::string& word, std::size_t longest) {
  static constexpr std::string_view kFirst = "ABCDEFGHIJKLMNOPQRSTUVWXYZ@#$";
  return !word.empty() && word.size() <= longest && kFirst.find(word.front()) != std::string_view::npos &&
         Among(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ@#$0123456789");
}

/// What holds for each line: its columns, printable ASCII, and upper case where it isn't a comment.
inline void CheckLine(Findings& findings, int number, const std::string& line, std::size_t columns, bool comment) {
  if (line.size() > columns) Complain(findings, number, "longer than " + std::to_string(columns) + " columns");
  for (const char c : line) {
    if (c < ' ' || c > '~') return Complain(findings, number, "a character that is not printable ASCII");
    if (!comment && c >= 'a' && c <= 'z') return Complain(findings, number, "lower case");
  }
}

}  // namespace hotsite::zos_test
