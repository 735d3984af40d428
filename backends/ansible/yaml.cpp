#include "backends/ansible/yaml.h"

#include <fmt/format.h>

#include "compiler/support/utf8.h"

namespace hotsite::backends::ansible {
namespace {

/// The number of the code point that stands in these bytes, which are one in UTF-8.
std::uint32_t NumberOf(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  std::uint32_t number = byte(0) & (0xFFu >> (bytes.size() + 1));
  for (std::size_t i = 1; i < bytes.size(); ++i) number = number << 6 | (byte(i) & 0x3Fu);
  return number;
}

std::string Escape(std::string_view bytes) {
  const bool broken = bytes.size() == 1 && static_cast<unsigned char>(bytes[0]) >= 0x80;
  const std::uint32_t number = broken              ? 0xFFFDu
                               : bytes.size() == 1 ? static_cast<unsigned char>(bytes[0])
                                                   : NumberOf(bytes);
  return number > 0xFFFFu ? fmt::format("\\U{:08X}", number) : fmt::format("\\u{:04X}", number);
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = CodePointBytes(text, at);
    const char c = text[at];
    if (c == '"' || c == '\\') quoted += '\\';
    if (length == 1 && c >= ' ' && c <= '~') {
      quoted += c;
    } else {
      quoted += Escape(text.substr(at, length));
    }
    at += length;
  }
  return quoted + '"';
}

std::string TextValue(std::string_view text) {
  const bool like_template = text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos ||
                             text.find("{#") != std::string_view::npos;
  return (like_template ? "!unsafe " : "") + Quoted(text);
}

void YamlWriter::Text(std::string_view key, std::string_view text) {
  if (!text.empty()) out_.Line("{}: {}", Quoted(key), TextValue(text));
}

void YamlWriter::Texts(std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out_.Line("{}:", Quoted(key));
  for (const std::string& text : texts) out_.Line("  - {}", TextValue(text));
}

void YamlWriter::Mappings(std::string_view key, const std::vector<Mapping>& mappings) {
  if (mappings.empty()) return;
  out_.Line("{}:", Quoted(key));
  for (const Mapping& mapping : mappings) {
    const char* mark = "-";
    for (const auto& [name, text] : mapping) {
      if (text.empty()) continue;
      out_.Line("  {} {}: {}", mark, Quoted(name), TextValue(text));
      mark = " ";
    }
  }
}

}  // namespace hotsite::backends::ansible
