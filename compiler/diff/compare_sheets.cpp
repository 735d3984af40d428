#include "compiler/diff/compare_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compiler/diff/relation.h"

namespace hotsite::diff {
namespace {

using ByKey = std::unordered_map<std::string_view, const Sheet*>;

ByKey Index(const std::vector<Sheet>& sheets) {
  ByKey index;
  index.reserve(sheets.size());
  for (const Sheet& sheet : sheets) index.emplace(sheet.key, &sheet);
  return index;
}

SpecChange About(const Sheet& sheet) {
  SpecChange change;
  change.subjects = {sheet.subject};
  if (!sheet.site.empty()) change.sites = {sheet.site};
  change.part = sheet.part;
  change.sheet = sheet.key;
  return change;
}

SpecChange New(const Sheet& sheet) {
  SpecChange change = About(sheet);
  change.code = sheet.is_new;
  change.what = ChangeClass::kNew;
  change.description = sheet.description;
  change.now_span = sheet.span;
  return change;
}

SpecChange Gone(const Sheet& sheet) {
  SpecChange change = About(sheet);
  change.code = sheet.is_gone;
  change.what = ChangeClass::kWithdrawn;
  change.description = sheet.description;
  change.before_span = sheet.span;
  return change;
}

const Fact* Find(const Sheet& sheet, std::string_view attribute) {
  for (const Fact& fact : sheet.facts) {
    if (fact.attribute == attribute) return &fact;
  }
  return nullptr;
}

std::string TextOf(const Fact* fact) {
  if (fact == nullptr) return {};
  return fact->open ? std::string(kLeftToVendor) : fact->text;
}

bool SaysTheSame(const Fact& before, const Fact& now) {
  if (!before.exact.empty() && !now.exact.empty()) return before.exact == now.exact;
  return before.text == now.text && before.open == now.open && before.amount == now.amount &&
         before.comparator == now.comparator;
}

/// The same words, that come to something else: what changed is what they follow.
bool Follows(const Fact& before, const Fact& now) { return before.text == now.text && before.open == now.open; }

/// What isn't said asks for nothing: saying it tightens.
SpecChange Changed(const Sheet& sheet, const Fact* before, const Fact* now) {
  SpecChange change = About(sheet);
  const Fact& any = now != nullptr ? *now : *before;
  change.code = any.code;
  change.attribute = any.attribute;
  change.before = TextOf(before);
  change.now = TextOf(now);
  if (before != nullptr) change.before_span = before->span;
  if (now != nullptr) change.now_span = now->span;
  if (now != nullptr && !now->exact.empty() && now->exact != now->text)
    change.followers.push_back({sheet.subject, sheet.part, sheet.site, std::string(now->attribute), now->exact});
  if (before != nullptr && now != nullptr) {
    change.what = ClassOf(*before, *now, sheet.recovery);
  } else if (any.sense == Sense::kEditorial) {
    change.what = ChangeClass::kEditorial;
  } else if (sheet.recovery) {
    change.what = before == nullptr ? ChangeClass::kTightens : ChangeClass::kLoosens;
  }
  return change;
}

SpecChange Following(const Sheet& sheet, const Fact& before, const Fact& now) {
  SpecChange change = Changed(sheet, &before, &now);
  change.before = before.exact;
  change.now = now.exact;
  change.follows = now.follows;
  return change;
}

/// Whether a fact goes into detail of another one that isn't the same in both.
bool IsMoot(const Sheet& before, const Sheet& now, const Fact& fact) {
  if (fact.detail_of.empty()) return false;
  const Fact *old = Find(before, fact.detail_of), *today = Find(now, fact.detail_of);
  return old == nullptr || today == nullptr || !SaysTheSame(*old, *today);
}

void CompareFacts(const Sheet& before, const Sheet& now, std::vector<SpecChange>& changes) {
  for (const Fact& fact : now.facts) {
    const Fact* old = Find(before, fact.attribute);
    if ((old != nullptr && SaysTheSame(*old, fact)) || IsMoot(before, now, fact)) continue;
    const bool follows = old != nullptr && Follows(*old, fact);
    changes.push_back(follows ? Following(now, *old, fact) : Changed(now, old, &fact));
  }
  for (const Fact& fact : before.facts) {
    if (Find(now, fact.attribute) == nullptr && !IsMoot(before, now, fact))
      changes.push_back(Changed(now, &fact, nullptr));
  }
}

/// All amounts that satisfy a fact.
struct Range {
  std::int64_t low, high;

  explicit Range(const Fact& fact)
      : low(fact.comparator == model::Comparator::kAtMost ? std::numeric_limits<std::int64_t>::min() : fact.amount),
        high(fact.comparator == model::Comparator::kAtLeast ? std::numeric_limits<std::int64_t>::max() : fact.amount) {}
  bool Contains(const Range& other) const { return low <= other.low && other.high <= high; }
};

ChangeClass Judge(bool is_in, bool was_in) {
  if (is_in == was_in) return ChangeClass::kChanged;
  return is_in ? ChangeClass::kTightens : ChangeClass::kLoosens;
}

ChangeClass ClassOfNames(const Fact& before, const Fact& now) {
  const auto set = [](const Fact& fact) {
    const std::vector<std::string> parts = PartsOf(fact.text, ", ");
    return std::set<std::string>(parts.begin(), parts.end());
  };
  const auto was = set(before), is = set(now);
  return Judge(std::includes(is.begin(), is.end(), was.begin(), was.end()),
               std::includes(was.begin(), was.end(), is.begin(), is.end()));
}

}  // namespace

ChangeClass ClassOf(const Fact& before, const Fact& now, bool recovery) {
  if (now.sense == Sense::kEditorial) return ChangeClass::kEditorial;
  if (now.sense == Sense::kName) return ChangeClass::kMoves;
  if (!recovery) return ChangeClass::kChanged;
  if (before.open != now.open) return now.open ? ChangeClass::kLoosens : ChangeClass::kTightens;
  if (now.sense == Sense::kAmount) return Judge(Range(before).Contains(Range(now)), Range(now).Contains(Range(before)));
  if (now.sense == Sense::kNames) return ClassOfNames(before, now);
  return ChangeClass::kChanged;
}

void SetApart(std::vector<Sheet>& sheets) {
  std::unordered_map<std::string, std::size_t> seen;
  seen.reserve(sheets.size());
  for (Sheet& sheet : sheets) {
    const std::size_t times = ++seen[sheet.key];
    if (times == 1) continue;
    const bool own = sheet.owner == sheet.key;
    sheet.key += fmt::format("/{}", times);
    if (own) sheet.owner = sheet.key;
  }
}

void CompareSheets(const std::vector<Sheet>& before, const std::vector<Sheet>& now, std::vector<SpecChange>& changes) {
  const ByKey old = Index(before), today = Index(now);
  const auto untold = [](const Sheet& sheet, const ByKey& other) {
    return !sheet.owner.empty() && !other.contains(sheet.owner);
  };
  for (const Sheet& sheet : now) {
    const auto counterpart = old.find(sheet.key);
    if (counterpart != old.end()) {
      CompareFacts(*counterpart->second, sheet, changes);
    } else if (!untold(sheet, old)) {
      changes.push_back(New(sheet));
    }
  }
  for (const Sheet& sheet : before) {
    if (!today.contains(sheet.key) && !untold(sheet, today)) changes.push_back(Gone(sheet));
  }
}

}  // namespace hotsite::diff
