// What was written: statements, operands, blocks. No resolved names, no types. Made by parse.h; read by check/. Text
// views point into the SourceMap, which outlives the ast.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/source_file.h"

namespace hotsite::syntax {

struct Operand {
  enum class Kind : std::uint8_t { kWord, kString, kHole, kComma, kPlus, kMinus, kStar, kGroup };
  Kind kind = Kind::kWord;
  Span span;              // with its index
  std::string_view text;  // as written; a string's without the quotes, escapes not yet replaced
  /// What stands between the brackets of `OFFICE[20 + n]`, as written; nothing where there are none.
  std::optional<std::string_view> index;
  Span index_span;
  std::vector<Operand> inside{};  // of a group: what stands between its parentheses
};

struct Statement {
  std::string_view word;
  Span word_span;
  std::vector<Operand> operands;
  std::optional<std::vector<Statement>> block;
  Span block_span;  // with its braces
  Span whole;       // from the word to the end of the block or the last operand
  std::string doc;  // the `///` lines directly above
};

struct File {
  FileId id{};
  std::string doc;  // `///` lines before the first blank line that belong to no statement
  std::vector<Statement> statements;
};

}  // namespace hotsite::syntax
