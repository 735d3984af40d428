#include "compiler/rules/engines.h"

namespace hotsite::rules {

std::vector<EngineType> EnginesFor(const model::System& system) {
  if (system.is_zos()) return {EngineType::kCp};
  if (system.is_coupling()) return {EngineType::kIcf, EngineType::kCp};
  return {EngineType::kIfl, EngineType::kCp};
}

}  // namespace hotsite::rules
