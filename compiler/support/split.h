// Lists in one text, as tables and the command line write them: `human|json`, `request,zvm`.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace hotsite {

/// The parts between the separators, empty ones too; none of an empty text, and none behind a separator at its end.
inline std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace hotsite
