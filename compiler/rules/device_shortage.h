// The part of HS2303 that speaks of ranges too small for what is dealt from them.
#pragma once

#include "compiler/model/rule.h"

namespace hotsite::rules {

/// One finding for each range and partition that it runs out in.
void TellShortages(const model::Model& model, model::RuleReporter& report);

}  // namespace hotsite::rules
