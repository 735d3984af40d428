#include "compiler/check/modules.h"

#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"

namespace hotsite::check {

std::vector<FileNames::Shown> FileNames::OwnPublic() {
  std::vector<Shown> shown;
  for (const Scope::Named& value : scope.own()) {
    if (!hidden.contains(value.name)) shown.push_back({value.name, value.where, &value, nullptr});
  }
  for (auto& [name, profile] : profiles.own()) {
    if (!hidden.contains(name)) shown.push_back({name, profile.name, nullptr, &profile});
  }
  return shown;
}

void FileNames::Import(std::deque<FileNames>& all, std::size_t self, const std::vector<Use>& uses, Reporter& reporter) {
  std::vector<bool> seen(all.size(), false);
  for (const Use& use : uses) {
    for (const std::size_t file : all[use.file].shows_) {
      if (use.alias.empty()) {  // by several ways: once
        if (seen[file]) continue;
        seen[file] = true;
        shows_.push_back(file);
      }
      for (Shown& shown : all[file].OwnPublic()) {
        if (!use.alias.empty()) shown.name = fmt::format("{}.{}", use.alias, shown.name);
        ImportOne(std::move(shown), use, reporter);
      }
    }
  }
  shows_.push_back(self);
}

void FileNames::ImportOne(Shown shown, const Use& use, Reporter& reporter) {
  const auto [place, added] = imported_.emplace(shown.name, shown.declared);
  if (added) {
    if (shown.profile != nullptr) profiles.Import(shown.name, shown.profile);
    if (shown.value != nullptr) {
      const Scope::Named& value = *shown.value;
      imported_values_.Set({shown.name, value.text, value.parts, value.where, value.broken});
    }
    return;
  }
  if (place->second == shown.declared) return;  // the same one by another way
  reporter.Error(codes::kDuplicateName, use.span, "two files used here have a `{}`", shown.name)
      .Here("brings the second")
      .Mark(place->second, "the first is declared here")
      .Mark(shown.declared, "the second is declared here")
      .Advise("keep them apart by a name for this file: `use … as NAME`, and then `NAME." + shown.name + "`");
}

}  // namespace hotsite::check
