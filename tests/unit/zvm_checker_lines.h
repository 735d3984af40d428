// What the checkers of z/VM files share: records, words, and where findings go.
#pragma once

#include <algorithm>
#include <cctype>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/zvm_checker.h"

namespace hotsite::zvm_test {

struct Record {
  int number = 0;
  std::string text;
  std::vector<std::string> words;
};

inline std::vector<std::string> SplitWords(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

inline std::vector<Record> RecordsOf(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<Record> records;
  int number = 0;
  for (std::string line; std::getline(in, line);) records.push_back({++number, line, SplitWords(line)});
  return records;
}

inline void Complain(Findings& findings, const Record& record, const std::string& what) {
  findings.problems.push_back(std::to_string(record.number) + ": " + what);
}

inline bool IsOpen(const std::string& word) { return word.find("??") != std::string::npos; }

inline void NoteOpen(Findings& findings, const Record& record) {
  for (const std::string& word : record.words) {
    if (IsOpen(word)) findings.open.push_back(word);
  }
}

inline bool IsNumberText(const std::string& word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// A VLAN id, or the place of one.
inline bool IsVlan(const std::string& word) {
  if (IsOpen(word)) return true;
  return IsNumberText(word) && word.size() <= 4 && std::stoul(word) >= 1 && std::stoul(word) <= 4094;
}

/// A device number of 1-4 hex digits.
inline std::optional<unsigned> Device(const std::string& word) {
  if (word.empty() || word.size() > 4 || word.find_first_not_of("0123456789ABCDEF") != std::string::npos)
    return std::nullopt;
  return static_cast<unsigned>(std::stoul(word, nullptr, 16));
}

/// Columns, characters: what holds for every record of every file.
inline void CheckRecord(Findings& findings, const Record& record, std::size_t columns, bool upper) {
  if (record.text.size() > columns) Complain(findings, record, "longer than " + std::to_string(columns) + " columns");
  for (const char c : record.text) {
    if (c < ' ' || c > '~') return Complain(findings, record, "a character that is not printable ASCII");
    if (upper && c >= 'a' && c <= 'z') return Complain(findings, record, "lower case");
  }
}

}  // namespace hotsite::zvm_test
