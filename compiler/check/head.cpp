#include "compiler/check/head.h"

#include <algorithm>
#include <cctype>

#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool IsNamePart(char c) { return IsLetter(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }

}  // namespace

Head HeadOf(const syntax::Statement& statement) {
  const bool prefixed = (statement.word == "also" || statement.word == "private") && !statement.operands.empty() &&
                        statement.operands.front().kind == syntax::Operand::Kind::kWord;
  if (!prefixed) return {statement.word, statement.word_span, {}, 0};
  return {statement.operands.front().text, statement.operands.front().span, statement.word, 1};
}

bool PrefixFits(const Head& head, Span prefix, const schema::Row& row, std::string_view parent, Reporter& reporter) {
  const Edit remove{{prefix.file, prefix.begin, head.span.begin}, ""};
  if (head.hidden() && head.word != "let" && head.word != "profile") {
    reporter.Error(codes::kUnexpectedOperand, prefix, "`{}` can't be `private`", head.word)
        .Here("only values (`let`) and profiles can")
        .Note("systems, networks and sites are things of the shop: every file of the spec knows them by their names")
        .Fix("remove `private`", {remove});
    return false;
  }
  if (head.hidden() && parent != "file") {
    reporter.Error(codes::kUnexpectedOperand, prefix, "`private` stands only at the top of a file")
        .Here("not needed here")
        .Note("what is declared in a block isn't seen outside it anyway")
        .Fix("remove `private`", {remove});
    return false;
  }
  if (head.also() && row.repeat != schema::Repeat::kList) {
    reporter.Error(codes::kUnexpectedOperand, prefix, "`{}` is no list that `also` could add to", head.word)
        .Here(row.repeat == schema::Repeat::kOnce ? "said again, it replaces what a profile says"
                                                  : "one of the same name merges with a profile's, others are added")
        .Fix("remove `also`", {remove});
    return false;
  }
  return true;
}

bool IsValueName(const syntax::Operand& name, Reporter& reporter) {
  const bool good = name.kind == syntax::Operand::Kind::kWord && !name.index && !name.text.empty() &&
                    IsLetter(name.text.front()) && std::all_of(name.text.begin(), name.text.end(), IsNamePart);
  if (good) return true;
  reporter.Error(codes::kWrongOperand, name.span, "`{}` can't be the name of a value", name.text)
      .Here("expected a letter, then letters, digits and `_`, such as `BASE`")
      .Note("in `2 * a-b` nobody could tell a name from a difference");
  return false;
}

}  // namespace hotsite::check
