#include "compiler/diff/group_changes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace hotsite::diff {
namespace {

/// Sites where a vendor provides say what a change means; at home it is only changed.
ChangeClass Stronger(ChangeClass a, ChangeClass b) { return a == ChangeClass::kChanged ? b : a; }

void Append(std::vector<std::string>& all, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// Puts `other`'s part in what follows to that of `kept`.
void AppendEffects(SpecChange& kept, SpecChange& other) {
  Append(kept.rows, std::move(other.rows));
  Append(kept.consequences, std::move(other.consequences));
  std::move(other.followers.begin(), other.followers.end(), std::back_inserter(kept.followers));
}

/// Sites are few, and a system may stand at one of them twice.
void AppendNew(std::vector<std::string>& all, std::vector<std::string> more) {
  for (std::string& one : more) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  }
}

/// One change for all with the same key; `merge(kept, other)` puts them together.
template <class KeyOf, class Merge>
std::vector<SpecChange> Together(std::vector<SpecChange> changes, KeyOf key_of, Merge merge) {
  std::vector<SpecChange> kept;
  kept.reserve(changes.size());
  std::map<decltype(key_of(changes.front())), std::size_t> first;
  for (SpecChange& change : changes) {
    const auto found = first.find(key_of(change));
    if (found != first.end()) {
      merge(kept[found->second], std::move(change));
      continue;
    }
    kept.push_back(std::move(change));
    first.emplace(key_of(kept.back()), kept.size() - 1);  // its key may refer to it: `kept` never moves
  }
  return kept;
}

auto WithoutSite(const SpecChange& one) {
  using View = std::string_view;
  return std::tuple(one.code, View(one.subjects.front()), View(one.part), View(one.attribute), View(one.before),
                    View(one.now), View(one.description));
}

auto WithoutSubject(const SpecChange& one) {
  using View = std::string_view;
  return std::tuple(one.code, one.what, one.sites, View(one.part), View(one.attribute), View(one.before), View(one.now),
                    View(one.description));
}

}  // namespace

std::vector<SpecChange> GroupChanges(std::vector<SpecChange> changes) {
  changes = Together(std::move(changes), WithoutSite, [](SpecChange& kept, SpecChange other) {
    kept.what = Stronger(kept.what, other.what);
    AppendNew(kept.sites, std::move(other.sites));
    AppendEffects(kept, other);
  });
  changes = Together(std::move(changes), WithoutSubject, [](SpecChange& kept, SpecChange other) {
    Append(kept.subjects, std::move(other.subjects));
    AppendEffects(kept, other);
  });
  SortByTopic(changes);
  return changes;
}

void SortByTopic(std::vector<SpecChange>& changes) {
  std::stable_sort(changes.begin(), changes.end(), [](const SpecChange& a, const SpecChange& b) {
    return std::pair(TopicOf(a.code), a.what) < std::pair(TopicOf(b.code), b.what);
  });
}

}  // namespace hotsite::diff
