#include "compiler/syntax/broken_lines.h"

#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"

namespace hotsite::syntax {

void ReportBrokenLine(const Token& before, const Token& token, TextOf source, Reporter& reporter) {
  const Span between{source.file, before.end, token.begin};
  const std::string_view blanks = source.text.substr(between.begin, between.end - between.begin);
  auto& found =
      reporter.Error(codes::kNotAStatement, {source.file, token.begin, token.end},
                     "a statement doesn't begin with `{}`", source.text.substr(token.begin, token.end - token.begin));
  found.Here("goes on from the line before").Mark({source.file, before.begin, before.end}, "which ends here");
  if (blanks.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    found.Fix("put it on one line", {{between, " "}});
  } else {
    found.Advise("put it on one line");  // a comment stands between
  }
}

bool ReportContinuationSign(const std::vector<Token>& tokens, std::size_t at, const Token& before, TextOf source,
                            Reporter& reporter) {
  const Token& token = tokens[at];
  const std::string_view sign = source.text.substr(token.begin, token.end - token.begin);
  if (token.kind != TokenKind::kMinus && token.kind != TokenKind::kPlus && sign != "\\") return false;
  if (before.kind != TokenKind::kComma) return false;
  const TokenKind next = tokens[at + 1].kind;
  // However the text is laid out, the same is refused: `;` is a line's end too.
  const bool ends = next == TokenKind::kNewline || next == TokenKind::kSemicolon || next == TokenKind::kEnd ||
                    next == TokenKind::kComment || next == TokenKind::kLeftBrace || next == TokenKind::kRightBrace;
  if (!ends) return false;
  reporter.Error(codes::kUnexpectedCharacter, {source.file, token.begin, token.end}, "no `{}` joins two lines", sign)
      .Here("remove this")
      .Note("a statement goes on behind a comma, or inside brackets")
      .Fix(fmt::format("remove the `{}`", sign), {{{source.file, before.end, token.end}, ""}});
  return true;
}

}  // namespace hotsite::syntax
