#include "backends/changelog/markdown_text.h"

#include <algorithm>

#include "backends/changelog/phrases.h"
#include "compiler/diagnostics/style.h"
#include "compiler/diff/relation.h"

namespace hotsite::backends::changelog {
namespace {

constexpr std::size_t kShortestFence = 3;
/// GitHub links seven and more hexadecimal digits to the commit of that name.
constexpr std::size_t kShortestCommit = 7;

std::size_t LongestRun(std::string_view text, char of) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == of ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// What a name is made of that no Markdown takes for more than text: not `_`, `:`, `@`, `#`, `!`, `~`, `$`, `%`, `&`.
bool IsPlain(char c) { return IsLetter(c) || IsDigit(c) || c == '-' || c == '/' || c == '.' || c == '\''; }

/// The word without the punctuation of the sentence around it.
std::string_view Core(std::string_view word) {
  while (!word.empty() && std::string_view("(\"'").find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && std::string_view(",.;:)\"'").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return word;
}

/// A reference to an issue (`GH-12`) or a commit, a web address without its scheme.
bool IsReference(std::string_view core) {
  const bool is_hex = std::all_of(core.begin(), core.end(), IsHex);
  return core.starts_with("GH-") || core.starts_with("gh-") || core.find("www.") != std::string_view::npos ||
         (core.size() >= kShortestCommit && is_hex);
}

bool IsSafe(std::string_view word) {
  if (word == "→" || word == "…") return true;
  const std::string_view core = Core(word);
  return !core.empty() && std::all_of(core.begin(), core.end(), IsPlain) && !IsReference(core) &&
         (IsLetter(core.front()) || IsDigit(core.front())) && core.find("--") == std::string_view::npos;
}

/// A word, with what isn't plain of it in a code span.
std::string Word(std::string_view word) {
  const std::string_view core = Core(word);
  if (word.empty() || IsSafe(word)) return std::string(word);
  if (core.empty()) return Code(word);
  const auto at = static_cast<std::size_t>(core.data() - word.data());
  return std::string(word.substr(0, at)) + Code(core) + std::string(word.substr(at + core.size()));
}

std::string WordByWord(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.append(at == 0 ? "" : " ").append(Word(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::string Code(std::string_view text, std::size_t most) {
  const std::string shown = Printable(Clipped(text, most));
  if (shown.empty()) return {};
  const std::string fence(LongestRun(shown, '`') + 1, '`');
  const auto is_edge = [](char c) { return c == '`' || c == ' '; };
  const char* pad = is_edge(shown.front()) || is_edge(shown.back()) ? " " : "";
  return fence + pad + shown + pad + fence;
}

std::string Words(std::string_view text, std::size_t most) {
  std::string words;
  const std::string shown = Clipped(text, most);
  const bool quotes = std::count(shown.begin(), shown.end(), '`') % 2 == 0;
  bool code = false;  // between two backticks, as our own sentences quote what one types
  for (const std::string& part : diff::PartsOf(shown, quotes ? "`" : "\n")) {
    words += code ? Code(part) : WordByWord(part);
    code = !code;
  }
  // `**` before a blank begins nothing, and `**` behind one ends nothing.
  const std::size_t first = std::min(words.find_first_not_of(' '), words.size());
  const std::string trimmed = words.substr(first, words.find_last_not_of(' ') + 1 - first);
  return trimmed.empty() ? Code(shown) : trimmed;
}

std::string Cell(std::string_view markdown) {
  std::string escaped;
  for (const char c : markdown) {
    // A backslash of the text's own before a pipe would end the escape, so a blank parts them.
    if (c == '|') escaped += !escaped.empty() && escaped.back() == '\\' ? " \\" : "\\";
    escaped += c;
  }
  return escaped;
}

std::string Fence(std::string_view text, std::string_view language) {
  const std::string fence(std::max(LongestRun(text, '`') + 1, kShortestFence), '`');
  std::string block = fence;
  block.append(language).append("\n").append(text);
  if (!block.ends_with('\n')) block += '\n';
  return block + fence + "\n";
}

}  // namespace hotsite::backends::changelog
