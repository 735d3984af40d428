// The tokens between lexer and parser, and their repair: newlines that end no statement are dropped, brackets are made
// to match, and every syntax error is reported here, in our own words, a line at a time. What is left always parses.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"

namespace hotsite::syntax {

enum class TokenKind : std::uint8_t {
  kWord,
  kString,
  kUnterminated,
  kHole,
  kComma,
  kPlus,
  kMinus,
  kStar,
  kSemicolon,
  kLeftBrace,
  kRightBrace,
  kLeftBracket,
  kRightBracket,
  kLeftParen,
  kRightParen,
  kNewline,
  kComment,
  kBad,
  kEnd,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
};

/// Blocks and brackets may nest this deep; a real spec needs six.
inline constexpr unsigned kMaxDepth = 100;
/// After so many syntax errors a file is surely something else than a spec: the rest isn't read.
inline constexpr std::size_t kMaxSyntaxErrors = 100;
/// More tokens than this are refused: memory stays bounded.
inline constexpr std::size_t kMaxTokens = 6'000'000;

/// Reports every syntax error in `tokens` (which end in kEnd) and returns tokens that parse: statements that are broken
/// are left out, missing braces are put in. Comments are dropped.
std::vector<Token> RepairTokens(const std::vector<Token>& tokens, FileId file, std::string_view text,
                                Reporter& reporter);

}  // namespace hotsite::syntax
