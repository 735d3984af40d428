#include "backends/zvm_text/text.h"

#include <algorithm>

#include "compiler/support/utf8.h"
#include "compiler/values/scan.h"

namespace hotsite::backends::zvm_text {
namespace {

/// The letters of `text` that a statement takes, in upper case, at most `most`.
std::string Keep(std::string_view text, std::string_view also, std::size_t most) {
  std::string kept;
  for (const char c : ToUpper(text)) {
    if (kept.size() == most) break;
    if (IsUpper(c) || IsDigit(c) || also.find(c) != std::string_view::npos) kept += c;
  }
  return kept;
}

/// What can end a string or comment in one of the languages, and its stand-in.
char Harmless(char c) {
  switch (c) {
    case '\'':
    case '"':
      return '`';
    case '%':
      return '#';
    case '?':
      return '.';  // `??` marks open places only
    default:
      return c;
  }
}

}  // namespace

std::string StatementName(std::string_view name) { return Keep(name, "@#$_-", 8); }

std::string VolumeLabel(std::string_view label) { return Keep(label, "#@$:-+", 6); }

std::string PlainText(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(CodePointBytes(text, at), 1);
    const char c = length == 1 && text[at] >= ' ' && text[at] <= '~' ? Harmless(text[at]) : ' ';
    const bool blank = c == ' ' && (plain.empty() || plain.back() == ' ');
    const bool mark = !plain.empty() && ((plain.back() == '/' && c == '*') || (plain.back() == '*' && c == '/'));
    if (mark) plain += '.';
    if (!blank) plain += c;
    at += length;
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return ToUpper(plain);
}

std::string MacPrefix(const MacAddress& mac) {
  const auto& b = mac.bytes();
  return fmt::format("{:02X}{:02X}{:02X}", b[0], b[1], b[2]);
}

std::string Words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

void Remark(TextWriter& out, std::string_view text, std::string_view mark) {
  const std::string first = std::string(mark) + " ";
  for (const std::string& line : WrapWords(text, kRecordWidth - first.size())) {
    out.Line(first + line.substr(0, kRecordWidth - first.size()));
  }
}

void ConfigRemark(TextWriter& out, std::string_view text) {
  constexpr std::size_t kRoom = kConfigWidth - 6;
  for (const std::string& line : WrapWords(text, kRoom)) {
    out.Line("/* " + PadRight(line.substr(0, kRoom), kRoom) + " */");
  }
}

}  // namespace hotsite::backends::zvm_text
