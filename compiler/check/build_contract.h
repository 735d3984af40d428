// A `contract` statement -> model::Contract.
#pragma once

#include "compiler/check/entry.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/contract.h"

namespace hotsite::check {

model::Contract ContractOf(const Entry& entry, Reporter& reporter);

}  // namespace hotsite::check
