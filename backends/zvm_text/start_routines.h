// The fixed parts of AUTOLOG1 EXEC and DRSTART EXEC: their routines, REXX text of at most 80 columns. CP is reached in
// one of them only.
#pragma once

#include <string_view>

#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

/// Writes the routines that `steps` call, and those that they call, each behind an empty line.
void WriteRoutines(TextWriter& out, std::string_view steps);

}  // namespace hotsite::backends::zvm_text
