// Files of a writer by path.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "backends/linux/writers.h"

namespace hotsite::testing {

using FileMap = std::map<std::string, backends::linux_guest::File>;

inline FileMap ByPath(std::vector<backends::linux_guest::File> files) {
  FileMap map;
  for (backends::linux_guest::File& file : files) {
    const std::string path = file.path;
    map.emplace(path, std::move(file));
  }
  return map;
}

/// The paths, sorted, one a line.
inline std::string PathsOf(const FileMap& files) {
  std::string paths;
  for (const auto& [path, file] : files) paths += path + "\n";
  return paths;
}

}  // namespace hotsite::testing
