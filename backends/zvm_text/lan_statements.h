// DEFINE VSWITCH, MODIFY VSWITCH GRANT and DEFINE LAN of one vswitch or guest LAN (CP Planning and Administration,
// DEFINE VSWITCH). Used by system_config.cpp.
#pragma once

#include "backends/zvm_text/host.h"
#include "backends/zvm_text/open_places.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

/// The statements of the LAN `index` of the host.
void WriteLanStatements(TextWriter& out, const Host& host, std::size_t index, OpenPlaces& open);

}  // namespace hotsite::backends::zvm_text
