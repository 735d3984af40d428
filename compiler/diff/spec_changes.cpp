#include "compiler/diff/spec_changes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "compiler/diff/compare_sheets.h"
#include "compiler/diff/compare_systems.h"
#include "compiler/diff/consequences.h"
#include "compiler/diff/follow_changes.h"
#include "compiler/diff/group_changes.h"
#include "compiler/diff/request_changes.h"
#include "compiler/diff/sheets.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {
namespace {

/// All but the systems.
void CompareShops(const View& before, const View& now, std::vector<SpecChange>& changes) {
  std::vector<Sheet> old, today;
  AddShop(before, old);
  AddShop(now, today);
  SetApart(old);
  SetApart(today);
  CompareSheets(old, today, changes);
}

Request RequestOf(const Spec& spec) {
  return {spec.requirements, spec.model.recovery ? std::string_view(spec.model.recovery->name) : std::string_view()};
}

/// The sites of both specs where a vendor provides, under their newer names.
SiteNames VendorSites(const View& before, const View& now) {
  SiteNames sites;
  for (const View* view : {&before, &now}) {
    for (const model::Site* site : view->model().recovery_sites()) sites.emplace(view->Name(view->model().IdOf(*site)));
  }
  return sites;
}

}  // namespace

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
  CompareShops(old, today, changes.all);
  changes.all = GroupChanges(TellWithCauses(std::move(changes.all)));
  for (SpecChange& change : changes.all) {
    std::vector<std::string> sentences = SumUp(change.followers);
    std::move(sentences.begin(), sentences.end(), std::back_inserter(change.consequences));
  }
  const RequestChanges request = CompareRequests(RequestOf(before), RequestOf(now), names);
  AddConsequences(request, VendorSites(old, today), changes.all);
  changes.request = request.InWords();
  return changes;
}

}  // namespace hotsite::diff
