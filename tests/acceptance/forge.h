// A service that keeps the comments of a pull request, on 127.0.0.1 (tests/tools/fake_forge.py).
#pragma once

#include <string>

namespace hotsite::acceptance {

/// Shell text that starts one of the kind `open`, `fork`, `broken` or `list`, sets FORGE to its address and ends it
/// with the shell. In the folder, `state` has the comments, as a JSON list.
std::string StartForge(const std::string& folder, const std::string& kind);

}  // namespace hotsite::acceptance
