// How two texts differ, line by line, in the form that `diff -u` and git print.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hotsite {

struct UnifiedDiff {
  std::string text;       // hunks: `@@ -3,7 +3,7 @@`, then lines behind a blank, `-` or `+`; no file headers
  std::size_t lines = 0;  // of `text`, had nothing been left out
  std::size_t left_out = 0;
};

/// At most `most` lines, of the hunks that come first. Where the texts differ in more than a few thousand lines the
/// middle is told as one block, which isn't the shortest way but true. Lines are printed as they are: control
/// characters are the caller's to make harmless.
UnifiedDiff CompareLines(std::string_view before, std::string_view now, std::size_t most, std::size_t context = 3);

}  // namespace hotsite
