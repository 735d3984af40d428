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
    In({Category::kPlacement, Category::kProcessors, Category::kMemory, Category::kExpandedStorage, Category::kChannels,
        Category::kSoftware}),
    In({Category::kOsa, Category::kHiperSockets, Category::kChannels, Category::kNetwork, Category::kVirtualSwitches,
        Category::kConsoles, Category::kDisk}),
    In({Category::kNetwork, Category::kOsa, Category::kHiperSockets, Category::kVirtualSwitches}),
    In({Category::kDisk, Category::kTape, Category::kChannels, Category::kSchedule}),
    In({Category::kDisk, Category::kNetwork}),
    kEverywhere,
    kEverywhere,
    0,  // what is accepted or required in a spec isn't asked of the vendor
    0,
};

/// The very figure that a change is about: by the first and the last part of a row's key, the last one empty where it
/// is a name. No other rows of the same thing change with it; with two empty ones none does.
struct Figure {
  Code code;
  std::string_view first, last;
};
constexpr Figure kFigures[] = {
    {codes::kLevelChanged, "place", "levels"},
    {codes::kProcessors, "cpu", "count"},
    {codes::kProcessors, "processors", ""},
    {codes::kSharing, "cpu", "dedicated"},
    {codes::kMemory, "mem", "central"},
    {codes::kMemory, "memory", ""},
    {codes::kEngines, "cpu", "type"},
    {codes::kEngines, "cpu", "speed"},
    {codes::kMaximumMemory, "mem", "maximum"},
    {codes::kMaximumMemory, "maximum", ""},
    {codes::kExpandedStorage, "xst", ""},
    {codes::kExpandedStorage, "xstore", ""},
    {codes::kShare, "", ""},
    {codes::kOvercommit, "", ""},
    {codes::kMachineModel, "place", "model"},
    {codes::kMachineModel, "model", ""},
    {codes::kMachineModel, "software", "model"},
    {codes::kMachineEngines, "cpu", ""},
    {codes::kMachineEngines, "engines", ""},
    {codes::kMachineMemory, "mem", "machine"},
    {codes::kCapacitySetting, "cpu", "capacity"},
    {codes::kCapacitySetting, "capacity", ""},
    {codes::kSerialNumber, "software", "serial"},
    {codes::kSerialNumber, "serial", ""},
    {codes::kWeight, "cpu", "weight"},
    {codes::kWeight, "weight", ""},
    {codes::kCapping, "cpu", "capping"},
    {codes::kChannelPaths, "osa", "chpids"},
    {codes::kChannelPaths, "osa", "features"},
    {codes::kChannelPaths, "chpids", ""},
    {codes::kChannelPaths, "fcp", ""},
    {codes::kChannelPaths, "ficon", ""},
    {codes::kFrameSize, "hipersockets", "frame"},
    {codes::kFrameSize, "frame", ""},
    {codes::kDeviceNumbers, "devices", ""},
    {codes::kCryptoDomains, "crypto", ""},
    {codes::kCryptoType, "crypto", ""},
    {codes::kConsoles, "consoles", ""},
    {codes::kVolumes, "disk", ""},
    {codes::kVolumeModel, "disk", ""},
    {codes::kVolumeDevices, "disk", "devices"},
    {codes::kScsiPath, "wwpn", ""},
    {codes::kScsiPath, "lun", ""},
    {codes::kBackup, "", ""},
    {codes::kRestore, "restore", ""},
    {codes::kObjective, "objective", ""},
    {codes::kTapeDrives, "tape", ""},
    {codes::kReplication, "replication", ""},
    {codes::kStartOrder, "", ""},
    {codes::kIpl, "", ""},
    {codes::kAutolog, "", ""},
    {codes::kNeeds, "external", ""},
    {codes::kLoadAddress, "load", ""},
    {codes::kLoadParameter, "load_parameter", ""},
    {codes::kLoadParameter, "load", "parameter"},
    {codes::kGateway, "net", "gateway"},
    {codes::kGateway, "gateway", ""},
    {codes::kNameServers, "dns", ""},
    {codes::kNetworkDomain, "domain", ""},
    {codes::kMtu, "net", "mtu"},
    {codes::kMtu, "mtu", ""},
    {codes::kVlan, "net", "vlan"},
    {codes::kVlan, "vlan", ""},
    {codes::kConnectedHome, "net", "home"},
    {codes::kControllers, "vsw", ""},
    {codes::kControllers, "controllers", ""},
    {codes::kLanType, "vsw", ""},
    {codes::kPrimaryRouter, "vsw", ""},
    {codes::kLanNetworks, "vsw", ""},
    {codes::kLanNetworks, "devices", ""},
    {codes::kUplinks, "vsw", ""},
    {codes::kUplinks, "devices", ""},
    {codes::kNewLan, "vsw", ""},
    {codes::kNewLan, "devices", ""},
    {codes::kLanGone, "vsw", ""},
    {codes::kLanGone, "devices", ""},
    {codes::kRealDevice, "", ""},
    {codes::kNewNic, "devices", ""},
    {codes::kNicGone, "devices", ""},
    {codes::kAttachment, "devices", ""},
    {codes::kNewGrant, "devices", ""},
    {codes::kNewGrant, "osa", "reach"},
    {codes::kGrantGone, "devices", ""},
    {codes::kGrantGone, "osa", "reach"},
    {codes::kChannelReach, "osa", "reach"},
    {codes::kChannelReach, "hipersockets", "members"},
    {codes::kChannelNetworks, "net", ""},
    {codes::kOsaFeature, "osa", "features"},
    {codes::kNode, "", ""},
    {codes::kTimeZone, "software", "timezone"},
    {codes::kTier, "", ""},
    {codes::kPurpose, "", ""},
};

/// Rows of the agreement, whatever thing they are about: by the first part of their key, and the last one if not empty.
constexpr Figure kAnyThing[] = {
    {codes::kTestWindow, "schedule", "begin"},
    {codes::kTestWindow, "schedule", "end"},
    {codes::kTestWindow, "schedule", "ready"},
    {codes::kReady, "schedule", "ready"},
    {codes::kAnswersDue, "schedule", "answers"},
    {codes::kMilestone, "milestone", ""},
    {codes::kContacts, "contact", ""},
    {codes::kRemoteAccess, "consoles", "sessions"},
    {codes::kRemoteAccess, "consoles", "access"},
    {codes::kProducts, "product", ""},
    {codes::kHmcAccess, "consoles", "hmc"},
};

/// How closely a change speaks of a row.
enum Closeness : std::uint8_t { kWord, kFigure, kThingInSection, kThing, kWords, kNot };

/// The key without the site and the number that tells two rows of one key apart.
std::string_view Bare(std::string_view key) { return key.substr(0, key.find_first_of("@#")); }

bool Fits(const Figure& figure, std::string_view key) {
  const std::string_view first = key.substr(0, key.find('/')), last = key.substr(key.rfind('/') + 1);
  return figure.first == first && (figure.last.empty() || figure.last == last);
}

bool IsOf(const Figure& figure, const SpecChange& change) { return figure.code == change.code; }

bool IsFigure(const SpecChange& change) {
  return std::any_of(std::begin(kFigures), std::end(kFigures),
                     [&](const Figure& figure) { return IsOf(figure, change); });
}

Closeness ByFigure(const SpecChange& change, const Requirement& row, Closeness otherwise) {
  if (!IsFigure(change)) return otherwise;
  const bool is = std::any_of(std::begin(kFigures), std::end(kFigures), [&](const Figure& figure) {
    return IsOf(figure, change) && Fits(figure, Bare(row.key));
  });
  return is ? kFigure : kNot;
}

bool ChangesSites(const SpecChange& change) {
  return change.code == codes::kNewSite || change.code == codes::kSiteGone || change.code == codes::kSiteRole;
}

/// A row that goes with a change whatever thing it is about. With a second site each row names its own.
bool GoesWithout(const SpecChange& change, const RowChange& row) {
  if (ChangesSites(change))
    return row.before != nullptr && row.now != nullptr && row.before->site.empty() != row.now->site.empty();
  return std::any_of(std::begin(kAnyThing), std::end(kAnyThing),
                     [&](const Figure& figure) { return IsOf(figure, change) && Fits(figure, Bare(row.any().key)); });
}

bool MayGoWithout(const SpecChange& change) {
  return ChangesSites(change) || std::any_of(std::begin(kAnyThing), std::end(kAnyThing),
                                             [&](const Figure& figure) { return IsOf(figure, change); });
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
    if (start >= Bare(row->key).size()) continue;
    EachPart(Bare(row->key).substr(start), "/", add);
    EachPart(Bare(row->key).substr(start), "/.", add);
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
    ReachByNames(change, reached);
    if (!MayGoWithout(change)) return reached;
    for (std::size_t row = 0; row < request_.rows.size(); ++row) {
      if (GoesWithout(change, request_.rows[row])) Keep(change, row, kFigure, reached);
    }
    return reached;
  }

  Closeness Closest(std::size_t row) const { return closest_[row]; }

 private:
  bool IsAsked(const SpecChange& change) const {
    if (ChangesSites(change)) return vendor_sites_.contains(change.subjects.front());
    return change.sites.empty() || std::any_of(change.sites.begin(), change.sites.end(),
                                               [&](const std::string& site) { return vendor_sites_.contains(site); });
  }

  void ReachByNames(const SpecChange& change, std::map<std::size_t, Closeness>& reached) {
    std::vector<std::string_view> names(change.subjects.begin(), change.subjects.end());
    if (!change.part.empty() && by_thing_.contains(NameIn(change.part))) {
      if (ReachOfBoth(change, reached)) return;
      names = {NameIn(change.part)};
    }
    if (change.code == codes::kChannelNetworks || change.code == codes::kNewChannel ||
        change.code == codes::kChannelGone) {  // a network that is joined by it gets rows of its own
      for (const std::string_view text :
           {std::string_view(change.before), std::string_view(change.now), std::string_view(change.description)})
        EachPart(text, " ,", [&](std::string_view network) { names.push_back(network); });
    }
    for (const std::string_view name : names) {
      for (const Index* index : {&by_thing_, &by_word_}) {
        auto rows = index->find(name);
        if (rows == index->end()) rows = index->find(OwnName(name));
        if (rows == index->end()) continue;
        for (const std::size_t row : rows->second) Note(change, row, index == &by_word_, reached);
      }
    }
  }

  /// Device numbers of an OSA in one system: what names both. False where nothing does.
  bool ReachOfBoth(const SpecChange& change, std::map<std::size_t, Closeness>& reached) {
    const std::set<std::string_view> subjects(change.subjects.begin(), change.subjects.end());
    for (const std::size_t row : by_thing_.at(NameIn(change.part))) {
      const std::set<std::string_view> things = ThingsOf(request_.rows[row]);
      const bool both = std::any_of(things.begin(), things.end(),
                                    [&](const std::string_view thing) { return subjects.contains(thing); });
      if (both) Note(change, row, false, reached);
    }
    return !reached.empty();
  }

  void Note(const SpecChange& change, std::size_t at, bool by_word, std::map<std::size_t, Closeness>& reached) {
    const Requirement& row = request_.rows[at].any();
    const bool here = row.site.empty() || change.sites.empty() ||
                      std::find(change.sites.begin(), change.sites.end(), row.site) != change.sites.end();
    const Sections sections = kSections[static_cast<std::size_t>(TopicOf(change.code))];
    if (!here || (sections >> static_cast<unsigned>(row.category) & 1u) == 0) return;
    const Closeness by_thing = sections == kEverywhere ? kThing : kThingInSection;
    const Closeness closeness = by_word ? (IsFigure(change) ? kNot : kWords) : ByFigure(change, row, by_thing);
    if (closeness != kNot) Keep(change, at, closeness, reached);
  }

  void Keep(const SpecChange& change, std::size_t row, Closeness closeness, std::map<std::size_t, Closeness>& reached) {
    if (closeness == kFigure && request_.rows[row].any().attribute == change.attribute) closeness = kWord;
    Closeness& known = reached.emplace(row, closeness).first->second;
    known = std::min(known, closeness);
    closest_[row] = std::min(closest_[row], closeness);
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
