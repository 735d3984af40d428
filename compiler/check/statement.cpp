#include "compiler/check/statement.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/readers.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/schema/pattern.h"
#include "compiler/support/suggest.h"

namespace hotsite::check {
namespace {

using schema::Element;
using schema::Form;
using schema::Part;

// One attempt at a form. A statement with several forms is tried silently; the form that gets furthest reports.
class FormReader {
 public:
  FormReader(const schema::Row& row, const Form& form, Cursor& cursor, Entry& entry)
      : row_(row), form_(form), cursor_(cursor), entry_(entry) {}

  bool Run() {
    for (std::size_t i = 0; i < form_.size();) {
      if (!Because()) return false;
      if (!form_[i].optional) {
        if (!ReadPart(form_[i++])) return false;
        continue;
      }
      std::size_t end = i;
      while (end < form_.size() && form_[end].optional) ++end;
      if (!ReadOptional(i, end)) return false;
      i = end;
    }
    return Because() && NothingLeft();
  }

 private:
  // Neighbouring optional parts, in any order, each at most once.
  bool ReadOptional(std::size_t begin, std::size_t end) {
    std::vector<bool> read(end - begin, false);
    bool again = true;
    while (again) {
      again = false;
      if (!Because()) return false;
      for (std::size_t i = begin; i < end && !again; ++i) {
        if (read[i - begin] || !Applies(form_[i])) continue;
        if (!ReadPart(form_[i])) return false;
        read[i - begin] = again = true;
      }
    }
    return true;
  }

  bool Applies(const Part& part) const {
    const Element& first = part.elements.front();
    if (!first.literal.empty()) return cursor_.IsWord(first.literal);
    return !AtLiteral() && CouldStart(cursor_, first);
  }

  // Whether the next word is one that the form itself uses, so that it can't be a name.
  bool AtLiteral() const {
    if (cursor_.IsWord("because")) return true;
    for (const Part& part : form_) {
      for (const Element& element : part.elements) {
        if (!element.literal.empty() && element.literal != ":" && cursor_.IsWord(element.literal)) return true;
      }
    }
    return false;
  }

  bool ReadPart(const Part& part) {
    for (const Element& element : part.elements) {
      if (element.literal.empty() ? !ReadTyped(element) : !ReadLiteral(element)) return false;
    }
    return true;
  }

  bool ReadLiteral(const Element& element) {
    if (cursor_.IsWord(element.literal)) {
      cursor_.Advance();
      return true;
    }
    auto& found = cursor_.done() ? cursor_.reporter().Error(codes::kMissingOperand, cursor_.Here(),
                                                            "`{}` needs `{}` here", row_.word, element.literal)
                                 : cursor_.reporter().Error(codes::kWrongOperand, cursor_.Here(),
                                                            "`{}` is expected here", element.literal);
    found.Here(fmt::format("expected `{}`", element.literal));
    Usage(found);
    const auto text = cursor_.WordText();
    if (text && Nearest(*text, {element.literal}))
      found.Fix(fmt::format("write `{}`", element.literal), {{cursor_.Here(), std::string(element.literal)}});
    return false;
  }

  bool ReadTyped(const Element& element) {
    do {
      if (AtLiteral() && element.type != schema::Type::kChoice) return MissingBefore(element);
      std::optional<Value> value = ReadOperand(cursor_, element);
      if (!value) return false;
      entry_.arguments.push_back({element.role, std::move(*value)});
      if (!element.list || !cursor_.IsKind(syntax::Operand::Kind::kComma)) return true;
      cursor_.Advance();
    } while (!cursor_.done());
    return true;  // a comma at the end is let pass
  }

  bool MissingBefore(const Element& element) {
    auto& found = cursor_.reporter().Error(codes::kMissingOperand, cursor_.Here(), "{} is missing before this word",
                                           schema::DescriptionOf(element.type));
    found.Here(
        fmt::format("expected {} such as `{}`", schema::DescriptionOf(element.type), schema::ExampleOf(element.type)));
    Usage(found);
    return false;
  }

  // `because "…"` may stand between any two parts.
  bool Because() {
    if (!cursor_.IsWord("because")) return true;
    static const Element kReason{{}, "reason", schema::Type::kText, {}, false, false};
    cursor_.Advance();
    const std::optional<Value> reason = ReadOperand(cursor_, kReason);
    if (reason) entry_.reason = reason->As<std::string>();
    return reason.has_value();
  }

  bool NothingLeft() {
    if (cursor_.done()) return true;
    const syntax::Operand& operand = *cursor_.peek();
    auto& found =
        cursor_.reporter().Error(codes::kUnexpectedOperand, operand.span, "`{}` isn't expected here", operand.text);
    found.Here(fmt::format("`{}` ends before this", row_.word));
    if (const auto near = Nearest(operand.text, Literals())) {
      found.Fix(fmt::format("did you mean `{}`?", *near), {{operand.span, *near}});
    }
    Usage(found);
    return false;
  }

  std::vector<std::string_view> Literals() const {
    std::vector<std::string_view> words{"because"};
    for (const Part& part : form_) {
      for (const Element& element : part.elements) {
        if (!element.literal.empty()) words.push_back(element.literal);
        words.insert(words.end(), element.choices.begin(), element.choices.end());
      }
    }
    return words;
  }

  void Usage(Diagnostic& found) const { found.Note(fmt::format("it is written `{}`", schema::UsageOf(row_))); }

  const schema::Row& row_;
  const Form& form_;
  Cursor& cursor_;
  Entry& entry_;
};

Entry EmptyEntry(const syntax::Statement& statement, const schema::Row& row) {
  Entry entry;
  entry.row = &row;
  entry.word = statement.word_span;
  entry.whole = statement.whole;
  if (statement.block) entry.block = statement.block_span;
  entry.doc = statement.doc;
  return entry;
}

}  // namespace

std::optional<Entry> ReadStatement(const syntax::Statement& statement, const schema::Row& row, const Scope& scope,
                                   std::size_t skip, Reporter& reporter) {
  const std::vector<Form>& forms = schema::FormsOf(row);
  if (forms.size() == 1) {
    Entry entry = EmptyEntry(statement, row);
    Cursor cursor(statement.operands, statement.word_span, scope, reporter);
    cursor.Advance(skip);
    if (!FormReader(row, forms.front(), cursor, entry).Run()) return {};
    return entry;
  }
  std::vector<Diagnostic> best;
  std::size_t furthest = 0;
  for (const Form& form : forms) {
    Entry entry = EmptyEntry(statement, row);
    Reporter trial;
    Cursor cursor(statement.operands, statement.word_span, scope, trial);
    cursor.Advance(skip);
    if (FormReader(row, form, cursor, entry).Run()) return entry;
    if (best.empty() || cursor.position() > furthest) {
      furthest = cursor.position();
      best = trial.Take();
    }
  }
  for (Diagnostic& found : best) reporter.Add(std::move(found));
  return {};
}

}  // namespace hotsite::check
