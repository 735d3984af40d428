// Gateways that nobody can have (a part of HS2403): no system of the spec has the address, and the network doesn't
// leave the machine.
#pragma once

#include "compiler/model/rule.h"

namespace hotsite::rules {

void CheckNobodysGateways(const model::Model& model, model::RuleReporter& report);

}  // namespace hotsite::rules
