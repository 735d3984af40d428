#include "compiler/syntax/odd_start.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "compiler/diagnostics/codes.h"

namespace hotsite::syntax {
namespace {

std::string_view TextOf(const Start& start, const Token& token) {
  return start.text.substr(token.begin, token.end - token.begin);
}
const Token& This(const Start& start) { return start.tokens[start.at]; }
Span SpanOf(const Start& start, const Token& token) { return {start.file, token.begin, token.end}; }

// `- lpar PRODA`, as lists are written in YAML.
bool IsListDash(const Start& start) {
  if (This(start).kind != TokenKind::kMinus) return false;
  const Token& next = start.tokens[start.at + 1];
  return next.kind == TokenKind::kWord && next.begin > This(start).end;
}

void ReportListDash(const Start& start, Reporter& reporter) {
  const Token& dash = This(start);
  reporter.Error(codes::kNotAStatement, SpanOf(start, dash), "no `-` stands before a statement")
      .Here("remove this dash")
      .Note("each line is a statement of its own, without a sign for it: `lpar PRODA`")
      .Fix("remove the dash", {{{start.file, dash.begin, start.tokens[start.at + 1].begin}, ""}});
}

// What stands in quotes, or the word.
std::string_view Bare(const Start& start, const Token& token) {
  const std::string_view text = TextOf(start, token);
  return token.kind == TokenKind::kString ? text.substr(1, text.size() - 2) : text;
}

// `"memory": "64 GiB",` as in JSON: the line is shown as it is written here.
void AdviseOnQuotedKey(const Start& start, Diagnostic& found) {
  const Token& value = start.tokens[start.at + 2];
  const bool simple = value.kind == TokenKind::kString || value.kind == TokenKind::kWord;
  found.Here("no quotes, no colon, and no comma at the end")
      .Advise(fmt::format("write `{}{}{}`", Bare(start, This(start)), simple ? " " : "",
                          simple ? Bare(start, value) : std::string_view()));
}

}  // namespace

bool ReportOddStart(const Start& start, Reporter& reporter) {
  const Token& token = This(start);
  if (IsListDash(start)) {
    ReportListDash(start, reporter);
    return false;
  }
  auto& found = reporter.Error(codes::kNotAStatement, SpanOf(start, token),
                               "a statement begins with a word, not with `{}`", TextOf(start, token));
  if (token.kind == TokenKind::kStar && start.first_on_line) {
    found.Here("a comment begins with `//`").Fix("write `//`", {{SpanOf(start, token), "//"}});
  } else if (token.kind == TokenKind::kString && TextOf(start, start.tokens[start.at + 1]) == ":") {
    AdviseOnQuotedKey(start, found);
  } else {
    found.Here("expected a word such as `zvm`, `linux` or `network`")
        .Advise("if this line goes on from the one before, end that one with a comma or put it on one line");
  }
  return true;
}

std::size_t ReportBlockComment(const Start& start, Reporter& reporter) {
  const std::uint32_t begin = This(start).begin;
  const std::size_t close = start.text.find("*/", begin + 2);
  const std::size_t line = std::min(start.text.find('\n', begin), start.text.size());
  const Span opening{start.file, begin, begin + 2};
  auto& found = reporter.Error(codes::kUnexpectedCharacter, opening, "`/*` begins no comment");
  found.Here("a comment begins with `//` and ends with its line");
  if (close == std::string_view::npos) return 0;
  const auto end = static_cast<std::uint32_t>(close);
  if (close < line && start.text.find_first_not_of(" \t\r", close + 2) >= line)
    found.Fix("write `//`", {{opening, "//"}, {{start.file, end, end + 2}, ""}});
  return close + 2;
}

}  // namespace hotsite::syntax
