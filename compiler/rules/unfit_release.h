// The two halves of HS2006, each in a file of its own: what is out of service, and what doesn't run on its machine.
#pragma once

#include "compiler/model/rule.h"

namespace hotsite::rules {

/// Releases and distributions whose service ends before the test begins.
void TellOutOfService(const model::Model& model, model::RuleReporter& report);

/// Releases and distributions that don't run on the machine they are placed on, and OSA features that it can't have.
void TellWrongGeneration(const model::Model& model, model::RuleReporter& report);

}  // namespace hotsite::rules
