// One statement of SYSTEM CONFIG with its node qualifier and its continuation commas. A forgotten comma ends a
// statement early and the rest is read as a new one (zvm-bootcamp course: HCPSYK6700E), so this is the only place that
// writes them.
#pragma once

#include <string>
#include <vector>

#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

/// Writes `node: first,` and the operands one to a line, a comma behind all but the last. An empty node writes no
/// qualifier.
void WriteConfigStatement(TextWriter& out, const std::string& node, const std::string& first,
                          const std::vector<std::string>& operands);

}  // namespace hotsite::backends::zvm_text
