#include "backends/changelog/site_pairs.h"

#include <algorithm>

namespace hotsite::backends::changelog {
namespace {

const model::Site* Find(const model::Model& model, const model::Site& like) {
  const auto found = std::find_if(model.sites.begin(), model.sites.end(), [&](const model::Site& site) {
    return site.name == like.name && site.recovery == like.recovery;
  });
  return found == model.sites.end() ? nullptr : &*found;
}

}  // namespace

std::vector<SitePair> PairSites(const model::Model& before, const model::Model& now) {
  const auto old = before.recovery_sites(), today = now.recovery_sites();
  const bool only = old.size() == 1 && today.size() == 1;
  const auto counterpart = [&](const model::Model& other, const model::Site& site, const model::Site* only_one) {
    return site.recovery && only ? only_one : Find(other, site);
  };
  std::vector<SitePair> pairs;
  for (const model::Site& site : now.sites)
    pairs.push_back({counterpart(before, site, only ? old[0] : nullptr), &site});
  for (const model::Site& site : before.sites) {
    if (counterpart(now, site, only ? today[0] : nullptr) == nullptr) pairs.push_back({&site, nullptr});
  }
  std::stable_partition(pairs.begin(), pairs.end(),
                        [](const SitePair& pair) { return (pair.now != nullptr ? pair.now : pair.before)->recovery; });
  return pairs;
}

}  // namespace hotsite::backends::changelog
