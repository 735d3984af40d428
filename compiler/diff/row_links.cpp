#include "compiler/diff/row_links.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

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

/// The only rows that a change touches, where its topic's sections would say too much: by the first and the last part
/// of their keys, the last one empty where it is a name.
struct Narrow {
  Code code;
  std::string_view first, last;
};
constexpr Narrow kNarrow[] = {
    {codes::kProcessors, "cpu", "count"},
    {codes::kSharing, "cpu", "dedicated"},
    {codes::kMemory, "mem", "central"},
};

/// The key without the site and the number that tells two rows of one key apart.
std::string_view Bare(std::string_view key) { return key.substr(0, key.find_first_of("@#")); }

bool IsNarrowed(const SpecChange& change, const Requirement& row) {
  if (change.attribute.empty()) return false;
  const std::string_view key = Bare(row.key);
  bool listed = false;
  for (const Narrow& narrow : kNarrow) {
    if (narrow.code.number != change.code.number) continue;
    listed = true;
    const bool first = key.substr(0, key.find('/')) == narrow.first;
    if (first && (narrow.last.empty() || key.substr(key.rfind('/') + 1) == narrow.last)) return false;
  }
  return listed;
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

/// What a row is about: the names in its key, and the words in which it differs from its earlier self.
std::set<std::string_view> NamesOf(const RowChange& change) {
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
  const auto before = WordsOf(change.before), now = WordsOf(change.now);
  std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                std::inserter(names, names.end()));
  return names;
}

/// `0600` of `nic 0600`, `UPLINK` of `osa UPLINK`.
std::string_view NameIn(std::string_view part) { return part.substr(part.rfind(' ') + 1); }

/// LNX1 of VMPROD.LNX1: where two systems have one name, rows say it either way.
std::string_view OwnName(std::string_view subject) { return subject.substr(subject.rfind('.') + 1); }

}  // namespace

RowLinks::RowLinks(const RequestChanges& request, const std::set<std::string, std::less<>>& vendor_sites)
    : request_(request), vendor_sites_(vendor_sites) {
  for (std::size_t i = 0; i < request.rows.size(); ++i) {
    for (const std::string_view name : NamesOf(request.rows[i])) by_name_[name].push_back(i);
  }
}

bool RowLinks::IsAsked(const SpecChange& change) const {
  return change.sites.empty() || std::any_of(change.sites.begin(), change.sites.end(),
                                             [&](const std::string& site) { return vendor_sites_.contains(site); });
}

std::vector<std::size_t> RowLinks::RowsOf(const SpecChange& change) const {
  if (!IsAsked(change)) return {};
  const Sections sections = kSections[static_cast<std::size_t>(TopicOf(change.code))];
  std::set<std::size_t> rows;
  const auto add = [&](std::string_view name) {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return false;
    for (const std::size_t i : found->second) {
      const Requirement& row = request_.rows[i].any();
      const bool here = row.site.empty() || change.sites.empty() ||
                        std::find(change.sites.begin(), change.sites.end(), row.site) != change.sites.end();
      const bool in_section = (sections >> static_cast<unsigned>(row.category) & 1u) != 0;
      if (here && in_section && !IsNarrowed(change, row)) rows.insert(i);
    }
    return true;
  };
  if (!change.part.empty() && add(NameIn(change.part))) return {rows.begin(), rows.end()};
  for (const std::string& subject : change.subjects) {
    if (!add(subject)) add(OwnName(subject));
  }
  return {rows.begin(), rows.end()};
}

}  // namespace hotsite::diff
