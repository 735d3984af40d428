// The fixed part of DRSTART EXEC: its routines. CP is reached in one of them only.
#pragma once

#include <string_view>

namespace hotsite::backends::zvm_text {

/// The routines behind the steps, REXX text of at most 80 columns.
extern const std::string_view kStartRoutines;

}  // namespace hotsite::backends::zvm_text
