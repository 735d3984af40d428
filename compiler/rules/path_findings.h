// How a broken way is told (HS2415): the pairs that fail for one reason as one finding, at the place to repair.
#pragma once

#include <memory>
#include <vector>

#include "compiler/model/rule.h"
#include "compiler/rules/path_repair.h"
#include "compiler/rules/path_words.h"

namespace hotsite::rules {

/// One pair at one site, of which the first doesn't reach the second.
struct BrokenPair {
  const model::Reference* need = nullptr;  // where that it is needed is written
  model::PlacementId from;
  model::SystemId target;
  Reach reach;
};

/// Equal for pairs that one repair mends.
std::string MistakeOf(const model::Model& model, const BrokenPair& pair);

/// The ways of the sites, by SiteId; made for those where something is needed.
struct SitePaths {
  std::unique_ptr<Paths> paths;
  std::unique_ptr<PathRepair> repair;  // when the first finding there is told
};

/// Tells of pairs with one mistake.
void TellBrokenWay(const model::Model& model, const std::vector<BrokenPair>& pairs, std::vector<SitePaths>& sites,
                   model::RuleReporter& report);

}  // namespace hotsite::rules
