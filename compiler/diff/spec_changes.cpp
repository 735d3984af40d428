#include "compiler/diff/spec_changes.h"

#include <algorithm>
#include <utility>

#include "compiler/diff/compare_systems.h"
#include "compiler/diff/group_changes.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {

bool SpecChanges::same_meaning() const {
  return std::all_of(all.begin(), all.end(), [](const SpecChange& one) { return one.what == ChangeClass::kEditorial; });
}

std::size_t SpecChanges::Count(ChangeClass what) const {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const SpecChange& one) { return one.what == what; }));
}

std::size_t SpecChanges::Count(Topic topic) const {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const SpecChange& one) { return TopicOf(one.code) == topic; }));
}

SpecChanges CompareSpecs(const Spec& before, const Spec& now) {
  const NewNames names = FindNewNames(before.model, now.model);
  const View old(before.model, names), today(now.model, names.ForNewer());
  SpecChanges changes;
  CompareSystems(old, today, changes.all);
  changes.all = GroupChanges(std::move(changes.all));
  return changes;
}

}  // namespace hotsite::diff
