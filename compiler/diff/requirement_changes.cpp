#include "compiler/diff/requirement_changes.h"

#include <algorithm>
#include <utility>

#include "compiler/diff/row_changes.h"
#include "compiler/requirements/editions.h"

namespace hotsite::diff {
namespace {

using requirements::IssuedRevision;
using requirements::IssuedRow;
using requirements::IssuedRows;
using requirements::Ledger;
using requirements::Requirement;
using requirements::Requirements;

Changes About(const IssuedRevision& revision) { return {revision.number, revision.recovery, revision.issued, {}, 0}; }

std::size_t SectionOf(std::string_view id) {
  using requirements::Category;
  const auto last = static_cast<std::size_t>(Category::kContacts);
  for (std::size_t i = 0; i <= last; ++i) {
    if (id.starts_with(CodeOf(static_cast<Category>(i)))) return i;
  }
  return last + 1;
}

/// Withdrawn rows stand in no document any more: in the order of its sections, then of their identifiers.
void AddWithdrawn(const IssuedRows& before, const IssuedRows& now, std::vector<Change>& changes) {
  const std::size_t first = changes.size();
  for (const auto& [id, row] : before) {
    if (!now.contains(id)) changes.push_back(WithdrawnRow(id, *row));
  }
  std::stable_sort(changes.begin() + static_cast<std::ptrdiff_t>(first), changes.end(),
                   [](const Change& a, const Change& b) { return SectionOf(a.id) < SectionOf(b.id); });
}

}  // namespace

Changes Compare(const Ledger& ledger, unsigned since, const Requirements& now, const std::string& recovery) {
  const IssuedRows before = ledger.RowsAfter(since);
  std::vector<IssuedRow> frozen;
  frozen.reserve(now.all.size());
  IssuedRows today;
  for (const Requirement& row : now.all) today[row.id] = &frozen.emplace_back(Freeze(row));
  Changes changes = About(ledger.revisions[since - 1]);
  const Between between{NewNames(before, today), changes.recovery == recovery};
  for (std::size_t i = 0; i < frozen.size(); ++i) {
    const std::string& id = now.all[i].id;
    const auto old = before.find(id);
    if (old != before.end() && ReadTheSame(*old->second, frozen[i])) {
      ++changes.unchanged;
      continue;
    }
    changes.all.push_back(old == before.end() ? NewRow(id, frozen[i])
                                              : ChangedRow(id, *old->second, frozen[i], between));
    changes.all.back().reason = now.all[i].reason;
  }
  AddWithdrawn(before, today, changes.all);
  SortByClass(changes.all);
  return changes;
}

std::vector<Changes> History(const Ledger& ledger) {
  std::vector<Changes> history;
  IssuedRows rows;
  for (const IssuedRevision& revision : ledger.revisions) {
    Changes changes = About(revision);
    IssuedRows today;
    for (const auto& [id, row] : revision.rows) today[id] = &row;
    const Between between{NewNames(rows, today), history.empty() || history.back().recovery == revision.recovery};
    for (const auto& [id, row] : revision.rows) {
      const auto old = rows.find(id);
      changes.all.push_back(old == rows.end() ? NewRow(id, row) : ChangedRow(id, *old->second, row, between));
    }
    IssuedRows gone;
    for (const std::string& id : revision.withdrawn) {
      if (const auto old = rows.find(id); old != rows.end()) gone.insert(*old);
    }
    AddWithdrawn(gone, today, changes.all);
    for (const auto& [id, row] : gone) rows.erase(id);
    for (const auto& [id, row] : today) rows[id] = row;
    changes.unchanged = rows.size() - today.size();
    SortByClass(changes.all);
    history.push_back(std::move(changes));
  }
  return history;
}

}  // namespace hotsite::diff
