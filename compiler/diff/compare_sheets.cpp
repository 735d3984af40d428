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

/// A list, searched by key. Counterparts mostly stand at the same place; only the others need an index.
class Keyed {
 public:
  explicit Keyed(const std::vector<Sheet>& sheets) : sheets_(sheets) {}

  /// `place`: where it is likely to be.
  const Sheet* Find(std::string_view key, std::size_t place) {
    if (place < sheets_.size() && sheets_[place].key == key) return &sheets_[place];
    return Find(key);
  }
  const Sheet* Find(std::string_view key) {
    if (index_.empty()) {
      for (const Sheet& sheet : sheets_) index_.emplace(sheet.key, &sheet);
    }
    const auto found = index_.find(key);
    return found == index_.end() ? nullptr : found->second;
  }

 private:
  const std::vector<Sheet>& sheets_;
  std::unordered_map<std::string_view, const Sheet*> index_;
};

SpecChange About(const Sheet& sheet) {
  SpecChange change;
  change.subjects = {sheet.subject};
  if (!sheet.site.empty()) change.sites = {sheet.site};
  change.part = sheet.part;
  change.sheet = sheet.key;
  return change;
}

/// `place`: where it is likely to stand.
const Fact* Find(const Sheet& sheet, std::string_view attribute, std::size_t place) {
  if (place < sheet.facts.size() && sheet.facts[place].attribute == attribute) return &sheet.facts[place];
  for (const Fact& fact : sheet.facts) {
    if (fact.attribute == attribute) return &fact;
  }
  return nullptr;
}

std::string TextOf(const Fact* fact) {
  if (fact == nullptr) return {};
  return fact->open ? std::string(kLeftToVendor) : fact->text;
}

bool BothExact(const Fact& before, const Fact& now) { return !before.exact.empty() && !now.exact.empty(); }

bool SaysTheSame(const Fact& before, const Fact& now) {
  if (BothExact(before, now)) return before.exact == now.exact;
  return before.text == now.text && before.open == now.open && before.amount == now.amount &&
         before.comparator == now.comparator;
}

/// The same words, that come to something else: what changed is what they follow.
bool Follows(const Fact& before, const Fact& now) { return BothExact(before, now) && before.text == now.text; }

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
  } else if (any.sense == Sense::kEditorial || any.sense == Sense::kName) {
    change.what = ClassOf(any, any, sheet.recovery);
  } else if (sheet.recovery && any.sense != Sense::kOwn) {
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
  const Fact *old = Find(before, fact.detail_of, 0), *today = Find(now, fact.detail_of, 0);
  return old == nullptr || today == nullptr || !SaysTheSame(*old, *today);
}

void CompareFacts(const Sheet& before, const Sheet& now, std::vector<SpecChange>& changes) {
  for (std::size_t i = 0; i < now.facts.size(); ++i) {
    const Fact& fact = now.facts[i];
    const Fact* old = Find(before, fact.attribute, i);
    if ((old != nullptr && SaysTheSame(*old, fact)) || IsMoot(before, now, fact)) continue;
    const bool follows = old != nullptr && Follows(*old, fact);
    changes.push_back(follows ? Following(now, *old, fact) : Changed(now, old, &fact));
  }
  for (std::size_t i = 0; i < before.facts.size(); ++i) {
    const Fact& fact = before.facts[i];
    if (Find(now, fact.attribute, i) == nullptr && !IsMoot(before, now, fact))
      changes.push_back(Changed(now, &fact, nullptr));
  }
}

bool TellsTheSame(const SpecChange& a, const SpecChange& b) {
  return a.code == b.code && a.part == b.part && a.attribute == b.attribute;
}

/// Changes of what is in force somewhere, and behind them those of what is only declared.
class Told {
 public:
  explicit Told(std::vector<SpecChange>& changes) : changes_(changes), first_(changes.size()) {}

  void Compare(const Sheet& before, const Sheet& now) { CompareFacts(before, now, now.unless_told ? late_ : changes_); }
  void Add(SpecChange change) { changes_.push_back(std::move(change)); }
  void Finish() {
    const auto told_end = static_cast<std::ptrdiff_t>(changes_.size());
    for (SpecChange& late : late_) {
      const auto begin = changes_.begin() + static_cast<std::ptrdiff_t>(first_), end = changes_.begin() + told_end;
      if (std::none_of(begin, end, [&](const SpecChange& one) { return TellsTheSame(one, late); }))
        changes_.push_back(std::move(late));
    }
  }

 private:
  std::vector<SpecChange>& changes_;
  std::size_t first_;
  std::vector<SpecChange> late_;
};

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

std::set<std::string> SetOf(const Fact& fact, std::string_view separator) {
  const std::vector<std::string> parts = PartsOf(std::string_view(fact.text), separator);
  return {parts.begin(), parts.end()};
}

bool Includes(const std::set<std::string>& all, const std::set<std::string>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

ChangeClass ClassOfNames(const Fact& before, const Fact& now) {
  const auto was = SetOf(before, ", "), is = SetOf(now, ", ");
  return Judge(Includes(is, was), Includes(was, is));
}

ChangeClass ClassOfChoice(const Fact& before, const Fact& now) {
  const auto was = SetOf(before, " or "), is = SetOf(now, " or ");
  return Judge(Includes(was, is), Includes(is, was));
}

}  // namespace

ChangeClass ClassOf(const Fact& before, const Fact& now, bool recovery) {
  if (now.sense == Sense::kEditorial) return ChangeClass::kEditorial;
  if (now.sense == Sense::kName) return ChangeClass::kMoves;
  if (!recovery || now.sense == Sense::kOwn) return ChangeClass::kChanged;
  if (before.open != now.open) return now.open ? ChangeClass::kLoosens : ChangeClass::kTightens;
  if (now.sense == Sense::kAmount) return Judge(Range(before).Contains(Range(now)), Range(now).Contains(Range(before)));
  if (now.sense == Sense::kNames) return ClassOfNames(before, now);
  if (now.sense == Sense::kChoice) return ClassOfChoice(before, now);
  return ChangeClass::kChanged;
}

SpecChange NewThing(const Sheet& sheet) {
  SpecChange change = About(sheet);
  change.code = sheet.is_new;
  change.what = ChangeClass::kNew;
  change.description = sheet.description;
  change.now_span = sheet.span;
  return change;
}

SpecChange GoneThing(const Sheet& sheet) {
  SpecChange change = About(sheet);
  change.code = sheet.is_gone;
  change.what = ChangeClass::kWithdrawn;
  change.description = sheet.description;
  change.before_span = sheet.span;
  return change;
}

void SetApart(std::vector<Sheet>& sheets) {
  std::unordered_map<std::string, std::size_t> seen;
  seen.reserve(sheets.size());
  for (Sheet& sheet : sheets) {
    const std::size_t times = ++seen[sheet.key];
    if (times > 1) sheet.key += fmt::format("/{}", times);
  }
}

void CompareSheets(const std::vector<Sheet>& before, const std::vector<Sheet>& now, std::vector<SpecChange>& changes,
                   const HasKey& had, const HasKey& has) {
  Keyed old(before), today(now);
  Told told(changes);
  const auto goes_with_its_owner = [](const Sheet& sheet, Keyed& other, const HasKey& elsewhere) {
    if (sheet.owner.empty() || other.Find(sheet.owner) != nullptr) return false;
    return !elsewhere || !elsewhere(sheet.owner);
  };
  for (std::size_t i = 0; i < now.size(); ++i) {
    const Sheet& sheet = now[i];
    if (const Sheet* counterpart = old.Find(sheet.key, i)) {
      told.Compare(*counterpart, sheet);
    } else if (sheet.is_new.number != 0 && !goes_with_its_owner(sheet, old, had)) {
      told.Add(NewThing(sheet));
    }
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Sheet& sheet = before[i];
    if (today.Find(sheet.key, i) != nullptr) continue;
    if (sheet.is_gone.number != 0 && !goes_with_its_owner(sheet, today, has)) told.Add(GoneThing(sheet));
  }
  told.Finish();
}

}  // namespace hotsite::diff
