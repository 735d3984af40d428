// Typed statements -> model: names resolved, systems placed at every site, carriers found, device numbers dealt out.
#pragma once

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"

namespace hotsite::check {

/// The model of a spec. Names that can't be resolved go to `reporter`, once each; what they concern is left out.
model::Model BuildModel(Elaborated spec, Reporter& reporter);

}  // namespace hotsite::check
