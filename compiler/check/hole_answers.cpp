#include "compiler/check/hole_answers.h"

#include <fmt/format.h>

#include "compiler/check/snippet.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/model/called.h"
#include "compiler/support/check.h"

namespace hotsite::check {
namespace {

const HoleAnswer* Find(const BuildContext& context, const Ask& ask) {
  if (context.answers == nullptr || context.answers->empty()) return nullptr;
  std::string key = fmt::format("{}/{}", ask.key, ask.subject);
  if (!context.asking_site.empty()) key += "@" + context.asking_site;
  const auto found = context.answers->find(key);
  return found == context.answers->end() ? nullptr : &found->second;
}

/// Why a value that could be read can't stand there; empty: it can.
std::string WhyNot(const Value& value, const Ask& ask) {
  // The vendor numbers networks, and knows nothing of the names that the spec gives them.
  if (value.If<SymbolicAddress>() != nullptr) return "is written with the name of a network";
  if (value.If<SymbolicSubnet>() != nullptr) return "is written as a part of a network";
  const auto* number = value.If<std::int64_t>();
  if (number == nullptr || (*number >= ask.least && *number <= ask.most)) return {};
  return fmt::format("isn't from {} to {}", ask.least, ask.most);
}

}  // namespace

void RefuseAnswer(BuildContext& context, const Ask& ask, const std::string& problem, std::string_view expected) {
  const HoleAnswer* answer = Find(context, ask);
  if (answer == nullptr || context.unread == nullptr) return;
  context.unread
      ->Error(codes::kUnfitAnswer, answer->span, "the answer `{}` can't be the {} of `{}`: {}", answer->text,
              ask.attribute, ask.about.empty() ? ask.subject : ask.about, problem)
      .Here(fmt::format("expected {}", expected))
      .Note("the question stays open until it is answered in a form that the configuration can be made of");
}

std::optional<model::Stated<model::MachineModelId>> AnsweredModel(BuildContext& context, const Ask& ask) {
  const HoleAnswer* answer = Find(context, ask);
  if (answer == nullptr) return {};
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < context.model.machine_models.size(); ++i) {
    if (model::IsCalled(context.model.machine_models[i], answer->text)) found = found ? found : std::optional(i);
  }
  if (found) return model::Stated(model::MachineModelId{*found}, answer->span);
  RefuseAnswer(context, ask, "no machine of the standard library is called so",
               "its name, title or type number, such as `2097`; `hotsite explain --list` shows those it knows");
  return {};
}

std::vector<Value> AnswersTo(BuildContext& context, const Ask& ask, const schema::Row& row, std::string_view role,
                             bool several) {
  const HoleAnswer* answer = Find(context, ask);
  if (answer == nullptr) return {};
  const schema::Element* found = FindOperand(row, role);
  HOTSITE_CHECK(found != nullptr, "a statement is asked for an operand that it has");
  const schema::Element& element = *found;
  const std::string expected =
      fmt::format("{} such as `{}`", schema::DescriptionOf(element.type), schema::ExampleOf(element.type));
  ReadOperands read = ReadOperandText(answer->text, element, several || element.list, answer->span);
  for (const Value& value : read.values) {
    if (std::string why = WhyNot(value, ask); !why.empty()) read.problem = "it " + why;
  }
  if (read.problem.empty()) return std::move(read.values);
  RefuseAnswer(context, ask, read.problem, expected);
  return {};
}

}  // namespace hotsite::check
