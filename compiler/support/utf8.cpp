#include "compiler/support/utf8.h"

#include <fmt/format.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Unicode.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace hotsite {
namespace {

struct Decoded {
  char32_t code_point = 0;
  std::size_t bytes = 0;  // 0: not well-formed
};

std::uint8_t ByteAt(std::string_view text, std::size_t offset) { return static_cast<std::uint8_t>(text[offset]); }

bool IsContinuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// How many bytes a code point with this first byte has; 0 for a byte that starts none.
std::size_t LengthFromLead(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

Decoded Decode(std::string_view text, std::size_t offset) {
  const std::uint8_t lead = ByteAt(text, offset);
  const std::size_t length = LengthFromLead(lead);
  if (length == 0 || length > text.size() - offset) return {};
  if (length == 1) return {lead, 1};
  char32_t code_point = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint8_t byte = ByteAt(text, offset + i);
    if (!IsContinuation(byte)) return {};
    code_point = (code_point << 6) | (byte & 0x3Fu);
  }
  // Overlong two-byte forms can't get here: their lead bytes C0 and C1 are refused above.
  const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {};
  return {code_point, length};
}

/// Skips ASCII eight bytes at a time: specs are nearly all ASCII, and the size limit is 64 MiB.
std::size_t SkipAscii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  while (text.size() - offset >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, sizeof word);
    if ((word & kHighBits) != 0) break;
    offset += sizeof word;
  }
  while (offset < text.size() && ByteAt(text, offset) < 0x80) ++offset;
  return offset;
}

/// Zero-width marks and direction controls, which LLVM calls unprintable like a real control character.
bool IsInvisibleFormat(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::size_t WidthOf(std::string_view bytes, char32_t code_point) {
  if (code_point < 0x80) return 1;
  const int columns = llvm::sys::unicode::columnWidthUTF8(llvm::StringRef(bytes.data(), bytes.size()));
  if (columns >= 0) return static_cast<std::size_t>(columns);
  return IsInvisibleFormat(code_point) ? 0 : 1;
}

struct CodePoints {
  char32_t first, last;
};

template <std::size_t N>
bool IsOneOf(char32_t c, const CodePoints (&ranges)[N]) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](CodePoints r) { return c >= r.first && c <= r.last; });
}

/// C0, DEL and C1; the separators and the direction controls; U+FEFF, which is a mark of its file's encoding.
bool IsControl(char32_t c) {
  static constexpr CodePoints kControls[] = {
      {0, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}};
  return IsOneOf(c, kControls);
}

/// The 66 code points that will never be characters (Unicode Standard, section 23.7, "Noncharacters").
bool IsNoncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

/// What is white space or ignored by default (Unicode Character Database, PropList and DerivedCoreProperties:
/// White_Space, Default_Ignorable_Code_Point), and the braille cell without dots.
bool IsInvisible(char32_t c) {
  static constexpr CodePoints kInvisible[] = {
      {0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},       {0xAD, 0xAD},       {0x034F, 0x034F},
      {0x061C, 0x061C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x2000, 0x200F},
      {0x2028, 0x202F}, {0x205F, 0x206F}, {0x2800, 0x2800}, {0x3000, 0x3000},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
  return IsOneOf(c, kInvisible);
}

}  // namespace

std::optional<std::size_t> FindInvalidUtf8(std::string_view text) {
  std::size_t offset = SkipAscii(text, 0);
  while (offset < text.size()) {
    const Decoded decoded = Decode(text, offset);
    if (decoded.bytes == 0) return offset;
    offset = SkipAscii(text, offset + decoded.bytes);
  }
  return std::nullopt;
}

std::size_t CountCodePoints(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !IsContinuation(static_cast<std::uint8_t>(c)); }));
}

std::size_t DisplayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded decoded = Decode(text, offset);
    const std::size_t bytes = std::max<std::size_t>(decoded.bytes, 1);
    width += decoded.bytes == 0 ? 1 : WidthOf(text.substr(offset, bytes), decoded.code_point);
    offset += bytes;
  }
  return width;
}

std::size_t CodePointBytes(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  return std::max<std::size_t>(Decode(text, offset).bytes, 1);
}

std::optional<std::size_t> FindControl(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = Decode(text, at);
    if (decoded.bytes != 0 && (IsControl(decoded.code_point) || IsNoncharacter(decoded.code_point))) return at;
    at += std::max<std::size_t>(decoded.bytes, 1);
  }
  return std::nullopt;
}

bool ShowsNothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = Decode(text, at);
    if (decoded.bytes == 0 || !IsInvisible(decoded.code_point)) return false;
    at += decoded.bytes;
  }
  return true;
}

std::string NameCharacter(std::string_view text, std::size_t offset) {
  const Decoded decoded = Decode(text, offset);
  if (decoded.bytes == 0) return fmt::format("byte {:02X}", ByteAt(text, offset));
  const std::string_view bytes = text.substr(offset, decoded.bytes);
  const char32_t c = decoded.code_point;
  if (c == ' ') return "a blank";
  const bool visible = c < 0x80 ? c > ' ' && c < 0x7F && c != '`'
                                : llvm::sys::unicode::columnWidthUTF8(llvm::StringRef(bytes.data(), bytes.size())) > 0;
  // U+00A0 and its relatives are printable, but a reader takes them for a blank.
  const bool blank = c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
  if (visible && !blank) return fmt::format("`{}`", bytes);
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

}  // namespace hotsite
