// The first step of DRSTART EXEC: TCP/IP stack and VSWITCH controllers, and whether the vswitches then reach the
// outside. Used by start_exec.cpp.
#pragma once

#include "backends/zvm_text/host.h"
#include "backends/zvm_text/open_places.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

/// Whether there is anything to write.
bool HasNetworkStep(const Host& host);

/// The step with number 1.
void WriteNetworkStep(TextWriter& out, const Host& host, OpenPlaces& open);

/// Names as one string in a variable, six to a line, since a line has 80 columns: `after = 'A B'`, `after = after 'C'`.
void WriteNames(TextWriter& out, const std::string& variable, const std::vector<std::string>& names);

}  // namespace hotsite::backends::zvm_text
