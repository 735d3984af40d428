// `///` lines: which statement each block of them documents. Made from the lexer's tokens, used by the parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

class DocComments {
 public:
  /// `tokens`: all of a file, comments and newlines included.
  DocComments(std::string_view text, const std::vector<Token>& tokens);

  /// The `///` lines directly above the line that begins with the word at `offset`, joined by blanks. To be asked in
  /// the order of the text.
  std::string Above(std::uint32_t offset);

  /// The file's own: its first `///` lines, when they stand outside of blocks and a blank line or the end is behind
  /// them.
  const std::string& of_file() const { return of_file_; }

 private:
  struct Block {
    std::uint32_t begin = 0;  // of what stands on the line below
    std::string text;
  };

  std::vector<Block> blocks_;
  std::size_t next_ = 0;
  std::string of_file_;
};

}  // namespace hotsite::syntax
