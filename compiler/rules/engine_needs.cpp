#include "compiler/rules/engine_needs.h"

#include <algorithm>

namespace hotsite::rules {

std::vector<EngineType> EnginesFor(const model::System& system) {
  if (system.is_zos()) return {EngineType::kCp};
  if (system.is_coupling()) return {EngineType::kIcf, EngineType::kCp};
  return {EngineType::kIfl, EngineType::kCp};
}

bool AllowsAny(const EngineChoice& choice, const std::vector<EngineType>& types) {
  return std::any_of(types.begin(), types.end(), [&](EngineType type) { return choice.Allows(type); });
}

bool MayHaveAny(const model::Machine& machine, const std::vector<EngineType>& types) {
  if (machine.engines.empty() || machine.engines_hole.valid()) return true;
  return std::any_of(machine.engines.begin(), machine.engines.end(), [&](const EngineCount& engines) {
    return engines.count > 0 && std::find(types.begin(), types.end(), engines.type) != types.end();
  });
}

}  // namespace hotsite::rules
