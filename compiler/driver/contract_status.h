// What `hotsite check --contract` prints behind the findings: how far the request is agreed, section by section, and
// the rows that aren't.
#pragma once

#include <cstddef>
#include <string>

#include "compiler/contract/answers.h"

namespace hotsite::driver {

struct StatusOptions {
  bool colour = false;
  std::size_t most = 100;  // rows of each kind that are listed; the rest is counted
};

/// 80 columns wide.
std::string ContractStatus(const contract::Answers& answers, const StatusOptions& options);

}  // namespace hotsite::driver
