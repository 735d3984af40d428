#include "compiler/syntax/ranges.h"

#include <fmt/format.h>

#include <algorithm>

namespace hotsite::syntax {
namespace {

bool Is(const Token& token, std::string_view text, std::string_view word) {
  return text.substr(token.begin, token.end - token.begin) == word;
}

std::string_view Between(const Token& first, const Token& last, std::string_view text) {
  return text.substr(first.begin, last.end - first.begin);
}

bool IsWord(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == TokenKind::kWord;
}

bool IsTo(const Token& token, std::string_view text) { return Is(token, text, "to") || Is(token, text, "TO"); }

}  // namespace

std::optional<Habit> LoopOutOfHabit(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  const bool loop = Is(tokens[at], text, "do") || Is(tokens[at], text, "DO") || Is(tokens[at], text, "for");
  if (!loop || !IsWord(tokens, at + 1) || at + 5 >= tokens.size()) return {};
  const Token& is = tokens[at + 2];
  if (!Is(is, text, "=") && !Is(is, text, "in") && !Is(is, text, "from")) return {};
  if (!IsWord(tokens, at + 3) || !IsTo(tokens[at + 4], text) || !IsWord(tokens, at + 5)) return {};
  const auto word = [&](std::size_t ahead) { return Between(tokens[at + ahead], tokens[at + ahead], text); };
  return Habit{at, at + 5, "isn't how a loop begins", fmt::format("for {} in {}..{}", word(1), word(3), word(5))};
}

std::optional<Habit> RangeWithBlanks(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  if (at == 0 || !IsWord(tokens, at - 1) || at + 1 >= tokens.size() || !Is(tokens[at + 1], text, ".")) return {};
  std::size_t next = at + 2;
  if (next < tokens.size() && Is(tokens[next], text, ".")) ++next;
  if (!IsWord(tokens, next)) return {};
  return Habit{
      at - 1, next, "has blanks around its dots",
      fmt::format("{}..{}", Between(tokens[at - 1], tokens[at - 1], text), Between(tokens[next], tokens[next], text))};
}

std::optional<Habit> PrefixBehindIndex(const std::vector<Token>& tokens, std::size_t at, std::string_view text) {
  if (at < 3 || tokens[at - 1].kind != TokenKind::kRightBracket || tokens[at - 1].end != tokens[at].begin) return {};
  if (!IsWord(tokens, at + 1) || tokens[at + 1].begin != tokens[at].end) return {};
  std::size_t open = at - 1;
  while (open > 0 && tokens[open].kind != TokenKind::kLeftBracket && tokens[open].kind != TokenKind::kNewline) --open;
  if (open == 0 || tokens[open].kind != TokenKind::kLeftBracket || !IsWord(tokens, open - 1)) return {};
  return Habit{open - 1, at + 1, "has its prefix length behind the number of the part",
               fmt::format("{}/{}{}", Between(tokens[open - 1], tokens[open - 1], text),
                           Between(tokens[at + 1], tokens[at + 1], text), Between(tokens[open], tokens[at - 1], text))};
}

}  // namespace hotsite::syntax
