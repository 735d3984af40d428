#include "compiler/check/snippet.h"

#include <fmt/format.h>

#include <utility>

#include "compiler/check/head.h"
#include "compiler/check/readers.h"
#include "compiler/check/statement.h"
#include "compiler/syntax/parse.h"

namespace hotsite::check {
namespace {

constexpr int kDeepest = 6;

void MoveTo(Entry& entry, const SnippetPlace& place) {
  entry.word = place.whole;
  entry.whole = place.whole;
  entry.block.reset();
  entry.generated = true;  // no edit can change it in its place
  for (Argument& argument : entry.arguments) argument.value.span = place.value;
  for (Entry& child : entry.children) MoveTo(child, place);
}

std::optional<std::vector<Entry>> ReadAll(const std::vector<syntax::Statement>& statements, std::string_view parent,
                                          const Scope& scope, int depth) {
  std::vector<Entry> entries;
  if (depth > kDeepest) return {};
  for (const syntax::Statement& statement : statements) {
    const schema::Row* row = schema::FindRow(statement.word, parent);
    if (row == nullptr) return {};
    Reporter silent;
    auto entry = ReadStatement(statement, *row, scope, HeadOf(statement).skip, silent);
    if (!entry || silent.error_count() > 0) return {};
    if (statement.block) {
      auto children = ReadAll(*statement.block, row->block, scope, depth + 1);
      if (!children) return {};
      entry->children = std::move(*children);
    }
    entries.push_back(std::move(*entry));
  }
  return entries;
}

/// The statements of a text; nothing where it isn't whole.
std::optional<std::vector<syntax::Statement>> ParseText(SourceMap& sources, std::string text) {
  if (FindSourceProblem(text)) return {};
  Reporter silent;
  syntax::File file = syntax::Parse(sources, sources.Add("answer", std::move(text)), silent);
  if (silent.error_count() > 0) return {};
  return std::move(file.statements);
}

/// Why an operand couldn't be read, by the reader's own message.
std::string ProblemOf(Reporter& reporter) {
  for (const Diagnostic& found : reporter.Take()) return found.message;
  return "it can't be read";
}

/// Free text is taken as it is.
ReadOperands ReadFreeText(const std::string& text, Span place) {
  ReadOperands read;
  read.values.push_back({Data(text), place, false});
  return read;
}

}  // namespace

std::optional<std::vector<Entry>> ReadSnippet(const std::string& text, std::string_view parent,
                                              const SnippetPlace& place) {
  SourceMap sources;
  const auto statements = ParseText(sources, text + "\n");
  if (!statements) return {};
  const Scope scope;
  auto entries = ReadAll(*statements, parent, scope, 0);
  if (!entries) return {};
  for (Entry& entry : *entries) MoveTo(entry, place);
  return entries;
}

ReadOperands ReadOperandText(const std::string& text, const schema::Element& element, bool several, Span place) {
  if (element.type == schema::Type::kText) return ReadFreeText(text, place);
  SourceMap sources;
  const auto statements = ParseText(sources, "answer " + text + "\n");
  const bool one_line = statements && statements->size() == 1 && !statements->front().block;
  if (!one_line || text.find('\n') != std::string::npos) return {{}, fmt::format("`{}` can't be read", text)};
  const syntax::Statement& statement = statements->front();
  const Scope scope;
  Reporter reporter;
  Cursor cursor(statement.operands, statement.word_span, scope, reporter);
  schema::Element asked = element;
  asked.hole = false;
  ReadOperands read;
  do {
    if (!read.values.empty()) cursor.Advance();  // the comma
    auto value = ReadOperand(cursor, asked);
    if (!value) return {{}, ProblemOf(reporter)};
    value->span = place;
    read.values.push_back(std::move(*value));
  } while (several && cursor.IsKind(syntax::Operand::Kind::kComma));
  if (cursor.done()) return read;
  return {{}, fmt::format("`{}` isn't expected behind it", cursor.peek()->text)};
}

const schema::Element* FindOperand(const schema::Row& row, std::string_view role) {
  for (const schema::Form& form : schema::FormsOf(row)) {
    for (const schema::Part& part : form) {
      for (const schema::Element& element : part.elements) {
        if (element.role == role) return &element;
      }
    }
  }
  return nullptr;
}

}  // namespace hotsite::check
