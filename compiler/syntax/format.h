// The one style of `.dr` files. Only blanks, line ends and `;` change: the words, their order and the comments stay.
#pragma once

#include <optional>
#include <string>

#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"

namespace hotsite::syntax {

/// A file of `sources` in the one style; its errors and nothing when its syntax is wrong. Formatting the result changes
/// nothing more.
std::optional<std::string> Format(const SourceMap& sources, FileId file, Reporter& reporter);

}  // namespace hotsite::syntax
