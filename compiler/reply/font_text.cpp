#include "compiler/reply/font_text.h"

#include <array>
#include <vector>

#include "compiler/reply/content_scanner.h"

namespace hotsite::reply {
namespace {

constexpr std::string_view kUnknown = "\uFFFD";

void Append(std::uint32_t code, std::string& text) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else {
    if (code < 0x10000) {
      put(0xE0 | code >> 12);
    } else {
      put(0xF0 | code >> 18);
      put(0x80 | (code >> 12 & 0x3F));
    }
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

std::uint32_t Number(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

/// Windows-1252 where it isn't Latin-1: 0x80 to 0x9F; 0: no letter.
constexpr std::array<std::uint16_t, 32> kWindows = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void AppendWindows(std::uint32_t code, std::string& text) {
  const std::uint32_t letter = code >= 0x80 && code < 0xA0 ? kWindows[code - 0x80] : code;
  letter == 0 ? void(text.append(kUnknown)) : Append(letter, text);
}

}  // namespace

std::string FromUtf16(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const std::uint32_t unit = Number(bytes.substr(at, 2));
    const std::uint32_t next = at + 3 < bytes.size() ? Number(bytes.substr(at + 2, 2)) : 0;
    const bool pair = unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000;
    if (pair) {
      Append(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), text);
      at += 2;
    } else if (unit >= 0xD800 && unit < 0xE000) {
      text += kUnknown;
    } else {
      Append(unit, text);
    }
  }
  return text;
}

// `<41> <0041>` between beginbfchar and endbfchar; `<41> <43> <0041>` or `<41> <43> [<0041> …]` between beginbfrange
// and endbfrange. Read with the scanner of contents, since a map is written in the same words.
class MapReader {
 public:
  explicit MapReader(FontText& font) : font_(font) {}

  void Chars(const std::vector<ContentToken>& operands) {
    for (std::size_t at = 0; at + 1 < operands.size(); at += 2)
      font_.Put(Number(operands[at].text), FromUtf16(operands[at + 1].text));
  }

  void Ranges(const std::vector<ContentToken>& operands) {
    for (std::size_t at = 0; at + 2 < operands.size();) {
      const std::uint32_t first = Number(operands[at].text), last = Number(operands[at + 1].text);
      at += 2;
      if (IsMark(operands[at], "[")) {
        for (std::uint32_t code = first; ++at < operands.size() && !IsMark(operands[at], "]"); ++code)
          font_.Put(code, FromUtf16(operands[at].text));
      } else {
        Range(first, last, operands[at].text);
      }
      ++at;
    }
  }

 private:
  static bool IsMark(const ContentToken& token, std::string_view mark) {
    return token.kind == ContentToken::Kind::kMark && token.text == mark;
  }

  void Range(std::uint32_t first, std::uint32_t last, std::string text) {
    constexpr std::uint32_t kMost = 256;  // only the last byte counts on
    for (std::uint32_t i = 0; i < kMost && first + i <= last && !text.empty(); ++i) {
      font_.Put(first + i, FromUtf16(text));
      text.back() = static_cast<char>(text.back() + 1);
    }
  }

  FontText& font_;
};

FontText::FontText(std::string_view map, unsigned code_bytes) : bytes_(code_bytes), mapped_(true) {
  ContentScanner scanner(map);
  MapReader reader(*this);
  while (scanner.Next()) {
    if (scanner.name() == "endcodespacerange" && !scanner.operands().empty())
      bytes_ = scanner.operands().back().text.size() == 1 ? 1 : 2;
    if (scanner.name() == "endbfchar") reader.Chars(scanner.operands());
    if (scanner.name() == "endbfrange") reader.Ranges(scanner.operands());
  }
}

void FontText::Put(std::uint32_t code, std::string text) {
  if (texts_.size() < kMaxCodes) texts_[code] = std::move(text);
}

void FontText::Decode(std::string_view codes, std::string& text) const {
  for (std::size_t at = 0; at + bytes_ <= codes.size(); at += bytes_) {
    const std::uint32_t code = Number(codes.substr(at, bytes_));
    if (const auto meant = texts_.find(code); meant != texts_.end()) {
      text += meant->second;
    } else if (!mapped_ && bytes_ == 1) {
      AppendWindows(code, text);
    } else {
      text += kUnknown;
    }
  }
}

}  // namespace hotsite::reply
