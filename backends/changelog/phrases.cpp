#include "backends/changelog/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compiler/diff/relation.h"
#include "compiler/support/name_ranges.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::changelog {
namespace {

using diff::ChangeClass;

/// Fewer names than this are all told.
constexpr std::size_t kFewNames = 4;
/// So many ranges of names are told of more.
constexpr std::size_t kToldRanges = 3;
/// Lists of at least so many parts are told by what comes and goes.
constexpr std::size_t kLongList = 4;
/// Longer texts are told by the part that differs.
constexpr std::size_t kLongText = 80;
constexpr std::string_view kNotSaid = "not said";

std::string Told(const NameRange& range) {
  return range.count == 1 ? range.first : fmt::format("{} to {}", range.first, range.last);
}

/// The parts of `all` that aren't among `others`, in their order.
std::vector<std::string> Only(const std::vector<std::string>& all, const std::vector<std::string>& others) {
  const std::set<std::string_view> known(others.begin(), others.end());
  std::vector<std::string> only;
  for (const std::string& one : all) {
    if (!known.contains(one)) only.push_back(one);
  }
  return only;
}

/// `A, B and 12 as in the other`: what is common isn't repeated.
std::string ListInShort(const std::vector<std::string>& own, std::size_t common) {
  if (own.empty()) return fmt::format("{} of these", common);
  return fmt::format("{} and {} others", AllNames(own), common);
}

/// Of two long lists with much in common only what comes and goes.
bool ShortenLists(BeforeNow& both) {
  const std::vector<std::string> before = diff::PartsOf(both.before, ", "), now = diff::PartsOf(both.now, ", ");
  if (std::min(before.size(), now.size()) < kLongList) return false;
  const std::vector<std::string> gone = Only(before, now), come = Only(now, before);
  const std::size_t common = now.size() - come.size();
  if (common < kLongList || gone.size() + come.size() == 0) return false;
  both.before = ListInShort(gone, before.size() - gone.size());
  both.now = ListInShort(come, common);
  return true;
}

/// Drops the words that both begin with, when there are many.
void ShortenTexts(BeforeNow& both) {
  if (std::max(both.before.size(), both.now.size()) <= kLongText) return;
  std::size_t same = 0, word = 0;
  while (same < std::min(both.before.size(), both.now.size()) && both.before[same] == both.now[same]) {
    if (both.before[same] == ' ') word = same + 1;
    ++same;
  }
  if (word < kLongText / 2) return;
  both.before = "… " + both.before.substr(word);
  both.now = "… " + both.now.substr(word);
}

std::string Joined(const std::string& first, const std::string& second) {
  return first + (first.empty() || second.empty() ? "" : " ") + second;
}

std::string Aside(std::string_view words, const std::string& aside) {
  return aside.empty() ? std::string(words) : fmt::format("{} ({})", words, aside);
}

/// `CHPIDs: at least 2`
std::string Named(const std::string& attribute, const std::string& value) {
  return attribute + (attribute.empty() ? "" : ": ") + Clipped(value, 2 * kLongText);
}

/// A new row of the request that asks a question has no value yet.
std::string NewValue(const diff::SpecChange& change) {
  if (change.now == "asked") return "asks: " + change.attribute;
  return Named(change.attribute, change.now);
}

}  // namespace

Nouns::Nouns(const model::Model& before, const model::Model& now) {
  Add(now);
  Add(before);
}

void Nouns::Add(const model::Model& model) {
  for (const model::System& system : model.systems)
    by_name_.emplace(system.name, system.is_linux() && system.parent.valid() ? "guests" : "systems");
  for (const model::Machine& machine : model.machines) by_name_.emplace(machine.name, "machines");
  for (const model::Network& network : model.networks) by_name_.emplace(network.name, "networks");
  for (const model::Site& site : model.sites) by_name_.emplace(site.name, "sites");
}

std::string_view Nouns::Of(const std::vector<std::string>& subjects) const {
  std::string_view noun;
  for (const std::string& subject : subjects) {
    auto found = by_name_.find(subject);
    // Two systems of one name are told apart by their hypervisor's: VMPROD.LNX1.
    if (found == by_name_.end()) found = by_name_.find(std::string_view(subject).substr(subject.rfind('.') + 1));
    if (found == by_name_.end()) return {};
    if (noun.empty() || noun == found->second) {
      noun = found->second;
      continue;
    }
    const auto is_system = [](std::string_view word) { return word == "guests" || word == "systems"; };
    if (!is_system(noun) || !is_system(found->second)) return {};
    noun = "systems";
  }
  return noun;
}

std::string AllNames(const std::vector<std::string>& names) {
  std::vector<std::string> told;
  for (const NameRange& range : NameRangesOf(names)) told.push_back(Told(range));
  return fmt::format("{}", fmt::join(told, ", "));
}

std::string NamesInShort(const std::vector<std::string>& names, std::string_view noun) {
  if (names.size() < kFewNames) return JoinWords(names);
  const std::string count = noun.empty() ? fmt::format("{}", names.size()) : fmt::format("{} {}", names.size(), noun);
  const std::vector<NameRange> ranges = NameRangesOf(names);
  std::vector<std::string> told;
  std::size_t left = names.size();
  for (std::size_t i = 0; i < std::min(ranges.size(), kToldRanges); ++i) {
    told.push_back(Told(ranges[i]));
    left -= ranges[i].count;
  }
  if (left > 0) told.push_back(fmt::format("{} more", left));
  return fmt::format("{} ({})", count, JoinWords(told));
}

std::string Who(const diff::SpecChange& change, const Nouns& nouns) {
  std::string who = NamesInShort(change.subjects, nouns.Of(change.subjects));
  const bool several = change.subjects.size() > 1;
  if (!change.part.empty()) who += fmt::format("{} {}", several ? ":" : ",", change.part);
  if (!change.sites.empty())
    who += fmt::format("{} at {}", change.part.empty() ? "" : ",", NamesInShort(change.sites, "sites"));
  return Clipped(who, 4 * kLongText);
}

BeforeNow Shortened(const diff::SpecChange& change) {
  BeforeNow both{Clipped(change.before, std::string::npos), Clipped(change.now, std::string::npos)};
  if (!ShortenLists(both)) ShortenTexts(both);
  const auto say = [](const std::string& text) {
    return text.empty() ? std::string(kNotSaid) : Clipped(text, 2 * kLongText);
  };
  return {say(both.before), say(both.now)};
}

std::string Happened(const diff::SpecChange& change) {
  if (change.before.empty() && change.now.empty()) {
    const std::string what = Clipped(change.description, 4 * kLongText);
    if (change.code == diff::codes::kPlacedNewly) return Aside("runs there now", what);
    if (change.code == diff::codes::kPlacedNoMore) return Aside("no longer runs there", "was " + what);
    return Joined(change.attribute, what);
  }
  if (change.what == ChangeClass::kNew && change.before.empty()) return NewValue(change);
  if (change.what == ChangeClass::kWithdrawn && change.now.empty()) return Named(change.attribute, change.before);
  const BeforeNow both = Shortened(change);
  if (change.what == ChangeClass::kMoves && change.attribute.empty())
    return fmt::format("renamed, was {}", both.before);
  return Joined(change.attribute, fmt::format("{} → {}", both.before, both.now));
}

std::string Clipped(std::string_view text, std::size_t most) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  if (line.size() <= most || CountCodePoints(line) <= most) return line;
  std::size_t at = 0;
  for (std::size_t i = 1; i < most; ++i) at += std::max<std::size_t>(CodePointBytes(line, at), 1);
  return line.substr(0, at) + "…";
}

}  // namespace hotsite::backends::changelog
