// Judgement that the spec writes down: `accept HS2001 for VMPROD because "…" until 2008-01-31`.
#pragma once

#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"

namespace hotsite::check {

/// Passes the findings on, without those that are accepted, which the model keeps. An accept that silences nothing, or
/// that ended before the test begins, is reported itself.
void ApplyAcceptances(model::Model& model, Reporter& findings, Reporter& out);

}  // namespace hotsite::check
