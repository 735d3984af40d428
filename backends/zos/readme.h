// README.txt of a z/OS system at a site: first whether anything differs from home, then what goes where, how to check,
// how to go back, what waits for the vendor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/zos/stack_plan.h"

namespace hotsite::backends::zos {

struct ReadmeInput {
  const BuildInput& input;
  const model::Placement& placement;
  const StackPlan& plan;
  bool trle = false;  // TRLE.VTAMLST stands beside it
  /// Statement lines that only home has (`- `) and only this site (`+ `); nothing where the system has no place at
  /// home.
  const std::optional<std::vector<std::string>>& differences;
};

std::string WriteReadme(const ReadmeInput& readme);

}  // namespace hotsite::backends::zos
