#include "compiler/diff/row_links.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>

#include "compiler/diff/change_codes.h"

namespace hotsite::diff {
namespace {

using requirements::Category;
using requirements::Requirement;

using Sections = std::uint32_t;
constexpr Sections In(std::initializer_list<Category> categories) {
  Sections sections = 0;
  for (const Category category : categories) sections |= 1u << static_cast<unsigned>(category);
  return sections;
}
constexpr Sections kEverywhere = ~Sections{0};

/// The sections that a change of a topic reaches, in the order of the topics.
constexpr Sections kSections[kTopics] = {
    kEverywhere,
    In({Category::kProcessors, Category::kMemory, Category::kExpandedStorage, Category::kChannels}),
    In({Category::kOsa, Category::kHiperSockets, Category::kChannels, Category::kNetwork, Category::kVirtualSwitches,
        Category::kConsoles, Category::kDisk}),
    In({Category::kNetwork, Category::kOsa, Category::kHiperSockets, Category::kVirtualSwitches}),
    In({Category::kDisk, Category::kTape, Category::kChannels}),
    In({Category::kDisk, Category::kSoftware}),
    kEverywhere,
    kEverywhere,
    0,  // what is accepted or required in a spec isn't asked of the vendor
    0,
};

/// The very figure that a change is about: by the first and the last part of a row's key, the last one empty where it
/// is a name. Other rows of the same thing don't change with it.
struct Figure {
  Code code;
  std::string_view first, last;
};
constexpr Figure kFigures[] = {
    {codes::kLevelChanged, "place", "levels"},
    {codes::kProcessors, "cpu", "count"},
    {codes::kSharing, "cpu", "dedicated"},
    {codes::kMemory, "mem", "central"},
};

/// How closely a change speaks of a row.
enum Closeness : std::uint8_t { kFigure, kThingInSection, kThing, kWords, kNot };

/// The key without the site and the number that tells two rows of one key apart.
std::string_view Bare(std::string_view key) { return key.substr(0, key.find_first_of("@#")); }

bool IsFigure(const SpecChange& change) {
  return !change.attribute.empty() && std::any_of(std::begin(kFigures), std::end(kFigures), [&](const Figure& figure) {
    return figure.code.number == change.code.number;
  });
}

Closeness ByFigure(const SpecChange& change, const Requirement& row, Closeness otherwise) {
  if (!IsFigure(change)) return otherwise;
  const std::string_view key = Bare(row.key);
  const std::string_view first = key.substr(0, key.find('/')), last = key.substr(key.rfind('/') + 1);
  const bool is = std::any_of(std::begin(kFigures), std::end(kFigures), [&](const Figure& figure) {
    return figure.code.number == change.code.number && figure.first == first &&
           (figure.last.empty() || figure.last == last);
  });
  return is ? kFigure : kNot;
}

/// Calls `visit` for the parts between any of `separators`.
template <class Visit>
void EachPart(std::string_view text, std::string_view separators, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::set<std::string_view> WordsOf(const Requirement* row) {
  std::set<std::string_view> words;
  if (row != nullptr) EachPart(row->sentence, " ,.;:()", [&](std::string_view word) { words.insert(word); });
  return words;
}

/// The names in a row's key, and its subject.
std::set<std::string_view> ThingsOf(const RowChange& change) {
  std::set<std::string_view> names;
  const auto add = [&](std::string_view name) { names.insert(name); };
  for (const Requirement* row : {change.before, change.now}) {
    if (row == nullptr) continue;
    add(row->subject);
    const std::size_t start = row->key.find('/');
    if (start == std::string::npos) continue;
    EachPart(std::string_view(row->key).substr(start), "/@#", add);
    EachPart(std::string_view(row->key).substr(start), "/@#.", add);
  }
  return names;
}

/// The words in which a row differs from its earlier self.
std::set<std::string_view> DifferenceOf(const RowChange& change) {
  const auto before = WordsOf(change.before), now = WordsOf(change.now);
  std::set<std::string_view> words;
  std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                std::inserter(words, words.end()));
  return words;
}

/// `0600` of `nic 0600`, `UPLINK` of `osa UPLINK`.
std::string_view NameIn(std::string_view part) { return part.substr(part.rfind(' ') + 1); }

/// LNX1 of VMPROD.LNX1: where two systems have one name, rows say it either way.
std::string_view OwnName(std::string_view subject) { return subject.substr(subject.rfind('.') + 1); }

using Rows = std::vector<std::size_t>;
using Index = std::unordered_map<std::string_view, Rows>;

class Linker {
 public:
  Linker(const RequestChanges& request, const SiteNames& vendor_sites)
      : request_(request), vendor_sites_(vendor_sites), closest_(request.rows.size(), kNot) {
    for (std::size_t i = 0; i < request.rows.size(); ++i) {
      for (const std::string_view name : ThingsOf(request.rows[i])) by_thing_[name].push_back(i);
      for (const std::string_view word : DifferenceOf(request.rows[i])) by_word_[word].push_back(i);
    }
  }

  /// All rows that a change may speak of, with how closely; remembers which change is the closest to each row.
  std::map<std::size_t, Closeness> Reach(const SpecChange& change) {
    std::map<std::size_t, Closeness> reached;
    if (!IsAsked(change)) return reached;
    std::vector<std::string_view> names(change.subjects.begin(), change.subjects.end());
    if (!change.part.empty() && by_thing_.contains(NameIn(change.part))) names = {NameIn(change.part)};
    for (const std::string_view name : names) {
      for (const Index* index : {&by_thing_, &by_word_}) {
        auto rows = index->find(name);
        if (rows == index->end()) rows = index->find(OwnName(name));
        if (rows == index->end()) continue;
        for (const std::size_t row : rows->second) Note(change, row, index == &by_word_, reached);
      }
    }
    return reached;
  }

  Closeness Closest(std::size_t row) const { return closest_[row]; }

 private:
  bool IsAsked(const SpecChange& change) const {
    return change.sites.empty() || std::any_of(change.sites.begin(), change.sites.end(),
                                               [&](const std::string& site) { return vendor_sites_.contains(site); });
  }

  void Note(const SpecChange& change, std::size_t at, bool by_word, std::map<std::size_t, Closeness>& reached) {
    const Requirement& row = request_.rows[at].any();
    const bool here = row.site.empty() || change.sites.empty() ||
                      std::find(change.sites.begin(), change.sites.end(), row.site) != change.sites.end();
    const Sections sections = kSections[static_cast<std::size_t>(TopicOf(change.code))];
    if (!here || (sections >> static_cast<unsigned>(row.category) & 1u) == 0) return;
    const Closeness by_thing = sections == kEverywhere ? kThing : kThingInSection;
    const Closeness closeness = by_word ? (IsFigure(change) ? kNot : kWords) : ByFigure(change, row, by_thing);
    if (closeness == kNot) return;
    Closeness& known = reached.emplace(at, closeness).first->second;
    known = std::min(known, closeness);
    closest_[at] = std::min(closest_[at], closeness);
  }

  const RequestChanges& request_;
  const SiteNames& vendor_sites_;
  Index by_thing_, by_word_;
  std::vector<Closeness> closest_;
};

}  // namespace

std::vector<std::vector<std::size_t>> LinkRows(const RequestChanges& request, const SiteNames& vendor_sites,
                                               const std::vector<SpecChange>& changes) {
  Linker linker(request, vendor_sites);
  std::vector<std::map<std::size_t, Closeness>> reached;
  reached.reserve(changes.size());
  for (const SpecChange& change : changes) reached.push_back(linker.Reach(change));
  std::vector<Rows> linked(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    for (const auto& [row, closeness] : reached[i]) {
      if (closeness == linker.Closest(row)) linked[i].push_back(row);
    }
  }
  return linked;
}

}  // namespace hotsite::diff
