#include "compiler/diff/spec_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "compiler/diff/compare_sheets.h"
#include "compiler/diff/consequences.h"
#include "compiler/diff/follow_changes.h"
#include "compiler/diff/group_changes.h"
#include "compiler/diff/request_changes.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {
namespace {

using Sheets = std::vector<Sheet>;
/// The placements of each system.
using Placements = std::vector<std::vector<model::PlacementId>>;

Placements PlacementsOf(const model::Model& model) {
  Placements placements(model.systems.size());
  for (std::uint32_t i = 0; i < model.placements.size(); ++i)
    placements[model.placements[i].system.index].push_back({i});
  return placements;
}

/// A spec's systems, one at a time: those of a large shop never lie in memory together.
class Systems {
 public:
  explicit Systems(const View& view) : view_(view), placements_(PlacementsOf(view.model())) {
    for (std::uint32_t i = 0; i < view.model().systems.size(); ++i) by_key_.emplace(view.KeyOf({i}), i);
  }

  std::size_t size() const { return placements_.size(); }
  std::string KeyOf(std::uint32_t index) const { return view_.KeyOf({index}); }
  bool Has(const std::string& key) const { return by_key_.contains(key); }
  /// All of a system; nothing when there is none with this key.
  Sheets SheetsOf(const std::string& key) const {
    Sheets sheets;
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return sheets;
    const model::SystemId system{found->second};
    AddSystem(view_, system, sheets);
    AddAddresses(view_, system, sheets.front());
    AddRoutes(view_, system, sheets);
    for (const model::PlacementId placement : placements_[found->second]) {
      AddPlacement(view_, placement, sheets);
      AddNics(view_, placement, sheets);
      AddLans(view_, placement, sheets);
    }
    if (placements_[found->second].empty()) AddUnplaced(system, sheets);
    SetApart(sheets);
    return sheets;
  }

 private:
  /// What is told by placement, of a system that has none.
  void AddUnplaced(model::SystemId system, Sheets& sheets) const {
    Sheet& marker = sheets.emplace_back();
    marker.key = marker.owner = UnplacedKey(view_, system);
    AddUnplacedNics(view_, system, sheets);
    AddUnplacedLans(view_, system, sheets);
  }

  const View& view_;
  Placements placements_;
  std::map<std::string, std::uint32_t, std::less<>> by_key_;
};

void CompareSystems(const View& before, const View& now, std::vector<SpecChange>& changes) {
  const Systems old(before), today(now);
  for (std::uint32_t i = 0; i < today.size(); ++i) {
    const std::string key = today.KeyOf(i);
    CompareSheets(old.SheetsOf(key), today.SheetsOf(key), changes);
  }
  for (std::uint32_t i = 0; i < old.size(); ++i) {
    const std::string key = old.KeyOf(i);
    if (!today.Has(key)) CompareSheets(old.SheetsOf(key), {}, changes);
  }
}

void CompareShops(const View& before, const View& now, std::vector<SpecChange>& changes) {
  Sheets old, today;
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
std::set<std::string, std::less<>> VendorSites(const View& before, const View& now) {
  std::set<std::string, std::less<>> sites;
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
  const View old(before.model, names), today(now.model, {});
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
