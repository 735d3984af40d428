#include "compiler/diff/request_changes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "compiler/diff/row_changes.h"
#include "compiler/requirements/identifiers.h"

namespace hotsite::diff {
namespace {

using requirements::IssuedRow;
using requirements::Renames;
using requirements::Requirement;
using requirements::Requirements;

Renames AllNewNames(const NewNames& names) {
  Renames all = names.systems;
  for (const auto* more : {&names.machines, &names.networks, &names.sites}) all.insert(more->begin(), more->end());
  return all;
}

/// The rows of the older request, by the key that they have under the newer names. A row whose old key is still in
/// force keeps it, as in the ledger: the name that it bears belongs to something else now.
class OldRows {
 public:
  OldRows(const Requirements& before, const Requirements& now, const Renames& new_names) {
    std::unordered_set<std::string_view> in_force;
    for (const Requirement& row : now.all) in_force.insert(row.key);
    for (const Requirement& row : before.all) {
      if (in_force.contains(row.key)) by_key_.emplace(row.key, &row);
    }
    if (new_names.empty()) return;
    for (const Requirement& row : before.all) {
      if (!in_force.contains(row.key)) by_key_.emplace(requirements::RenamedKey(row.key, new_names), &row);
    }
  }

  const Requirement* Find(const std::string& key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string, const Requirement*> by_key_;
};

/// The older row as it stands beside the newer one: a site's name is no part of what is asked where there is one site.
IssuedRow FrozenBefore(const Requirement& row, const NewNames& names) {
  IssuedRow frozen = Freeze(row);
  const auto site = names.sites.find(frozen.site);
  if (site != names.sites.end()) frozen.site = site->second;
  return frozen;
}

std::vector<RowChange> Withdrawn(const Requirements& before, const std::unordered_set<const Requirement*>& paired) {
  std::vector<RowChange> withdrawn;
  for (const Requirement& row : before.all) {
    if (!paired.contains(&row)) withdrawn.push_back({WithdrawnRow(row.id, Freeze(row)), &row, nullptr});
  }
  return withdrawn;
}

}  // namespace

Changes RequestChanges::InWords() const {
  Changes changes;
  changes.unchanged = unchanged;
  changes.all.reserve(rows.size());
  for (const RowChange& row : rows) changes.all.push_back(row.change);
  SortByClass(changes.all);
  return changes;
}

RequestChanges CompareRequests(const Request& before, const Request& now, const NewNames& names) {
  const Between between{AllNewNames(names), before.recovery == now.recovery};
  const OldRows old_rows(before.rows, now.rows, between.new_names);
  std::unordered_set<const Requirement*> paired;
  RequestChanges changes;
  for (const Requirement& row : now.rows.all) {
    const Requirement* old = old_rows.Find(row.key);
    const IssuedRow frozen = Freeze(row);
    if (old == nullptr) {
      changes.rows.push_back({NewRow(row.id, frozen), nullptr, &row});
    } else {
      paired.insert(old);
      if (!old->is_new && (row.is_new || row.id != old->id)) changes.renumbered.emplace_back(old, &row);
      const IssuedRow old_frozen = FrozenBefore(*old, names);
      if (ReadTheSame(old_frozen, frozen)) {
        ++changes.unchanged;
        continue;
      }
      changes.rows.push_back({ChangedRow(row.id, old_frozen, frozen, between), old, &row});
    }
    changes.rows.back().change.reason = row.reason;
  }
  std::vector<RowChange> withdrawn = Withdrawn(before.rows, paired);
  std::move(withdrawn.begin(), withdrawn.end(), std::back_inserter(changes.rows));
  return changes;
}

}  // namespace hotsite::diff
