#include "compiler/driver/digest.h"

#include <string_view>

#include "compiler/diagnostics/reporter.h"
#include "compiler/driver/pipeline.h"
#include "compiler/support/sha256.h"
#include "compiler/syntax/parse.h"
#include "compiler/syntax/tokens.h"

namespace hotsite::driver {
namespace {

using syntax::Token;
using syntax::TokenKind;

std::string_view TextOf(const Token& token, std::string_view text) {
  std::string_view word = text.substr(token.begin, token.end - token.begin);
  while (!word.empty() && static_cast<unsigned char>(word.back()) <= ' ') word.remove_suffix(1);
  return word;
}

bool Separates(TokenKind kind) { return kind == TokenKind::kNewline || kind == TokenKind::kSemicolon; }

/// The words of a file, one a line; where a statement ends before the block does, an empty line. The words of comments
/// follow.
std::string Words(const SourceMap& sources, FileId file) {
  const std::string_view text = sources.Get(file).text();
  Reporter unheard;  // what is wrong with the file was said when it was parsed
  const std::vector<Token> tokens = syntax::Lex(sources, file, unheard);
  std::string words;
  bool ended = false;  // a statement, and nothing has followed it
  for (const Token& token : syntax::RepairTokens(tokens, file, text, unheard)) {
    if (Separates(token.kind)) {
      ended = true;
      continue;
    }
    if (ended && token.kind != TokenKind::kRightBrace && token.kind != TokenKind::kEnd) words += '\n';
    ended = false;
    words.append(TextOf(token, text)) += '\n';
  }
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kComment) words.append(TextOf(token, text)) += '\n';
  }
  return words;
}

}  // namespace

std::string DigestOf(const SourceMap& sources, FileId file) { return Sha256Hex(Words(sources, file)); }

std::string DigestOf(const SourceMap& sources) {
  std::string all;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceFile& file = sources.Get(FileId{i});
    if (IsStandardModule(file)) continue;
    all += BaseName(file.path()) + '\n' + DigestOf(sources, FileId{i}) + '\n';
  }
  return Sha256Hex(all);
}

}  // namespace hotsite::driver
