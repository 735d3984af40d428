// Which finding is which from run to run: by what it is about, not by where it stands or how it is worded.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/support/source_file.h"

namespace hotsite {

/// 32 hex digits for each finding, in their order, all different. Over the code, the `require` it is of, the file by
/// `path`, the systems that it is about and the words of its places without blanks and comments; of findings that have
/// all that in common, the first, the second … So it stays when lines are added above, when a file is formatted, when a
/// message gets other words and when other findings come or go. `path` gives nothing for a file of the standard
/// library, whose words count only where the finding itself stands. Where it gives an empty path for all others, a
/// finding also stays the same when its lines move to another file.
std::vector<std::string> Fingerprints(const std::vector<Diagnostic>& findings, const SourceMap& sources,
                                      const std::function<std::optional<std::string>(const SourceFile&)>& path);

}  // namespace hotsite
