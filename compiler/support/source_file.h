// Source text and places in it. A SourceFile is checked to be UTF-8 before anything else reads it; a
// Span is a file plus a half-open byte range and is what every ast node, model entity and diagnostic
// carries. Made by the driver's SourceProvider (and tests), used by every stage.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite {

/// The largest source file that is read, in bytes. A real spec is a few kilobytes; the limit keeps
/// memory bounded on hostile input.
inline constexpr std::size_t kMaxSourceBytes = 64u << 20;

/// Index of a file in its SourceMap.
enum class FileId : std::uint32_t {};

/// A half-open range of bytes in one file. The default Span is "nowhere": see `valid`.
struct Span {
  FileId file{0xFFFFFFFF};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool valid() const { return file != FileId{0xFFFFFFFF}; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that covers both; both must lie in the same file (else `first` is returned).
Span Join(Span first, Span last);

/// One-based line and column. The column counts code points, as editors and SARIF readers expect.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Why bytes could not become a SourceFile: what is wrong (it completes "`PATH` …") and at which byte.
struct SourceProblem {
  enum class Kind : std::uint8_t { kTooLong, kNotUtf8, kNulByte };
  Kind kind = Kind::kTooLong;
  std::string what;
  std::uint32_t offset = 0;
};

class SourceFile {
 public:
  /// Text must be UTF-8 without NUL bytes (see FindSourceProblem); a byte order mark is dropped.
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  LineColumn Locate(std::uint32_t offset) const;
  /// The text of a one-based line, without its line end.
  std::string_view Line(std::uint32_t line) const;
  /// Offset of the first byte of a one-based line.
  std::uint32_t LineStart(std::uint32_t line) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

 private:
  std::uint32_t CodePointsBefore(std::uint32_t offset) const;

  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<std::uint32_t> block_counts_;  // code points before each block of bytes
};

/// Finds what keeps `text` from being a source file: too long, a NUL byte, bytes that aren't UTF-8.
std::optional<SourceProblem> FindSourceProblem(std::string_view text);

/// All files of one run, in the order in which they were read. Addresses stay valid.
class SourceMap {
 public:
  FileId Add(std::string path, std::string text);
  const SourceFile& Get(FileId id) const;
  const SourceFile& Get(Span span) const { return Get(span.file); }
  std::string_view Text(Span span) const;
  std::size_t size() const { return files_.size(); }

 private:
  std::vector<std::unique_ptr<SourceFile>> files_;
};

}  // namespace hotsite
