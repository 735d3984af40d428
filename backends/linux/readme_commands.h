// The numbered commands of a Linux system's README: to apply, to check, to go back. Used by readme.cpp.
#pragma once

#include "backends/linux/readme.h"
#include "backends/steps.h"

namespace hotsite::backends::linux_guest {

void WriteApply(const ReadmeInput& readme, const Commands& commands, Steps& steps);
void WriteChecks(const ReadmeInput& readme, Steps& steps);
void WriteBack(const ReadmeInput& readme, const Commands& commands, Steps& steps);

}  // namespace hotsite::backends::linux_guest
