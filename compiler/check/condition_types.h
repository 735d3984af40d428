// Gives every part of a condition its type: finds the properties of the kind that is judged, and reports what can't be
// compared.
#pragma once

#include "compiler/check/build_context.h"
#include "compiler/model/constraint.h"

namespace hotsite::check {

/// Fills `condition` for things of `kind`. False when it is wrong, which has been reported once.
bool CheckTypes(BuildContext& context, model::Condition& condition, model::Kind kind);

}  // namespace hotsite::check
