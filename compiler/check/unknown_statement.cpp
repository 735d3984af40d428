#include "compiler/check/unknown_statement.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/library_names.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/model/properties.h"
#include "compiler/schema/foreign.h"
#include "compiler/schema/schema.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite::check {
namespace {

std::string Place(std::string_view parent) {
  return parent == "file" ? "at the top of a file" : fmt::format("in `{}`", parent);
}

std::string WordList(std::string_view parent) {
  std::vector<std::string> words;
  for (const std::string_view word : schema::WordsIn(parent)) {
    if (!IsLibraryWord(word) && word != "hotsite") words.push_back(fmt::format("`{}`", word));
  }
  return JoinWords(words, "or");
}

// `count of nic at least 2` in a `require`, without its `that`.
bool BeginsCondition(std::string_view word) {
  for (const std::string_view one : {"count", "sum", "largest", "smallest", "not"}) {
    if (word == one) return true;
  }
  const auto kinds = model::AllKinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const model::KindInfo& info) { return model::FindProperty(info.kind, word) != nullptr; });
}

// Whether what follows reads as a condition: a line that was meant for another block doesn't compare.
bool Compares(const syntax::Statement& statement) {
  return std::any_of(statement.operands.begin(), statement.operands.end(), [](const syntax::Operand& operand) {
    return operand.text == "is" || operand.text == "at" || operand.text == "exactly" || operand.text == "include";
  });
}

void ConditionWithoutThat(std::string_view word, Span span, const syntax::Statement& statement, Reporter& reporter) {
  auto& found = reporter.Error(codes::kUnknownStatement, span, "`{}` is no statement in `require`", word);
  found.Here("a condition begins with `that`")
      .Offer("put `that` before it", {{{span.file, span.begin, span.begin}, "that "}});
  found.helps.back().safe = Compares(statement);
}

void Misplaced(std::string_view word, Span span, std::string_view parent, Reporter& reporter) {
  bool top = false;
  std::vector<std::string> places;
  for (const schema::Row* row : schema::FindRows(word)) {
    std::string_view rest = row->parents;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view one = rest.substr(0, end);
      if (one == "file") {
        top = true;
      } else if (!IsLibraryWord(one) || IsLibraryWord(parent)) {
        places.push_back(fmt::format("`{}`", one));
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  reporter.Error(codes::kMisplacedStatement, span, "`{}` doesn't stand {}", word, Place(parent))
      .Here(fmt::format("it stands {}{}{}", top ? "at the top of a file" : "", top && !places.empty() ? " or " : "",
                        places.empty() ? "" : fmt::format("in {}", JoinWords(places, "or"))))
      .Note(fmt::format("{} may stand {}", Place(parent), WordList(parent)));
}

// What is pasted or typed from memory. One of our own words in other letters or without its plural is a slip.
const schema::Foreign* ForeignOne(std::string_view word, const syntax::Statement& statement, std::string_view parent) {
  const std::string lower = ToLower(word);
  if (schema::FindRow(lower, parent) != nullptr || schema::FindRow(lower + "s", parent) != nullptr) return nullptr;
  return schema::FindForeign(word, statement.operands.empty() ? std::string_view() : statement.operands.front().text,
                             parent);
}

void TellForeign(const schema::Foreign& foreign, Diagnostic& found) {
  found.Here(fmt::format("a statement of {}: {}", foreign.file, foreign.says));
  if (foreign.here.empty()) {
    found.Advise(fmt::format("leave it out; {}", foreign.rest));
  } else {
    found.Advise(
        fmt::format("here it is written `{}`{}{}", foreign.here, foreign.rest.empty() ? "" : "; ", foreign.rest));
  }
}

// What other languages and other places call it, with the statement that says it here.
struct Habit {
  std::string_view word;
  std::string_view parent;
  std::string_view here;
};

constexpr Habit kHabits[] = {
    {"import", "file", "`use std.zvm`"},
    {"include", "file", "`use \"systems.dr\"`"},
    {"layer", "vswitch", "`transport ethernet` for layer 2, `transport ip` for layer 3"},
    {"layer", "guestlan", "`transport ethernet` for layer 2, `transport ip` for layer 3"},
    {"IFL", "machine", "`engines 6 IFL`"},
    {"CP", "machine", "`engines 6 CP`"},
    {"IFL", "", "`processors 6 IFL`"},
    {"CP", "", "`processors 6 CP`"},
};

const Habit* FindHabit(std::string_view word, std::string_view parent) {
  for (const Habit& habit : kHabits) {
    const bool fits = habit.parent.empty() ? schema::FindRow("processors", parent) != nullptr : habit.parent == parent;
    if (habit.word == word && fits) return &habit;
  }
  return nullptr;
}

}  // namespace

void ReportUnknownStatement(std::string_view word, Span span, const syntax::Statement& statement,
                            std::string_view parent, Reporter& reporter) {
  if (parent == "require" && BeginsCondition(word)) return ConditionWithoutThat(word, span, statement, reporter);
  if (!schema::FindRows(word).empty()) return Misplaced(word, span, parent, reporter);
  auto& found = reporter.Error(codes::kUnknownStatement, span, "`{}` is no statement {}", word, Place(parent));
  if (const schema::Foreign* foreign = ForeignOne(word, statement, parent)) return TellForeign(*foreign, found);
  if (word.starts_with('#')) {
    found.Here("a comment begins with `//`").Fix("write `//`", {{{span.file, span.begin, span.begin + 1}, "//"}});
    return;
  }
  if (const std::size_t digit = word.find_first_of("0123456789");
      digit != std::string_view::npos && schema::FindRow(word.substr(0, digit), parent) != nullptr) {
    const auto at = static_cast<std::uint32_t>(span.begin + digit);
    found.Here("a blank is missing")
        .Fix(fmt::format("write `{} {}`", word.substr(0, digit), word.substr(digit)), {{{span.file, at, at}, " "}});
    return;
  }
  if (const Habit* habit = FindHabit(word, parent)) {
    found.Here("not known").Advise(fmt::format("here it is written {}", habit->here));
    return;
  }
  const auto near =
      word == "vm" || word == "VM" ? std::optional<std::string>("zvm") : Nearest(word, schema::WordsIn(parent));
  found.Here(near ? fmt::format("did you mean `{}`?", *near) : "not known");
  if (near) {
    found.Fix(fmt::format("write `{}`", *near), {{span, *near}});
  } else {
    found.Note(fmt::format("{} may stand {}", Place(parent), WordList(parent)));
  }
}

}  // namespace hotsite::check
