// What a z/VM or z/OS says of how it comes up, in its own block and where it is placed.
#include <fmt/format.h>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

model::Stated<model::Autolog> AutologOf(const Entry& entry) {
  for (const auto autolog : {model::Autolog::kGuests, model::Autolog::kOperator, model::Autolog::kNothing}) {
    if (entry.Text("what") != model::ToString(autolog)) continue;
    model::Stated<model::Autolog> stated(autolog, entry.whole);
    stated.Because(entry.why());
    return stated;
  }
  return {};
}

void RefuseUnlessZvm(BuildContext& context, const Entry& entry, const model::System& system) {
  for (const std::string_view word : {"node", "autolog", "overcommit"}) {
    const Entry* child = entry.Child(word);
    if (child == nullptr || system.is_zvm()) continue;
    context.reporter.Error(codes::kMisplacedStatement, child->word, "`{}` of `{}`, which is no z/VM", word, system.name)
        .Here("only a z/VM has it")
        .Mark(system.written.name, fmt::format("a {} system", model::ToString(system.kind)))
        .Advise("take the statement away");
  }
}

}  // namespace

model::SystemSettings SettingsAt(BuildContext& context, const Entry& entry, const model::System& system) {
  RefuseUnlessZvm(context, entry, system);
  return SystemSettingsOf(entry);
}

model::SystemSettings SystemSettingsOf(const Entry& entry) {
  model::SystemSettings settings;
  if (const Entry* child = entry.Child("node")) settings.node = StatedOf<std::string>(*child, "name");
  if (const Entry* child = entry.Child("timezone")) settings.timezone = StatedOf<std::string>(*child, "zone");
  if (const Entry* child = entry.Child("autolog")) settings.autolog = AutologOf(*child);
  if (const Entry* child = entry.Child("overcommit")) settings.overcommit = StatedOf<Ratio>(*child, "ratio");
  return settings;
}

}  // namespace hotsite::check
