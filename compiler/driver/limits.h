// The limits of what is read, with the numbers that the program itself uses, for the manual.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compiler/diagnostics/diagnostic.h"

namespace hotsite::driver {

struct Limit {
  std::string_view what;    // "files of a spec"
  std::uint64_t most = 0;   // still read
  std::string_view unit;    // "bytes", "characters"; empty: as `what` says
  Code code;                // of the finding; 0: none
  std::string_view beyond;  // what happens then, half a sentence
};

/// In the order in which a spec meets them.
std::span<const Limit> AllLimits();

/// `64 MiB`, `3,000,000`.
std::string Shown(const Limit& limit);

}  // namespace hotsite::driver
