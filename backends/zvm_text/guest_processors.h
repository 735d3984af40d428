// What a guest's directory entry says of processors: MACHINE, CPU, SHARE, and COMMAND where they must be of another
// type than those that the z/VM gives by itself.
#pragma once

#include "backends/zvm_text/guest_entry.h"

namespace hotsite::backends::zvm_text {

/// Adds the statements to `entry.general`, and a remark where the spec wants what no statement can say.
void AddProcessors(GuestEntry& entry, const Host& host, const model::Placement& guest, OpenPlaces& open);

/// SHARE RELATIVE 200, SHARE ABSOLUTE 12.5% LIMITHARD (operands as of SET SHARE, which the statement mirrors: CP
/// Commands and Utilities Reference).
std::string ShareStatement(const model::Share& share);

}  // namespace hotsite::backends::zvm_text
