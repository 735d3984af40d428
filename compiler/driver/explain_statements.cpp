// The statements of the language as topics, from the table of statements.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compiler/check/statement.h"
#include "compiler/driver/topics.h"
#include "compiler/schema/examples.h"
#include "compiler/schema/pattern.h"
#include "compiler/syntax/parse.h"

namespace hotsite::driver {
namespace {

using schema::Element;
using schema::Row;

constexpr std::size_t kColumn = 13;  // where the text beside the labels begins

std::vector<std::string> ParentsOf(const Row& row) {
  std::vector<std::string> parents;
  std::string_view rest = row.parents;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    parents.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parents;
}

std::string Places(const Row& row) {
  std::vector<std::string> blocks = ParentsOf(row);
  const bool top = std::erase(blocks, "file") > 0;
  const std::string inside = blocks.empty() ? "" : fmt::format("in {}", JoinWords(blocks, "or"));
  return fmt::format("{}{}{}", top ? "at the top of a file" : "", top && !blocks.empty() ? ", or " : "", inside);
}

// The typed operands of all forms, each role once.
std::vector<const Element*> OperandsOf(const Row& row) {
  std::vector<const Element*> operands;
  std::set<std::string_view> seen;
  for (const schema::Form& form : schema::FormsOf(row)) {
    for (const schema::Part& part : form) {
      for (const Element& element : part.elements) {
        if (element.literal.empty() && seen.insert(element.role).second) operands.push_back(&element);
      }
    }
  }
  return operands;
}

std::string Quoted(const std::vector<std::string_view>& words) {
  std::vector<std::string> quoted;
  for (const std::string_view word : words) quoted.push_back(fmt::format("`{}`", word));
  return JoinWords(quoted, "or");
}

// What the statement's own examples have for each operand: `"+1 555 0100"` says more of a phone than any text would.
std::map<std::string_view, std::string> OperandExamples(const Row& row) {
  std::map<std::string_view, std::string> texts;
  for (const schema::Example* example : schema::ExamplesOf(row)) {
    SourceMap sources;
    Reporter reporter;
    const FileId id = sources.Add("example.dr", std::string(example->text));
    const syntax::File file = syntax::Parse(sources, id, reporter);
    const auto entry = check::ReadStatement(file.statements.front(), row, check::Scope(), 0, reporter);
    if (!entry) continue;  // `hotsite 1` is read by the parser
    for (const check::Argument& argument : entry->arguments) {
      const Span span = argument.value.span;
      if (!argument.value.hole) texts.emplace(argument.role, example->text.substr(span.begin, span.end - span.begin));
    }
  }
  return texts;
}

// One that would do anywhere; a name or a text out of its place would rather puzzle.
std::string_view GeneralExample(schema::Type type) {
  const bool says_nothing = type == schema::Type::kName || type == schema::Type::kText || type == schema::Type::kWord;
  return says_nothing ? std::string_view() : schema::ExampleOf(type);
}

std::string AboutOperand(const Element& element, std::string_view example) {
  std::string text =
      element.choices.empty() ? std::string(schema::DescriptionOf(element.type)) : Quoted(element.choices);
  if (element.choices.empty() && !example.empty()) text += fmt::format(", such as `{}`", example);
  if (element.list) text += "; or several, with commas between them";
  if (element.hole) text += "; or `?`, a question to the vendor";
  return text;
}

void Operands(TextWriter& out, const Row& row) {
  std::vector<const Element*> operands = OperandsOf(row);
  // The form shows its words, and it isn't called by a role there.
  std::erase_if(operands, [](const Element* element) { return element->type == schema::Type::kComparator; });
  std::map<std::string_view, std::string> examples = OperandExamples(row);
  std::size_t widest = 0;
  for (const Element* element : operands) widest = std::max(widest, element->role.size());
  std::string_view label = "operands";
  for (const Element* element : operands) {
    const std::string first = PadRight(label, kColumn) + PadRight(ToUpper(element->role), widest + 2);
    const auto found = examples.find(element->role);
    const std::string_view example = found == examples.end() ? GeneralExample(element->type) : found->second;
    out.Wrapped(AboutOperand(*element, example), kPageWidth, first, std::string(first.size(), ' '));
    label = "";
  }
}

// A profile has the statements of a system and of the blocks in it.
bool StandsInProfile(const Row& row) {
  for (const std::string& parent : ParentsOf(row)) {
    if (parent == "zos" || parent == "zvm" || parent == "linux") return true;
    for (const Row* around : schema::FindRows(parent)) {
      if (around->block == parent && around != &row && parent != "site" && parent != "recovery" &&
          StandsInProfile(*around))
        return true;
    }
  }
  return false;
}

// Statements that make or bring others.
bool IsOfTheLanguage(const Row& row) {
  return row.block.starts_with('*') || row.word == "let" || row.word == "use" || row.word == "hotsite";
}

std::string Repetition(const Row& row) {
  const bool profiles = !IsOfTheLanguage(row) && StandsInProfile(row);
  switch (row.repeat) {
    case schema::Repeat::kOnce:
      return profiles ? "once in a block; said again where a profile has it, it replaces the profile's"
                      : "once in a block";
    case schema::Repeat::kKeyed: {
      const std::vector<const Element*> operands = OperandsOf(row);
      const auto name =
          std::find_if(operands.begin(), operands.end(), [](const Element* e) { return e->role == "name"; });
      const std::string key = ToUpper((name == operands.end() ? operands.front() : *name)->role);
      return fmt::format("any number, told apart by {}{}", key,
                         profiles ? "; where a profile has one of the same, the two merge" : "");
    }
    case schema::Repeat::kList:
      return profiles ? fmt::format("any number; they replace a profile's, unless written `also {} …`", row.word)
                      : "any number";
  }
  return {};
}

std::string Questions(const Row& row) {
  std::vector<std::string> roles;
  for (const Element* element : OperandsOf(row)) {
    if (element->hole) roles.push_back(ToUpper(element->role));
  }
  if (roles.empty()) return "`?` may not stand in it";
  return fmt::format("`?` may stand for {}; the vendor is asked", JoinWords(roles, "and"));
}

void BlockOf(TextWriter& out, const Row& row) {
  if (row.block.empty()) return;
  if (row.block == "*") return Beside(out, "its block", "what may stand in the block around it", kColumn);
  if (row.block == "*kind") return Beside(out, "its block", "the statements of what it is a profile of", kColumn);
  std::size_t widest = 0;
  const std::vector<std::string_view> words = schema::WordsIn(row.block);
  for (const std::string_view word : words) widest = std::max(widest, word.size());
  std::string_view label = "its block";
  for (const std::string_view word : words) {
    const std::string first = PadRight(label, kColumn) + PadRight(word, widest + 2);
    out.Wrapped(schema::FindRow(word, row.block)->doc, kPageWidth, first, std::string(first.size(), ' '));
    label = "";
  }
}

void Examples(TextWriter& out, const Row& row) {
  const std::vector<const schema::Example*> examples = schema::ExamplesOf(row);
  out.Line();
  out.Line(examples.size() == 1 ? "Example:" : "Examples:");
  for (const schema::Example* example : examples) {
    out.Line();
    out.Indent(4);
    out.Line(schema::InSurroundings(*example).substr(0, schema::InSurroundings(*example).size() - 1));
    out.Outdent(4);
  }
}

void Explain(TextWriter& out, const Row& row) {
  out.Line("{} (statement)", row.word);
  out.Wrapped(AsSentence(row.doc), kPageWidth);
  out.Line();
  const std::vector<schema::Form>& forms = schema::FormsOf(row);
  for (std::size_t i = 0; i < forms.size(); ++i)
    out.Wrapped(schema::UsageOf(row, forms[i]), kPageWidth, "    ", "        ");
  out.Line();
  Beside(out, "stands", Places(row), kColumn);
  Operands(out, row);
  Beside(out, "repeats", Repetition(row), kColumn);
  if (!OperandsOf(row).empty()) Beside(out, "questions", Questions(row), kColumn);
  if (!IsOfTheLanguage(row)) {
    const std::string_view may = row.word == "accept" ? "must" : "may";
    Beside(out, "reason", fmt::format("`because \"…\"` {} stand in it and say why", may), kColumn);
  }
  BlockOf(out, row);
  Examples(out, row);
}

}  // namespace

std::vector<Topic> StatementTopics() {
  std::vector<Topic> topics;
  for (const Row& row : schema::AllRows()) {
    topics.push_back({"Statements", std::string(row.word), {}, std::string(row.doc), [&row](TextWriter& out) {
                        Explain(out, row);
                      }});
  }
  return topics;
}

}  // namespace hotsite::driver
