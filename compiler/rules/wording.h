// What the rules share in telling a finding: lists of names, equal findings gathered into one, home beside the recovery
// site.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/model.h"

namespace hotsite::rules {

/// How many names a message spells out before it counts the rest.
inline constexpr std::size_t kMostNames = 12;

/// "`A`", "`A`, `B` and `C`", "`A1` to `A8` and `B`", "`A`, … `L` and 9 more".
std::string Names(const std::vector<std::string>& names, std::size_t most = kMostNames);

/// For messages, which are to stay short: up to three names, else "21 systems".
std::string FewNames(const std::vector<std::string>& names, std::string_view plural = "systems");

/// "`A`" for one, "21 guests" for more.
std::string OneOrCount(const std::vector<std::string>& names, std::string_view plural);

/// Makes the finding one about all of these systems.
void AboutAll(Diagnostic& finding, const std::vector<std::string>& names);

/// A note that lists the names, when there are more than the message spells out.
void ListNames(Diagnostic& finding, const std::vector<std::string>& names, std::size_t spelt_out = 1);

/// The note under a finding that rests on a fact of the library: `source: …`, or that it has none for `what`, and what
/// to do then.
std::string SourceNote(std::string_view source, std::string_view what = "this", std::string_view then = "look it up");

/// How many names FewNames spells out.
inline constexpr std::size_t kFewNames = 3;

/// Where the system runs at home, seen from a recovery site; nothing for the home site itself, and for systems home
/// doesn't have.
const model::Placement* AtHome(const model::Model& model, const model::Placement& placement);

/// The placements at recovery sites of systems that home has too, site by site, each beside the one at home.
template <class Visit>
void ForEachBesideHome(const model::Model& model, Visit visit) {
  for (const model::Placement& here : model.placements) {
    if (const model::Placement* home = AtHome(model, here)) visit(here, *home);
  }
}

/// The name of the system that is placed.
const std::string& NameOf(const model::Model& model, model::PlacementId placement);

/// What orders places in the text.
using SpanKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
inline SpanKey KeyOf(Span span) { return {static_cast<std::uint32_t>(span.file), span.begin, span.end}; }

/// Whether a place is part of another one.
inline bool IsWithin(Span inner, Span outer) {
  return inner.file == outer.file && inner.begin >= outer.begin && inner.end <= outer.end;
}

/// Gathers findings that are one mistake: those with the same key (mostly a place in the text: a `for` or a profile
/// stands for many systems), in order of their first.
template <class Key, class T>
class Gathered {
 public:
  using Group = std::vector<T>;
  void Add(const Key& key, T item) {
    const auto [it, is_new] = index_.try_emplace(key, groups_.size());
    if (is_new) groups_.emplace_back();
    groups_[it->second].push_back(std::move(item));
  }
  const std::vector<Group>& groups() const { return groups_; }

 private:
  std::map<Key, std::size_t> index_;
  std::vector<Group> groups_;
};

/// Placements gathered by the place in the text that they share.
using PlacementsByPlace = Gathered<SpanKey, const model::Placement*>;

/// The names of the systems of such a group.
std::vector<std::string> NamesOf(const model::Model& model, const std::vector<const model::Placement*>& placements);

}  // namespace hotsite::rules
