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

Fact Operands(const Row& row) {
  const std::map<std::string_view, std::string> examples = OperandExamples(row);
  Fact fact{"operands", {}, {}};
  for (const Element* element : OperandsOf(row)) {
    // The form shows its words, and it isn't called by a role there.
    if (element->type == schema::Type::kComparator) continue;
    const auto found = examples.find(element->role);
    const std::string_view example = found == examples.end() ? GeneralExample(element->type) : found->second;
    fact.items.push_back({ToUpper(element->role), AboutOperand(*element, example)});
  }
  return fact;
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
    case schema::Repeat::kKeyed:
    case schema::Repeat::kKeyedByTwo: {
      const std::vector<const Element*> operands = OperandsOf(row);
      const auto name =
          std::find_if(operands.begin(), operands.end(), [](const Element* e) { return e->role == "name"; });
      std::string key = ToUpper((name == operands.end() ? operands.front() : *name)->role);
      if (row.repeat == schema::Repeat::kKeyedByTwo) key += " and " + ToUpper(operands[1]->role);
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

Fact BlockOf(const Row& row) {
  Fact fact{"its block", {}, {}};
  if (row.block == "*") fact.text = "what may stand in the block around it";
  if (row.block == "*kind") fact.text = "the statements of what it is a profile of";
  if (row.block.starts_with('*')) return fact;
  for (const std::string_view word : schema::WordsIn(row.block))
    fact.items.push_back({std::string(word), std::string(schema::FindRow(word, row.block)->doc)});
  return fact;
}

Specimens Examples(const Row& row) {
  Specimens specimens;
  for (const schema::Example* example : schema::ExamplesOf(row))
    specimens.texts.push_back(schema::InSurroundings(*example));
  specimens.caption = specimens.texts.size() == 1 ? "Example:" : "Examples:";
  return specimens;
}

Facts FactsOf(const Row& row) {
  Facts all{{{"stands", Places(row), {}}}};
  Fact operands = Operands(row);
  if (!operands.items.empty()) all.facts.push_back(std::move(operands));
  all.facts.push_back({"repeats", Repetition(row), {}});
  if (!OperandsOf(row).empty()) all.facts.push_back({"questions", Questions(row), {}});
  if (!IsOfTheLanguage(row)) {
    const std::string_view may = row.word == "accept" ? "must" : "may";
    all.facts.push_back({"reason", fmt::format("`because \"…\"` {} stand in it and say why", may), {}});
  }
  if (!row.block.empty()) all.facts.push_back(BlockOf(row));
  return all;
}

}  // namespace

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

Page PageOf(const Row& row) {
  Page page{std::string(row.word), "statement", AsSentence(row.doc), {}};
  Forms forms;
  for (const schema::Form& form : schema::FormsOf(row)) forms.forms.push_back(schema::UsageOf(row, form));
  page.parts.push_back(std::move(forms));
  page.parts.push_back(FactsOf(row));
  page.parts.push_back(Examples(row));
  return page;
}

std::vector<Topic> StatementTopics() {
  std::vector<Topic> topics;
  for (const Row& row : schema::AllRows()) {
    topics.push_back(
        {"Statements", std::string(row.word), {}, std::string(row.doc), {}, [&row] { return PageOf(row); }});
  }
  return topics;
}

}  // namespace hotsite::driver
