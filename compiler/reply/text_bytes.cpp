#include "compiler/reply/text_bytes.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/reply/problem.h"
#include "compiler/support/utf8.h"

namespace hotsite::reply {
namespace {

enum class Order : std::uint8_t { kNone, kLittle, kBig };

/// By the byte order mark, else by the NUL that every second byte of an English text is.
Order Utf16OrderOf(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Order::kLittle;
  if (bytes.starts_with("\xFE\xFF")) return Order::kBig;
  if (bytes.size() < 4) return Order::kNone;
  if (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) return Order::kLittle;
  if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) return Order::kBig;
  return Order::kNone;
}

void AppendUtf8(char32_t c, std::string& text) {
  const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

/// Lone surrogates become U+FFFD.
std::string FromUtf16(std::string_view bytes, Order order) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return order == Order::kLittle ? first | (second << 8) : second | (first << 8);
  };
  std::string text;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (i == 0 && c == 0xFEFF) continue;
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    AppendUtf8(c, text);
  }
  return text;
}

}  // namespace

std::string TextOf(std::string_view bytes, Problem* problem) {
  if (const Order order = Utf16OrderOf(bytes); order != Order::kNone) return FromUtf16(bytes, order);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto bad = FindInvalidUtf8(bytes);
  if (bytes.find('\0') != std::string_view::npos) {
    *problem = MakeProblem(codes::kNotAReply, "is neither a PDF nor a workbook nor text: it holds NUL bytes",
                           "name the file that came from the vendor");
    return {};
  }
  if (!bad) return std::string(bytes);
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
  *problem = {codes::kReplyNotUtf8.number,
              fmt::format("isn't UTF-8 text: line {} has {}", line, NameCharacter(bytes, *bad)),
              {"which letter that is depends on the code page in which it was saved, and isn't guessed"},
              "save it again as `CSV UTF-8`, or, if it comes from Windows in Western Europe or America: `iconv -f "
              "WINDOWS-1252 -t UTF-8 reply.csv > reply-utf8.csv`"};
  return {};
}

}  // namespace hotsite::reply
