#include "backends/contract/mail.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/sha256.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::contract_papers {
namespace {

constexpr std::size_t kLine = 76;         // of an encoded line, RFC 2045
constexpr std::size_t kEncodedWord = 42;  // bytes of text that fit an encoded word of 75 characters, RFC 2047
constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool IsAlnum(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string Base64(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) bits = bits << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i) text += i <= count ? kBase64[bits >> (18 - 6 * i) & 63] : '=';
  }
  return text;
}

/// In lines.
std::string Base64Body(std::string_view bytes) {
  const std::string all = Base64(bytes);
  std::string text;
  for (std::size_t at = 0; at < all.size(); at += kLine) text += all.substr(at, kLine) + "\r\n";
  return text;
}

/// RFC 2045, 6.7. Lines that a mail program could take for its own (`From `, a lone dot) are encoded too.
std::string QuotedPrintable(std::string_view text) {
  std::string out, line;
  const auto add = [&](std::string_view piece) {
    if (line.size() + piece.size() > kLine - 1) {
      out += line + "=\r\n";
      line.clear();
    }
    line += piece;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      out += line + "\r\n";
      line.clear();
      continue;
    }
    const bool ends = at + 1 == text.size() || text[at + 1] == '\n';
    const bool plain = c > ' ' && c <= '~' && c != '=' && !(line.empty() && (c == '.' || c == 'F'));
    if (plain || (c == ' ' && !ends)) {
      add(std::string_view(&c, 1));
    } else {
      add(fmt::format("={:02X}", static_cast<unsigned char>(c)));
    }
  }
  return out + line + (line.empty() ? "" : "\r\n");
}

/// A header's words: as they are where they are plain and fit the line, else encoded, a word a line.
std::string HeaderText(std::string_view text) {
  const bool plain = text.size() < kLine - 10 && text.find("=?") == std::string_view::npos &&
                     std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (plain) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && end + CodePointBytes(text, end) <= at + kEncodedWord) end += CodePointBytes(text, end);
    out += (out.empty() ? "" : "\r\n ") + fmt::format("=?UTF-8?B?{}?=", Base64(text.substr(at, end - at)));
    at = end;
  }
  return out;
}

std::string AttachedPart(const document::Attachment& file, const std::string& boundary) {
  return fmt::format(
      "--{}\r\nContent-Type: {}; charset=utf-8; name=\"{}\"\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: attachment; filename=\"{}\"\r\n\r\n{}",
      boundary, file.type, file.name, file.name, Base64Body(file.text));
}

}  // namespace

std::string Print(const Mail& mail) {
  // Neither encoding makes `=_`, so no text holds the boundary.
  const std::string boundary = "=_hotsite_" + Sha256Hex(mail.text).substr(0, 24);
  std::string out;
  if (!mail.from.empty()) out += fmt::format("From: {}\r\n", mail.from);
  if (!mail.to.empty()) out += fmt::format("To: {}\r\n", mail.to);
  out += fmt::format("Subject: {}\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n", HeaderText(mail.subject));
  out += fmt::format("Content-Type: multipart/mixed; boundary=\"{}\"\r\n\r\n", boundary);
  // The line end before a boundary is the boundary's.
  out += fmt::format(
      "--{}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
      boundary, QuotedPrintable(mail.text));
  for (const document::Attachment& file : mail.attachments) out += AttachedPart(file, boundary);
  return out + fmt::format("--{}--\r\n", boundary);
}

std::string FindAddress(std::string_view text) {
  const auto local = [](char c) { return IsAlnum(c) || c == '.' || c == '_' || c == '+' || c == '-'; };
  const auto domain = [](char c) { return IsAlnum(c) || c == '.' || c == '-'; };
  const auto edge = [](std::string_view part) {
    return !part.empty() && IsAlnum(part.front()) && IsAlnum(part.back()) && part.find("..") == std::string_view::npos;
  };
  constexpr std::size_t kLongest = 64;  // of either part; a header line has room for both
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && local(text[begin - 1])) --begin;
    while (end < text.size() && domain(text[end])) ++end;
    while (end > at + 1 && !IsAlnum(text[end - 1])) --end;  // the period of the sentence
    const std::string_view before = text.substr(begin, at - begin), behind = text.substr(at + 1, end - at - 1);
    if (before.size() > kLongest || behind.size() > kLongest || !edge(before) || !edge(behind)) continue;
    return fmt::format("{}@{}", before, behind);
  }
  return {};
}

}  // namespace hotsite::backends::contract_papers
