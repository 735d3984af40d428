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

bool ReportContinuationSign(const std::vector<Token>& tokens, std::size_t at, const Token& before, std::uint32_t indent,
                            TextOf source, Reporter& reporter) {
  const Token& token = tokens[at];
  const std::string_view sign = source.text.substr(token.begin, token.end - token.begin);
  if (token.kind != TokenKind::kMinus && token.kind != TokenKind::kPlus && sign != "\\") return false;
  if (at + 2 >= tokens.size() || tokens[at + 1].kind != TokenKind::kNewline) return false;
  const bool comma = before.kind == TokenKind::kComma;
  const Token& next = tokens[at + 2];
  if (next.begin - tokens[at + 1].end <= indent) return false;
  const Span gone{source.file, before.end, comma ? token.end : next.begin};
  reporter.Error(codes::kUnexpectedCharacter, {source.file, token.begin, token.end}, "no `{}` joins two lines", sign)
      .Here("remove this")
      .Note("a statement goes on behind a comma, or inside brackets")
      .Fix(comma ? fmt::format("remove the `{}`", sign) : "put it on one line", {{gone, comma ? "" : " "}});
  return true;
}

}  // namespace hotsite::syntax
