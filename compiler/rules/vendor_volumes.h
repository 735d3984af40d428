// The part of HS2502 that speaks of the vendor's own z/VM.
#pragma once

#include "compiler/model/rule.h"

namespace hotsite::rules {

/// One finding for each z/VM of ours at a recovery site whose volumes have labels that the installation of a vendor's
/// z/VM there gives to its own.
void TellVendorVolumes(const model::Model& model, model::RuleReporter& report);

}  // namespace hotsite::rules
