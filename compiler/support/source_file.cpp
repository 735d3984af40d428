#include "compiler/support/source_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "compiler/support/check.h"
#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Columns are counted from the nearest block start, so that even one line of 64 MiB is located quickly.
constexpr std::size_t kBlockBytes = 1024;

std::vector<std::uint32_t> FindLineStarts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

std::vector<std::uint32_t> CountPerBlock(std::string_view text) {
  std::vector<std::uint32_t> counts{0};
  for (std::size_t at = 0; text.size() - at >= kBlockBytes; at += kBlockBytes) {
    counts.push_back(counts.back() + static_cast<std::uint32_t>(CountCodePoints(text.substr(at, kBlockBytes))));
  }
  return counts;
}

bool StartsLikeUtf16(std::string_view text) {
  return text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF";
}

/// In EBCDIC a blank is 0x40 (`@`), letters and digits are above 0x80 and 0x20 hardly occurs.
bool LooksLikeEbcdic(std::string_view text) {
  const std::string_view sample = text.substr(0, 512);
  const auto high =
      std::count_if(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto ascii_blanks = std::count(sample.begin(), sample.end(), ' ');
  const auto ebcdic_blanks = std::count(sample.begin(), sample.end(), '\x40');
  return high * 3 > static_cast<std::ptrdiff_t>(sample.size()) && ebcdic_blanks > ascii_blanks;
}

std::string DescribeBadUtf8(std::string_view text, std::size_t offset) {
  if (StartsLikeUtf16(text)) return "isn't UTF-8 but UTF-16; save it as UTF-8";
  if (LooksLikeEbcdic(text)) return "isn't UTF-8 but seems to be EBCDIC; convert it: `iconv -f IBM-1047 -t UTF-8`";
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return fmt::format(
      "isn't UTF-8: byte {:02X} in line {} can't stand here; convert it: `iconv -f WINDOWS-1252 -t UTF-8`",
      static_cast<unsigned char>(text[offset]), line);
}

}  // namespace

Span Join(Span first, Span last) {
  if (first.file != last.file) return first;
  return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  HOTSITE_CHECK(text_.size() <= kMaxSourceBytes, "source text is within its limit");
  if (text_.starts_with(kByteOrderMark)) text_.erase(0, kByteOrderMark.size());
  line_starts_ = FindLineStarts(text_);
  block_counts_ = CountPerBlock(text_);
}

std::uint32_t SourceFile::CodePointsBefore(std::uint32_t offset) const {
  const std::size_t block = offset / kBlockBytes;
  const std::string_view rest = text().substr(block * kBlockBytes, offset - block * kBlockBytes);
  return block_counts_[block] + static_cast<std::uint32_t>(CountCodePoints(rest));
}

LineColumn SourceFile::Locate(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  return {line, CodePointsBefore(offset) - CodePointsBefore(line_starts_[line - 1]) + 1};
}

std::string_view SourceFile::Line(std::uint32_t line) const {
  const std::uint32_t begin = LineStart(line);
  const std::size_t end = line < line_count() ? line_starts_[line] - 1u : text_.size();
  std::string_view content = text().substr(begin, end - begin);
  if (content.ends_with('\r')) content.remove_suffix(1);
  return content;
}

std::uint32_t SourceFile::LineStart(std::uint32_t line) const {
  HOTSITE_CHECK(line >= 1 && line <= line_count(), "lines are counted from 1 to line_count()");
  return line_starts_[line - 1];
}

std::optional<SourceProblem> FindSourceProblem(std::string_view text) {
  if (text.size() > kMaxSourceBytes) {
    return SourceProblem{SourceProblem::Kind::kTooLong,
                         fmt::format("is larger than {} MiB, the most that Hotsite reads", kMaxSourceBytes >> 20), 0};
  }
  // UTF-8 first: UTF-16 is full of NUL bytes, and "UTF-16" helps more than "a NUL byte".
  if (const auto bad = FindInvalidUtf8(text)) {
    return SourceProblem{SourceProblem::Kind::kNotUtf8, DescribeBadUtf8(text, *bad), static_cast<std::uint32_t>(*bad)};
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return SourceProblem{SourceProblem::Kind::kNulByte, "holds a NUL byte; a spec is plain text",
                         static_cast<std::uint32_t>(nul)};
  }
  return std::nullopt;
}

FileId SourceMap::Add(std::string path, std::string text) {
  files_.push_back(std::make_unique<SourceFile>(std::move(path), std::move(text)));
  return FileId{static_cast<std::uint32_t>(files_.size() - 1)};
}

const SourceFile& SourceMap::Get(FileId id) const {
  const auto index = static_cast<std::size_t>(id);
  HOTSITE_CHECK(index < files_.size(), "a FileId comes from this SourceMap");
  return *files_[index];
}

std::string_view SourceMap::Text(Span span) const {
  const std::string_view text = Get(span).text();
  HOTSITE_CHECK(span.begin <= span.end && span.end <= text.size(), "a span lies inside its file");
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace hotsite
