// How the readers are run: in a scratch folder, with the fetched programs as shell functions. Used by the readers
// alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/readers/readers.h"
#include "tests/unit/scratch.h"

namespace hotsite::readers {

/// Runs shell text in the folder. In it: `s390x PROGRAM…` is one of s390-tools, `fetched PROGRAM…` another fetched
/// program by its path, `udev254 PROGRAM…` one of the newer udev. stdout is what was understood, stderr without the
/// `harmless` lines (those that hold one of these) are complaints.
Reading RunReader(const Scratch& scratch, const std::string& command,
                  const std::vector<std::string_view>& harmless = {});

/// `text` without the lines that hold one of `parts`.
std::string WithoutLines(std::string_view text, const std::vector<std::string_view>& parts);

}  // namespace hotsite::readers
