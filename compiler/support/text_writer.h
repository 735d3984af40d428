// Builds text artifacts: indentation, no blanks at line ends, exactly one newline at the end, all in one
// place. Every backend writes through it; it never touches the disk.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotsite {

class TextWriter {
 public:
  /// Writes one line, indented; an empty text gives an empty line. Newlines inside start new lines.
  void Line(std::string_view text = {});

  template <class... Args>
  void Line(fmt::format_string<Args...> format, Args&&... args)
    requires(sizeof...(Args) > 0)
  {
    Line(std::string_view(fmt::format(format, std::forward<Args>(args)...)));
  }

  /// Writes `text` as lines of at most `width` columns, indentation included, broken only at blanks and
  /// newlines; the first begins with `first`, the others with `hanging`. A word that is too long for a line
  /// stands alone on it, unbroken. An empty text writes `first` alone.
  void Wrapped(std::string_view text, std::size_t width, std::string_view first = {}, std::string_view hanging = {});

  void Indent(std::size_t columns) { indent_ += columns; }
  void Outdent(std::size_t columns);

  /// The text, ending in exactly one newline (empty when nothing was written).
  std::string Take();

 private:
  std::string text_;
  std::size_t indent_ = 0;
};

/// Breaks `text` at blanks and newlines into lines of at most `width` display columns (longer where one word
/// is); an empty text has no lines.
std::vector<std::string> WrapWords(std::string_view text, std::size_t width);

/// `text` with `width - DisplayWidth(text)` blanks behind it (unchanged when wider).
std::string PadRight(std::string_view text, std::size_t width);

/// "a, b and c".
std::string JoinWords(const std::vector<std::string>& words, std::string_view last = "and");

/// "1 guest", "21 guests".
std::string CountOf(std::size_t count, std::string_view singular, std::string_view plural = {});

/// ASCII letters only; other characters stay as they are.
std::string ToUpper(std::string_view text);
std::string ToLower(std::string_view text);

}  // namespace hotsite
