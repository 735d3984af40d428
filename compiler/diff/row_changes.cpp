#include "compiler/diff/row_changes.h"

#include <algorithm>
#include <tuple>

#include "compiler/diff/relation.h"
#include "compiler/diff/words.h"

namespace hotsite::diff {
namespace {

using requirements::IssuedRow;

Change About(std::string_view id, const IssuedRow& row) {
  Change change;
  change.id = id;
  change.edition = row.edition;
  change.subject = row.site.empty() ? row.subject : row.subject + " at " + row.site;
  change.attribute = row.attribute;
  return change;
}

ChangeClass ClassOf(Relation relation) {
  if (relation == Relation::kTighter) return ChangeClass::kTightens;
  return relation == Relation::kLooser ? ChangeClass::kLoosens : ChangeClass::kChanged;
}

}  // namespace

Change NewRow(std::string_view id, const IssuedRow& now) {
  Change change = About(id, now);
  change.what = ChangeClass::kNew;
  change.now = Short(now);
  change.must = MustOfNew(now);
  return change;
}

Change WithdrawnRow(std::string_view id, const IssuedRow& before) {
  Change change = About(id, before);
  change.what = ChangeClass::kWithdrawn;
  change.before = Short(before);
  change.must = MustOfWithdrawn(before);
  return change;
}

Change ChangedRow(std::string_view id, const IssuedRow& before, const IssuedRow& now, const Between& between) {
  const IssuedRow renamed = Renamed(before, between.new_names);
  const bool same = AsksTheSame(renamed, now);
  Step step = Relate(renamed, now);
  if (now.type == requirements::ValueType::kTime && !between.same_test) step.relation = Relation::kOther;
  Change change = About(id, now);
  change.what = ClassOf(step.relation);
  if (same) change.what = renamed == before ? ChangeClass::kEditorial : ChangeClass::kMoves;
  const IssuedRow& shown = same ? before : renamed;
  std::tie(change.before, change.now) = BeforeAndNow(shown, now);
  if (change.what == ChangeClass::kMoves && before.subject != now.subject)
    std::tie(change.before, change.now) = std::tie(before.subject, now.subject);
  change.must = MustOf(change.what, step, renamed, now);
  return change;
}

bool ReadTheSame(const IssuedRow& before, const IssuedRow& now) {
  return AsksTheSame(before, now) && before.attribute == now.attribute && before.sentence == now.sentence;
}

void SortByClass(std::vector<Change>& changes) {
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.what < b.what; });
}

}  // namespace hotsite::diff
