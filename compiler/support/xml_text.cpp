#include "compiler/support/xml_text.h"

#include <cstddef>

#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

const char* EntityOf(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    default:
      return nullptr;
  }
}

void AddMultibyte(std::string_view bytes, std::string& escaped) {
  if (bytes.size() == 1) {
    escaped += "\xEF\xBF\xBD";
  } else if (FindControl(bytes)) {
    escaped += ' ';
  } else {
    escaped += bytes;
  }
}

}  // namespace

std::string XmlText(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t bytes = CodePointBytes(text, at);
      AddMultibyte(text.substr(at, bytes), escaped);
      at += bytes;
      continue;
    }
    if (const char* entity = EntityOf(c)) {
      escaped += entity;
    } else {
      escaped += (c < ' ' && c != '\n') || c == '\x7F' ? ' ' : c;
    }
    ++at;
  }
  return escaped;
}

}  // namespace hotsite
