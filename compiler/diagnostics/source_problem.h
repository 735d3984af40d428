// The finding for a file whose bytes can't become a spec's text. Used by whoever reads files.
#pragma once

#include <string_view>

#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"

namespace hotsite {

/// `used_at`: the `use` that asks for the file; nowhere for one that is named on the command line.
void ReportSourceProblem(std::string_view path, const SourceProblem& problem, Span used_at, Reporter& reporter);

}  // namespace hotsite
