// Names that differ in their number alone, as one.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "compiler/driver/show.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kLeast = 3;  // two names are read faster than a run of two

// `LNXTST` of `LNXTST12`; the whole name when it ends in no digit.
std::string_view Stem(std::string_view name) {
  const std::size_t last = name.find_last_not_of("0123456789");
  return name.substr(0, last + 1);
}

}  // namespace

std::vector<Run> FoldNames(const std::vector<std::string>& names, const std::vector<std::string>& likeness) {
  std::vector<Run> groups;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view stem = Stem(names[i]);
    const auto [group, is_new] = known.emplace(std::pair(stem, std::string_view(likeness[i])), groups.size());
    if (is_new || stem.size() == names[i].size()) {
      group->second = groups.size();
      groups.push_back({{i}, {}});
    } else {
      groups[group->second].members.push_back(i);
    }
  }
  std::vector<Run> runs;
  for (Run& group : groups) {
    if (group.members.size() >= kLeast) {
      group.name = fmt::format("{} … {}", names[group.members.front()], names[group.members.back()]);
      runs.push_back(std::move(group));
      continue;
    }
    for (const std::size_t member : group.members) runs.push_back({{member}, names[member]});
  }
  return runs;
}

}  // namespace hotsite::driver
