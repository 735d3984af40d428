#include "compiler/support/text_writer.h"

#include <algorithm>

#include "compiler/support/check.h"
#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view WithoutTrailingBlanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(kBlanks);
  return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

std::vector<std::string_view> SplitWords(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = text.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kBlanks, end);
  }
  return words;
}

/// Fills lines greedily; the first may have another width, because another prefix stands before it.
std::vector<std::string> Fill(std::string_view text, std::size_t first_width, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t used = 0;
  for (const std::string_view word : SplitWords(text)) {
    const std::size_t columns = DisplayWidth(word);
    const std::size_t room = lines.size() <= 1 ? first_width : width;
    if (lines.empty() || used + 1 + columns > room) {
      lines.emplace_back(word);
      used = columns;
    } else {
      lines.back().append(" ").append(word);
      used += 1 + columns;
    }
  }
  return lines;
}

}  // namespace

void TextWriter::Line(std::string_view text) {
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view line = WithoutTrailingBlanks(text.substr(0, end));
    if (!line.empty()) text_.append(indent_, ' ').append(line);
    text_ += '\n';
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

void TextWriter::Wrapped(std::string_view text, std::size_t width, std::string_view first, std::string_view hanging) {
  const auto room = [&](std::string_view prefix) {
    const std::size_t taken = indent_ + DisplayWidth(prefix);
    return width > taken ? width - taken : 0;
  };
  const std::vector<std::string> lines = Fill(text, room(first), room(hanging));
  if (lines.empty()) return Line(first);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line(std::string(i == 0 ? first : hanging).append(lines[i]));
  }
}

void TextWriter::Outdent(std::size_t columns) {
  HOTSITE_CHECK(columns <= indent_, "Outdent takes back what Indent gave");
  indent_ -= columns;
}

std::string TextWriter::Take() {
  std::string text = std::exchange(text_, {});
  text.erase(std::min(text.find_last_not_of('\n') + 1, text.size()));
  if (!text.empty()) text += '\n';
  return text;
}

std::vector<std::string> WrapWords(std::string_view text, std::size_t width) { return Fill(text, width, width); }

std::string PadRight(std::string_view text, std::size_t width) {
  const std::size_t columns = DisplayWidth(text);
  std::string padded(text);
  if (columns < width) padded.append(width - columns, ' ');
  return padded;
}

std::string JoinWords(const std::vector<std::string>& words, std::string_view last) {
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 == words.size()) {
      joined.append(" ").append(last).append(" ");
    } else if (i > 0) {
      joined.append(", ");
    }
    joined.append(words[i]);
  }
  return joined;
}

std::string CountOf(std::size_t count, std::string_view singular, std::string_view plural) {
  if (count == 1) return fmt::format("1 {}", singular);
  return plural.empty() ? fmt::format("{} {}s", count, singular) : fmt::format("{} {}", count, plural);
}

std::string ToUpper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

std::string ToLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace hotsite
