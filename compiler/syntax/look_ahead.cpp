#include "compiler/syntax/look_ahead.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "compiler/syntax/habits.h"

namespace hotsite::syntax {

bool ClosesLater(const std::vector<Token>& tokens, std::size_t at, std::size_t open) {
  constexpr std::size_t kLookAhead = 400;
  int depth = static_cast<int>(open);
  for (std::size_t i = at + 1; i < tokens.size() && i < at + kLookAhead; ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind == TokenKind::kLeftBracket || kind == TokenKind::kLeftParen) ++depth;
    if (kind == TokenKind::kRightBracket || kind == TokenKind::kRightParen) --depth;
    if (depth == 0) return true;
    if (kind == TokenKind::kLeftBrace || kind == TokenKind::kRightBrace || kind == TokenKind::kSemicolon) return false;
  }
  return false;
}

bool BlockFollows(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t i = at + 1;
  while (tokens[i].kind == TokenKind::kNewline || tokens[i].kind == TokenKind::kComment) ++i;
  return tokens[i].kind == TokenKind::kLeftBrace;
}

bool IsIndented(const std::vector<Token>& tokens) {
  std::uint32_t begin = 0;
  std::uint32_t indent = 0;
  bool opened = false;
  bool at_begin = true;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kNewline) {
      at_begin = true;
      begin = token.end;
      continue;
    }
    if (token.kind == TokenKind::kComment) continue;
    if (at_begin) {
      const std::uint32_t here = token.begin - begin;
      if (opened && here <= indent && token.kind != TokenKind::kRightBrace) return false;
      indent = here;
    }
    at_begin = false;
    opened = token.kind == TokenKind::kLeftBrace;
  }
  return true;
}

std::vector<Edit> Straightened(const std::vector<Token>& tokens, std::size_t at, FileId file, std::string_view text) {
  const auto shown = [&](const Token& token) { return text.substr(token.begin, token.end - token.begin); };
  std::vector<Edit> edits;
  for (std::size_t i = at; i < tokens.size() && tokens[i].kind != TokenKind::kNewline; ++i) {
    for (const CharacterAdvice& advice : kAdvice) {
      const bool same =
          advice.character == shown(tokens[i]) && (advice.replacement == "\"" || tokens[i].begin == tokens[at].begin);
      if (tokens[i].kind == TokenKind::kBad && same)
        edits.push_back({Span{file, tokens[i].begin, tokens[i].end}, std::string(advice.replacement)});
    }
  }
  return edits;
}

Edit WithoutSign(Span sign, std::string_view text) {
  const bool blank_before = sign.begin > 0 && text[sign.begin - 1] == ' ';
  const bool blank_behind = sign.end < text.size() && text[sign.end] == ' ';
  if (blank_before && blank_behind) ++sign.end;
  return {sign, blank_before || blank_behind ? "" : " "};
}

bool IsPlaceInName(const std::vector<Token>& tokens, std::size_t at, const Token& before) {
  return before.kind == TokenKind::kWord && before.end == tokens[at].begin && at + 2 < tokens.size() &&
         tokens[at + 1].kind == TokenKind::kWord && tokens[at + 1].begin == tokens[at].end &&
         tokens[at + 2].kind == TokenKind::kRightBrace && tokens[at + 2].begin == tokens[at + 1].end;
}

std::string ShownCharacter(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  return first < 0x20 || first == 0x7F ? fmt::format("with code {}", first) : fmt::format("`{}`", character);
}

bool BeginsOperand(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind == TokenKind::kHole) return true;
  if (token.kind != TokenKind::kWord) return false;
  const Token& next = tokens[at + 1];
  return next.kind == TokenKind::kLeftBracket && next.begin == token.end;
}

std::string_view LineHead(std::string_view text, std::size_t first, const Token& token) {
  constexpr std::size_t kShown = 60;
  std::string_view head = first < token.begin ? text.substr(first, token.begin - first) : std::string_view("{");
  while (head.size() > 1 && head.back() == ' ') head.remove_suffix(1);
  return head.substr(0, kShown);
}

bool IsConflictMarker(std::string_view text, const Token& token) {
  if (token.begin > 0 && text[token.begin - 1] != '\n') return false;
  const std::string_view rest = text.substr(token.begin);
  return rest.starts_with("<<<<<<<") || rest.starts_with("=======") || rest.starts_with(">>>>>>>");
}

}  // namespace hotsite::syntax
