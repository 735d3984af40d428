// Machine models by what people call them.
#pragma once

#include <string_view>

#include "compiler/model/facts.h"

namespace hotsite::model {

/// Whether `text` means this machine: its name in the library (z10_ec), its title (IBM System z10 EC) or its type
/// number (2097, 2097-E26).
bool IsCalled(const MachineModel& model, std::string_view text);

}  // namespace hotsite::model
