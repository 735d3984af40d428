// What a z/VM or z/OS says of how it comes up, in its own block and where it is placed.
#include <fmt/format.h>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/text_writer.h"

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

/// As VMLAN writes it, in upper case.
model::Stated<std::string> MacPrefixOf(const Entry& entry) {
  model::Stated<std::string> stated(ToUpper(entry.Text("prefix")), entry.SpanOf("prefix"));
  stated.Because(entry.why());
  return stated;
}

/// What a guest gets of its z/VM's processors; absent after reporting an amount that CP wouldn't take.
model::Stated<model::Share> ShareOf(BuildContext& context, const Entry& entry) {
  model::Share share;
  const Value* part = entry.Get("part");
  share.absolute = part != nullptr;
  const Value& amount = share.absolute ? *part : *entry.Get("amount");
  constexpr std::int64_t kMostRelative = 10000;
  if (!share.absolute && !InRange(context, entry, amount, 1, kMostRelative)) return {};
  share.amount = share.absolute ? part->As<Percent>().tenths() : amount.As<std::int64_t>();
  const std::string_view limit = entry.Text("limit");
  if (!limit.empty()) share.limit = limit == "hard" ? model::Share::Limit::kHard : model::Share::Limit::kSoft;
  model::Stated<model::Share> stated(share, entry.whole);
  stated.Because(entry.why());
  return stated;
}

void RefuseUnlessZvm(BuildContext& context, const Entry& entry, const model::System& system) {
  for (const std::string_view word : {"node", "autolog", "overcommit", "macprefix"}) {
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
  return SystemSettingsOf(context, entry);
}

void RefuseShareUnder(BuildContext& context, const Entry& entry, const model::System& host) {
  const Entry* share = entry.Child("share");
  if (share == nullptr || host.is_zvm() || !FirstTime(context, "share", share->whole)) return;
  context.reporter
      .Error(codes::kMisplacedStatement, share->word, "`share` of a guest of `{}`, which is no z/VM", host.name)
      .Here("a share is one of a z/VM's processors")
      .Mark(host.written.name, fmt::format("a {} system", model::ToString(host.kind)))
      .Advise("take the statement away");
}

model::SystemSettings SystemSettingsOf(BuildContext& context, const Entry& entry) {
  model::SystemSettings settings;
  if (const Entry* child = entry.Child("node")) settings.node = StatedOf<std::string>(*child, "name");
  if (const Entry* child = entry.Child("timezone")) settings.timezone = StatedOf<std::string>(*child, "zone");
  if (const Entry* child = entry.Child("autolog")) settings.autolog = AutologOf(*child);
  if (const Entry* child = entry.Child("overcommit")) settings.overcommit = StatedOf<Ratio>(*child, "ratio");
  if (const Entry* child = entry.Child("share")) settings.share = ShareOf(context, *child);
  if (const Entry* child = entry.Child("macprefix")) settings.mac_prefix = MacPrefixOf(*child);
  return settings;
}

}  // namespace hotsite::check
