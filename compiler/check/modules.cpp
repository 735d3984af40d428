#include "compiler/check/modules.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"

namespace hotsite::check {

std::vector<FileNames::Shown> FileNames::Exports() {
  std::vector<Shown> shown;
  for (const Scope::Named& value : scope.own()) {
    const bool own = value.where.valid();  // an imported one is in imported_
    if (own && !hidden.contains(value.name)) shown.push_back({value.name, value.where, &value, nullptr});
  }
  for (auto& [name, profile] : profiles.own()) {
    if (!hidden.contains(name)) shown.push_back({name, profile.name, nullptr, &profile});
  }
  for (const Shown& one : imported_) {
    const bool declared_here =
        std::any_of(shown.begin(), shown.end(), [&](const Shown& s) { return s.name == one.name; });
    if (!declared_here) shown.push_back(one);
  }
  return shown;
}

void FileNames::Import(FileNames& used, const Use& use, Reporter& reporter) {
  for (Shown& shown : used.Exports()) {
    if (!use.alias.empty()) shown.name = fmt::format("{}.{}", use.alias, shown.name);
    ImportOne(std::move(shown), use, reporter);
  }
}

void FileNames::ImportOne(Shown shown, const Use& use, Reporter& reporter) {
  const auto same_name = [&](const Shown& other) { return other.name == shown.name; };
  const auto earlier = std::find_if(imported_.begin(), imported_.end(), same_name);
  if (earlier == imported_.end()) {
    if (shown.profile != nullptr) profiles.Import(shown.name, shown.profile);
    if (shown.value != nullptr) scope.Set({shown.name, shown.value->text, shown.value->parts, {}, shown.value->broken});
    imported_.push_back(std::move(shown));
    return;
  }
  if (earlier->declared == shown.declared) return;  // the same one by another way
  reporter.Error(codes::kDuplicateName, use.span, "two files used here have a `{}`", shown.name)
      .Here("brings the second")
      .Mark(earlier->declared, "the first is declared here")
      .Mark(shown.declared, "the second is declared here")
      .Advise("keep them apart by a name for this file: `use … as NAME`, and then `NAME." + shown.name + "`");
}

}  // namespace hotsite::check
