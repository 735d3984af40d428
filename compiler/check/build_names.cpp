// Finding what a name stands for, and saying so when nothing does.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/build_context.h"
#include "compiler/check/library_names.h"
#include "compiler/check/unused_module.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/schema/pattern.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/names.h"

namespace hotsite::check {
namespace {

/// The names to compare a wrong one with; none when enough has been compared.
template <class IdType>
std::vector<std::string_view> Keys(BuildContext& context, const NameIndex<IdType>& index) {
  std::vector<std::string_view> keys;
  if (!context.reporter.MayCompare(index.size())) return keys;
  for (const auto& [name, id] : index) keys.push_back(name);
  std::sort(keys.begin(), keys.end());  // the index has no order of its own
  return keys;
}

std::string QualifiedName(const BuildContext& context, model::SystemId id) {
  const model::System& system = context.model.at(id);
  return system.parent.valid() ? fmt::format("{}.{}", context.model.at(system.parent).name, system.name) : system.name;
}

void ReportAmbiguous(BuildContext& context, const Value& name, const std::vector<model::SystemId>& candidates) {
  std::vector<std::string> names;
  for (const model::SystemId id : candidates) names.push_back(fmt::format("`{}`", QualifiedName(context, id)));
  context.reporter.Error(codes::kUnknownName, name.span, "`{}` is the name of several guests", name.As<std::string>())
      .Here(fmt::format("{} are meant", JoinWords(names, "or")))
      .Advise(fmt::format("write which, for example {}", names.front()));
}

// The name is known, but as something else.
bool ReportedAsWrongKind(BuildContext& context, const Value& name, std::string_view what) {
  const std::string& text = name.As<std::string>();
  const auto network = context.networks.find(text);
  const auto system = context.systems.find(text);
  const auto report = [&](std::string_view kind, Span declared) {
    context.reporter.Error(codes::kWrongKind, name.span, "`{}` is a {}, not a {}", text, kind, what)
        .Here(fmt::format("a {} is expected here", what))
        .Mark(declared, "declared here");
    return true;
  };
  if (network != context.networks.end()) return report("network", context.model.at(network->second).written.name);
  if (system != context.systems.end()) return report("system", context.model.at(system->second).written.name);
  return false;
}

// `zos proda` and `lpar PRODA`: the declaration is at fault, and told once.
bool ReportedAsLowerCase(BuildContext& context, const Value& name, const std::string& near) {
  const std::string& text = name.As<std::string>();
  if (ToUpper(near) != text || near == text) return false;
  const auto system = context.systems.find(near);
  const auto guest = context.guests.find(near);
  if (system == context.systems.end() && guest == context.guests.end()) return false;
  if (!context.told.insert(near).second) return true;
  const model::SystemId id = system != context.systems.end() ? system->second : guest->second.front();
  const Span declared = context.model.at(id).written.name;
  auto& found = context.reporter.Error(codes::kUnknownName, declared, "`{}` is declared in lower case and used as `{}`",
                                       near, text);
  found.Here("z/VM user IDs and system names are upper case").Mark(name.span, "used here");
  if (declared.end - declared.begin == near.size()) found.Fix(fmt::format("write `{}`", text), {{declared, text}});
  return true;
}

/// Those that begin as `text` does for longest: of releases, `zvm_5_4` rather than `zvm_7_5` for `zvm_5_5`.
std::vector<std::string> LikestOf(const std::vector<std::string>& near, std::string_view text) {
  std::size_t longest = 0;
  std::vector<std::string> likest;
  for (const std::string& one : near) {
    const auto common =
        static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), one.begin(), one.end()).first - text.begin());
    if (common > longest) likest.clear();
    longest = std::max(longest, common);
    if (common == longest) likest.push_back(one);
  }
  return likest;
}

}  // namespace

void ReportUnknown(BuildContext& context, const Value& name, std::string_view what,
                   const std::vector<std::string_view>& known) {
  const std::string& text = name.As<std::string>();
  if (context.spec.poisoned.contains(text) || ReportedAsWrongKind(context, name, what)) return;
  const std::vector<std::string_view> words = LibraryWordsFor(what);
  if (!words.empty() && (context.spec.incomplete || !context.told.insert(text).second ||
                         ReportedAsUnused(text, name.span, context.spec, context.told, context.reporter)))
    return;
  const std::vector<std::string> near = NearestOnes(text, known);
  if (what == "system" && near.size() == 1 && ReportedAsLowerCase(context, name, near.front())) return;
  auto& found = context.reporter.Error(codes::kUnknownName, name.span, "no {} is called `{}`", what, text);
  if (DidYouMeanEntry(text, words, name.span, found)) return;
  DidYouMean(near, text, name.span, found);
  if (near.empty() && !words.empty())
    found.Advise("`hotsite explain --list` names the entries of the standard library");
}

bool DidYouMeanEntry(std::string_view text, const std::vector<std::string_view>& words, Span span, Diagnostic& found) {
  const std::vector<std::string> meant = LibraryNamesMeant(text, words);
  if (meant.empty()) return false;
  std::vector<std::string> quoted;
  for (const std::string& one : meant) quoted.push_back(fmt::format("`{}`", one));
  found.Here(fmt::format("did you mean {}?", JoinWords(quoted, "or")));
  if (meant.size() > 1) return true;
  if (IsSpelling(text, meant.front())) {
    found.Fix(fmt::format("write {}", quoted.front()), {{span, meant.front()}});
  } else {
    found.Offer(fmt::format("write {}, if that is meant", quoted.front()), {{span, meant.front()}});
  }
  return true;
}

void DidYouMean(const std::vector<std::string>& all_near, std::string_view text, Span span, Diagnostic& found) {
  constexpr std::size_t kMost = 3;
  const std::vector<std::string> near = all_near.size() > kMost ? LikestOf(all_near, text) : all_near;
  std::vector<std::string> quoted;
  for (const std::string& one : near) quoted.push_back(fmt::format("`{}`", one));
  if (quoted.empty() || quoted.size() > kMost) {
    found.Here("not found");
    return;
  }
  found.Here(fmt::format("did you mean {}?", JoinWords(quoted, "or")));
  const std::string& one = near.front();
  // `3390-9` for `3390_9`: entries of the library may begin with a digit.
  const auto same = [](char a, char b) { return a == b || (a == '-' && b == '_'); };
  const bool dashes = std::equal(text.begin(), text.end(), one.begin(), one.end(), same);
  if (dashes && near.size() == 1) {
    found.Fix(fmt::format("write {}", quoted.front()), {{span, one}});
    return;
  }
  if (near.size() > 1 || WhyNotSpecName(one.substr(one.rfind('.') + 1))) return;
  if (IsSameSeries(near.front(), text)) {
    found.Offer(fmt::format("write {}, if that is meant, or declare `{}`", quoted.front(), text),
                {{span, near.front()}});
  } else {
    found.Fix(fmt::format("write {}", quoted.front()), {{span, near.front()}});
  }
}

void Require(BuildContext& context, const Entry& entry, std::string_view keyword, std::string_view why) {
  if (context.spec.incomplete || entry.Child(keyword) != nullptr) return;
  const auto left_out = context.spec.left_out.lower_bound({entry.whole.file, entry.whole.begin});
  if (left_out != context.spec.left_out.end() && left_out->first == entry.whole.file &&
      left_out->second < entry.whole.end)
    return;
  const schema::Row* row = schema::FindRow(keyword, entry.row->block);
  context.reporter
      .Error(codes::kMissingStatement, entry.SpanOf("name"), "this `{}` has no `{}`", entry.keyword(), keyword)
      .Here(fmt::format("expected a line `{}`", schema::UsageOf(*row)))
      .Note(std::string(why));
}

model::NetworkId FindNetwork(BuildContext& context, const Value& name) {
  const auto found = context.networks.find(name.As<std::string>());
  if (found != context.networks.end()) return found->second;
  ReportUnknown(context, name, "network", Keys(context, context.networks));
  return {};
}

model::SystemId FindGuest(const BuildContext& context, model::SystemId zvm, std::string_view name) {
  const auto found = context.guests.find(std::string(name));
  if (found == context.guests.end()) return {};
  for (const model::SystemId id : found->second) {
    if (context.model.at(id).parent == zvm) return id;
  }
  return {};
}

model::SystemId FindSystem(BuildContext& context, const Value& name, model::SystemId inside) {
  const std::string& text = name.As<std::string>();
  if (inside.valid()) {
    if (const model::SystemId sibling = FindGuest(context, inside, text); sibling.valid()) return sibling;
  }
  if (const auto found = context.systems.find(text); found != context.systems.end()) return found->second;
  if (const auto found = context.guests.find(text); found != context.guests.end()) {
    if (found->second.size() == 1) return found->second.front();
    ReportAmbiguous(context, name, found->second);
    return {};
  }
  if (const std::size_t dot = text.find('.'); dot != std::string::npos) {
    const auto zvm = context.systems.find(text.substr(0, dot));
    const auto guest =
        zvm == context.systems.end() ? model::SystemId() : FindGuest(context, zvm->second, text.substr(dot + 1));
    if (guest.valid()) return guest;
  }
  std::vector<std::string_view> known = Keys(context, context.systems);
  const std::vector<std::string_view> guests = Keys(context, context.guests);
  known.insert(known.end(), guests.begin(), guests.end());
  ReportUnknown(context, name, "system", known);
  return {};
}

model::OsaFeatureId FindOsaFeature(BuildContext& context, const Value& name) {
  const auto found = context.osa_features.find(name.As<std::string>());
  if (found != context.osa_features.end()) return found->second;
  ReportUnknown(context, name, "OSA feature", Keys(context, context.osa_features));
  return {};
}

model::DiskModelId FindDiskModel(BuildContext& context, const Value& name) {
  const auto found = context.disk_models.find(name.As<std::string>());
  if (found != context.disk_models.end()) return found->second;
  ReportUnknown(context, name, "disk model", Keys(context, context.disk_models));
  return {};
}

}  // namespace hotsite::check
