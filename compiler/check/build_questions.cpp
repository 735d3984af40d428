// `?`: where it may stand, and how it becomes a question to the vendor.
#include <fmt/format.h>

#include <iterator>

#include "compiler/check/build_context.h"
#include "compiler/check/hole_answers.h"
#include "compiler/check/snippet.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/schema/pattern.h"

namespace hotsite::check {
namespace {

void Refuse(const Entry& entry, const Argument& argument, Reporter& reporter) {
  const schema::Element* element = FindOperand(*entry.row, argument.role);
  if (element == nullptr) return;
  reporter
      .Error(codes::kHoleNotAllowed, argument.value.span, "the vendor can't be asked for `{}` at home", entry.keyword())
      .Here(fmt::format("expected {} such as `{}`", schema::DescriptionOf(element->type),
                        schema::ExampleOf(element->type)))
      .Note("a `?` is a question to the vendor, so it stands inside a `recovery`");
}

void RefuseIn(const Entry& entry, Reporter& reporter, std::set<std::pair<FileId, std::uint32_t>>& told) {
  for (const Argument& argument : entry.arguments) {
    if (!argument.value.hole) continue;
    // One `?` in a profile or a loop is one mistake.
    if (told.emplace(argument.value.span.file, argument.value.span.begin).second) Refuse(entry, argument, reporter);
  }
  for (const Entry& child : entry.children) RefuseIn(child, reporter, told);
}

}  // namespace

void RefuseQuestionsAtHome(const Elaborated& spec, Reporter& reporter) {
  std::set<std::pair<FileId, std::uint32_t>> told;
  for (const Entry& entry : spec.entries) {
    if (entry.keyword() != "recovery") RefuseIn(entry, reporter, told);
  }
}

model::HoleId AddHole(BuildContext& context, model::Hole hole) {
  if (!context.asking_site.empty()) hole.key += "@" + context.asking_site;
  return Append<model::Hole, model::HoleId>(context.model.holes, std::move(hole));
}

model::HoleId AddHole(BuildContext& context, const Entry& entry, const Value& value, const Ask& ask) {
  model::Hole hole;
  hole.key = fmt::format("{}/{}", ask.key, ask.subject);
  hole.subject = ask.about.empty() ? ask.subject : ask.about;
  hole.attribute = ask.attribute;
  hole.span = value.span;
  hole.reason = entry.why();
  return AddHole(context, std::move(hole));
}

std::vector<Value> ValuesOf(BuildContext& context, const Entry& entry, std::string_view role, const Ask& ask) {
  std::vector<Value> values;
  const Value* question = nullptr;
  for (const Value* value : entry.All(role)) {
    if (value->hole) question = value;
    values.push_back(*value);
  }
  if (question == nullptr) return values;
  std::vector<Value> answers = AnswersTo(context, ask, *entry.row, role);
  if (answers.empty()) return values;
  std::erase_if(values, [](const Value& value) { return value.hole; });
  values.insert(values.end(), std::make_move_iterator(answers.begin()), std::make_move_iterator(answers.end()));
  return values;
}

bool InRange(BuildContext& context, const Entry& entry, const Value& number, std::int64_t least, std::int64_t most) {
  const auto value = number.As<std::int64_t>();
  if (value >= least && value <= most) return true;
  context.reporter.Error(codes::kOutOfRange, number.span, "`{}` isn't from {} to {}", value, least, most)
      .Here(fmt::format("expected a number from {} to {}", least, most))
      .Note(fmt::format("`{}` is {}", entry.keyword(), entry.row->doc));
  return false;
}

}  // namespace hotsite::check
