#include "tests/harness/ast_text.h"

#include <fmt/format.h>

#include "compiler/syntax/format.h"
#include "compiler/syntax/parse.h"

namespace hotsite::harness {
namespace {

/// The words of an index or a group, one blank apart.
std::string Words(std::string_view text) {
  SourceMap sources;
  Reporter reporter;
  const FileId file = sources.Add("", std::string(text));
  std::string words;
  for (const syntax::Token& token : syntax::Lex(sources, file, reporter)) {
    if (token.kind == syntax::TokenKind::kNewline || token.kind == syntax::TokenKind::kComment) continue;
    words.append(text.substr(token.begin, token.end - token.begin)).append(" ");
  }
  return words;
}

void Append(const std::vector<syntax::Statement>& statements, const std::string& indent, std::string& out) {
  for (const syntax::Statement& statement : statements) {
    out += fmt::format("{}{} doc=\"{}\"", indent, statement.word, statement.doc);
    for (const syntax::Operand& operand : statement.operands) {
      const bool is_group = operand.kind == syntax::Operand::Kind::kGroup;
      out += fmt::format(" {}:{}", static_cast<int>(operand.kind),
                         is_group ? Words(operand.text) : std::string(operand.text));
      if (operand.index) out += fmt::format("[{}]", Words(*operand.index));
    }
    out += statement.block ? " block\n" : "\n";
    if (statement.block) Append(*statement.block, indent + "  ", out);
  }
}

}  // namespace

std::optional<std::string> AstText(const std::string& text) {
  if (FindSourceProblem(text)) return {};
  SourceMap sources;
  Reporter reporter;
  const FileId id = sources.Add("", text);
  const syntax::File file = syntax::Parse(sources, id, reporter);
  if (reporter.error_count() > 0) return {};
  std::string out = fmt::format("doc=\"{}\"\n", file.doc);
  Append(file.statements, "", out);
  return out;
}

std::string CommentsOf(const std::string& text) {
  SourceMap sources;
  Reporter reporter;
  const FileId file = sources.Add("", text);
  std::string comments;
  for (const syntax::Token& token : syntax::Lex(sources, file, reporter)) {
    if (token.kind != syntax::TokenKind::kComment) continue;
    std::string_view comment = sources.Text({file, token.begin, token.end});
    while (comment.ends_with(' ') || comment.ends_with('\t')) comment.remove_suffix(1);
    comments.append(comment).append("\n");
  }
  return comments;
}

std::optional<std::string> Formatted(const std::string& text) {
  if (FindSourceProblem(text)) return {};
  SourceMap sources;
  Reporter reporter;
  const FileId file = sources.Add("", text);
  return syntax::Format(sources, file, reporter);
}

}  // namespace hotsite::harness
