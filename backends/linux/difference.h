// What differs between a system's files at home and at a site, file by file and line by line. Used by the README and
// the scripts.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

struct Difference {
  enum class Kind { kChanged, kOnlyHere, kOnlyAtHome };
  Kind kind = Kind::kChanged;
  std::string path;                // empty: values that are changed by hand
  std::vector<std::string> lines;  // kChanged: `- ` what goes, `+ ` what comes, in the order of the file
};

/// The files that differ byte for byte: those of `here` in their order, then those that only home has.
std::vector<Difference> Compare(const std::vector<File>& home, const std::vector<File>& here);

}  // namespace hotsite::backends::linux_guest
