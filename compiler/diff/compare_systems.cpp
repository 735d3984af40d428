#include "compiler/diff/compare_systems.h"

#include <functional>
#include <future>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/diff/compare_sheets.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

using Sheets = std::vector<Sheet>;

/// The systems of a spec and their sheets.
class Systems {
 public:
  explicit Systems(const View& view) : view_(view), placements_(view.model().systems.size()) {
    const model::Model& model = view.model();
    for (std::uint32_t i = 0; i < model.placements.size(); ++i)
      placements_[model.placements[i].system.index].push_back({i});
    by_key_.reserve(model.systems.size());
    for (std::uint32_t i = 0; i < model.systems.size(); ++i)
      by_key_.emplace(view.KeyOf(model::SystemId{i}), model::SystemId{i});
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(placements_.size()); }
  const View& view() const { return view_; }
  std::optional<model::SystemId> Find(std::string_view key) const {
    const auto found = by_key_.find(std::string(key));
    if (found == by_key_.end()) return {};
    return found->second;
  }

  Sheets SheetsOf(model::SystemId system) const {
    Sheets sheets;
    sheets.push_back(SheetOf(view_, system));
    AddDeclared(view_, system, sheets);
    AddStorage(view_, system, sheets);
    AddRoutes(view_, system, sheets);
    for (const model::PlacementId placement : placements_[system.index]) {
      AddPlacement(view_, placement, sheets);
      AddNics(view_, placement, sheets);
      AddLans(view_, placement, sheets);
    }
    if (placements_[system.index].empty()) AddUnplaced(view_, system, sheets);
    SetApart(sheets);
    return sheets;
  }

  /// Whether there is a placement with this key, the only things that own sheets of other systems.
  bool Places(std::string_view key) const {
    constexpr std::string_view kPlace = "place/";
    if (!key.starts_with(kPlace)) return false;
    key.remove_prefix(kPlace.size());
    const std::size_t slash = key.find('/');
    if (slash == std::string_view::npos) return false;
    const auto system = Find(key.substr(slash + 1));
    if (!system) return false;
    for (const model::PlacementId placement : placements_[system->index]) {
      if (view_.Name(view_.model().at(placement).site) == key.substr(0, slash)) return true;
    }
    return false;
  }

 private:
  const View& view_;
  std::vector<std::vector<model::PlacementId>> placements_;  // by SystemId
  std::unordered_map<std::string, model::SystemId> by_key_;
};

/// The sheet of a system that has no counterpart.
Sheet Described(const View& view, model::SystemId system) {
  Sheet sheet = SheetOf(view, system);
  sheet.description = DescriptionOf(view, system);
  return sheet;
}

/// The newer spec's systems from `begin` to `end`, against their counterparts.
std::vector<SpecChange> CompareSome(const Systems& old, const Systems& today, std::uint32_t begin, std::uint32_t end) {
  std::vector<SpecChange> changes;
  const HasKey had = [&](std::string_view key) { return old.Places(key); };
  const HasKey has = [&](std::string_view key) { return today.Places(key); };
  for (model::SystemId id{begin}; id.index < end; ++id.index) {
    if (const auto counterpart = old.Find(today.view().KeyOf(id))) {
      CompareSheets(old.SheetsOf(*counterpart), today.SheetsOf(id), changes, had, has);
    } else {
      changes.push_back(NewThing(Described(today.view(), id)));
    }
  }
  return changes;
}

void Append(std::vector<SpecChange> more, std::vector<SpecChange>& changes) {
  std::move(more.begin(), more.end(), std::back_inserter(changes));
}

}  // namespace

// Systems say nothing of one another, so a thread takes each half of a large shop's.
void CompareSystems(const View& before, const View& now, std::vector<SpecChange>& changes) {
  constexpr std::uint32_t kWorthIt = 1000;
  const Systems old(before), today(now);
  const std::uint32_t middle = today.size() < kWorthIt ? 0 : today.size() / 2;
  const auto launch = middle > 0 ? std::launch::async : std::launch::deferred;
  auto first = std::async(launch, CompareSome, std::cref(old), std::cref(today), 0u, middle);
  std::vector<SpecChange> second = CompareSome(old, today, middle, today.size());
  Append(first.get(), changes);
  Append(std::move(second), changes);
  for (model::SystemId id{0}; id.index < old.size(); ++id.index) {
    if (!today.Find(before.KeyOf(id))) changes.push_back(GoneThing(Described(before, id)));
  }
}

}  // namespace hotsite::diff
