// The `.dr` files that a path on the command line stands for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/support/atomic_output.h"

namespace hotsite::driver {

/// Where `path` is a folder, replaces `files` by the `.dr` files anywhere below it, sorted; hidden folders and symbolic
/// links are passed over. Any other path is left for whoever reads it. A folder that can't be read is a problem.
std::optional<FileProblem> ListSpecFiles(const std::string& path, std::vector<std::string>* files);

}  // namespace hotsite::driver
