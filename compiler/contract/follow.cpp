#include "compiler/contract/follow.h"

#include <array>
#include <map>
#include <string>

namespace hotsite::contract {
namespace {

/// `*` stands for one part of a key, the same in both. A follower that ends in `/` means all keys that begin so.
struct Link {
  std::string_view leader, follower;
  bool partly;  // also where something else is offered, not only where there is nothing
};

constexpr std::array kLinks{
    Link{"place/*/kind", "place/*/levels", true},
    Link{"place/*/kind", "place/*/mode", true},
    Link{"place/*/kind", "cpu/*/weight", true},
    Link{"place/*/kind", "cpu/*/capping", true},
    Link{"place/*/kind", "weight/*", true},
    Link{"hipersockets/*/members", "hipersockets/*/", false},
    Link{"hipersockets/*/members", "frame/*", false},
    Link{"hipersockets/*/members", "devices/*/", false},
    Link{"osa/*/chpids", "osa/*/", false},
    Link{"osa/*/chpids", "devices/*/", false},
    Link{"channel/*/chpids", "channel/*/", false},
    Link{"channel/*/chpids", "devices/*/", false},
    Link{"consoles/*/count", "consoles/*", false},
    Link{"consoles/sessions", "consoles/access", false},
    Link{"coupling/*/links", "coupling/*/chpids", false},
    Link{"restore/*", "restore/*/drive", false},
};

/// `place/VMPROD/kind@second` without its site, which both keys have.
struct Key {
  std::string_view body, site;
};

Key SplitSite(std::string_view key) {
  const std::size_t last = key.rfind('/');
  const std::size_t at = key.find('@', last == std::string_view::npos ? 0 : last);
  if (at == std::string_view::npos) return {key, {}};
  return {key.substr(0, at), key.substr(at)};
}

/// What `*` stands for where the key fits the pattern; nothing where it doesn't.
std::optional<std::string_view> Match(std::string_view pattern, std::string_view key) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return key == pattern ? std::optional(std::string_view()) : std::nullopt;
  const std::string_view before = pattern.substr(0, star), behind = pattern.substr(star + 1);
  if (!key.starts_with(before)) return {};
  key.remove_prefix(before.size());
  const std::size_t end = std::min(key.find('/'), key.size());
  const std::string_view rest = key.substr(end);
  const bool fits = behind == "/" ? rest.size() > 1 : rest == behind;
  return fits ? std::optional(key.substr(0, end)) : std::nullopt;
}

bool IsRefused(const RowAnswer& row) {
  return StandingOf(row.status) == Standing::kRefused || row.status == Status::kAccepted;
}

bool IsGone(const RowAnswer& row) {
  return !row.value || row.value->nothing || (row.value->text.empty() && row.value->devices.empty());
}

/// The refused leaders: by pattern, by what `*` stands for with the site, the row's position.
using Leaders = std::map<std::pair<std::size_t, std::string>, std::size_t>;

Leaders LeadersOf(const Answers& answers) {
  Leaders leaders;
  for (std::size_t i = 0; i < answers.rows.size(); ++i) {
    const RowAnswer& row = answers.rows[i];
    if (row.row == nullptr || !IsRefused(row)) continue;
    const Key key = SplitSite(row.row->key);
    for (std::size_t link = 0; link < kLinks.size(); ++link) {
      const auto subject = Match(kLinks[link].leader, key.body);
      if (subject && (kLinks[link].partly || IsGone(row)))
        leaders.emplace(std::pair(link, std::string(*subject) + std::string(key.site)), i);
    }
  }
  return leaders;
}

}  // namespace

void FollowRefusals(Answers& answers) {
  const Leaders leaders = LeadersOf(answers);
  if (leaders.empty()) return;
  for (std::size_t i = 0; i < answers.rows.size(); ++i) {
    RowAnswer& row = answers.rows[i];
    if (row.row == nullptr || StandingOf(row.status) == Standing::kAgreed) continue;
    const Key key = SplitSite(row.row->key);
    for (std::size_t link = 0; link < kLinks.size() && !row.with; ++link) {
      const auto subject = Match(kLinks[link].follower, key.body);
      if (!subject) continue;
      const auto leader = leaders.find({link, std::string(*subject) + std::string(key.site)});
      if (leader == leaders.end() || leader->second == i) continue;
      row.with = leader->second;
      RowAnswer& refused = answers.rows[leader->second];
      refused.followers.push_back(i);
      if (refused.status != Status::kAccepted) continue;
      row.status = Status::kAccepted;
      row.accepted = refused.accepted;
    }
  }
}

}  // namespace hotsite::contract
