// Who has volumes in common: a z/VM with its guests, or all members of a single system image; else each system for
// itself.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::model {

/// One directory and the volumes that it speaks of.
using VolumeScope = std::pair<bool, std::uint32_t>;  // whether it is a cluster's, and its or the system's index

class VolumeScopes {
 public:
  explicit VolumeScopes(const Model& model) : model_(model) {
    for (std::uint32_t i = 0; i < model.clusters.size(); ++i) {
      for (const Reference& member : model.clusters[i].members) clusters_.try_emplace(member.system, i);
    }
  }

  /// That of the hypervisor that a guest is declared in, else the system's own.
  VolumeScope Of(const System& system) const {
    if (system.cluster.valid()) return {true, system.cluster.index};
    const SystemId top = system.parent.valid() ? system.parent : model_.IdOf(system);
    const auto cluster = clusters_.find(top);
    return cluster == clusters_.end() ? VolumeScope{false, top.index} : VolumeScope{true, cluster->second};
  }

 private:
  const Model& model_;
  std::map<SystemId, std::uint32_t> clusters_;
};

/// A volume of a scope.
using VolumeKey = std::pair<VolumeScope, std::string>;

}  // namespace hotsite::model
