#include "compiler/reply/zip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>

namespace hotsite::reply {
namespace {

// Signatures and fixed parts of records (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
constexpr std::string_view kEndMark{"PK\5\6", 4};
constexpr std::string_view kEntryMark{"PK\1\2", 4};
constexpr std::string_view kLocalMark{"PK\3\4", 4};
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kLongestComment = 65'535;
constexpr std::size_t kMostParts = 10'000;
constexpr unsigned kEncrypted = 1;
constexpr unsigned kStored = 0;
constexpr unsigned kDeflated = 8;

/// The `count` bytes at `at`, least first; 0 beyond the end.
std::size_t NumberAt(std::string_view bytes, std::size_t at, std::size_t count) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
    number |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return number;
}

/// Inflates without a header; false when the data is damaged or more than `most` bytes.
bool Inflate(std::string_view packed, std::size_t most, std::string& out, bool& too_much) {
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 64u << 10> buffer{};
  int status = Z_OK;
  while (status == Z_OK && !too_much) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    too_much = out.size() > most;
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END && !too_much;
}

}  // namespace

std::optional<Zip> Zip::Open(std::string_view bytes) {
  const std::size_t from = bytes.size() - std::min(bytes.size(), kEndBytes + kLongestComment);
  const std::size_t end = bytes.rfind(kEndMark);
  if (end == std::string_view::npos || end < from || bytes.size() - end < kEndBytes) return {};
  Zip zip;
  zip.bytes_ = bytes;
  const std::size_t count = NumberAt(bytes, end + 10, 2);
  std::size_t at = NumberAt(bytes, end + 16, 4);
  for (std::size_t i = 0; i < std::min(count, kMostParts); ++i) {
    if (at + kEntryBytes > bytes.size() || bytes.substr(at, 4) != kEntryMark) return {};
    const std::size_t name = NumberAt(bytes, at + 28, 2);
    const std::size_t behind = NumberAt(bytes, at + 30, 2) + NumberAt(bytes, at + 32, 2);
    if (at + kEntryBytes + name > bytes.size()) return {};
    zip.parts_.emplace(
        bytes.substr(at + kEntryBytes, name),
        Part{static_cast<unsigned>(NumberAt(bytes, at + 8, 2)), static_cast<unsigned>(NumberAt(bytes, at + 10, 2)),
             NumberAt(bytes, at + 20, 4), NumberAt(bytes, at + 42, 4)});
    at += kEntryBytes + name + behind;
  }
  return zip;
}

std::optional<std::string> Zip::Unpack(std::string_view name, std::string* problem) {
  const auto found = parts_.find(name);
  if (found == parts_.end()) {
    *problem = fmt::format("lacks its part {}", name);
    return {};
  }
  const Part& part = found->second;
  *problem = fmt::format("is damaged in its part {}", name);
  if ((part.flags & kEncrypted) != 0) {
    *problem = "is protected by a password";
    return {};
  }
  if (part.offset + kLocalBytes > bytes_.size() || bytes_.substr(part.offset, 4) != kLocalMark) return {};
  const std::size_t begin =
      part.offset + kLocalBytes + NumberAt(bytes_, part.offset + 26, 2) + NumberAt(bytes_, part.offset + 28, 2);
  if (begin > bytes_.size() || part.packed > bytes_.size() - begin) return {};
  const std::string_view packed = bytes_.substr(begin, part.packed);
  const std::size_t most = kMostUnpacked - unpacked_;
  std::string text;
  bool too_much = part.method == kStored && packed.size() > most;
  bool good = part.method == kStored && !too_much;
  if (good) text = packed;
  if (part.method == kDeflated) good = Inflate(packed, most, text, too_much);
  if (too_much) *problem = fmt::format("unpacks to more than {} MiB", kMostUnpacked >> 20);
  if (!good) return {};
  unpacked_ += text.size();
  return text;
}

}  // namespace hotsite::reply
