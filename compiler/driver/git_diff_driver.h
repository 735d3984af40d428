// `hotsite diff --git`: git's diff program for `.dr` files, so that `git diff` and `git show` tell what a change means.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/commands.h"

namespace hotsite::driver {

/// `words` are what git passes (git(1), GIT_EXTERNAL_DIFF): PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE,
/// and of a renamed file NEW-PATH and a remark; of one with merge conflicts only PATH. Prints what the file changes in
/// each spec that it is a part of; where that can't be told, why not, and how its text differs. Else than for wrong
/// words the exit code is 0: git stops at any other.
int RunGitDiff(const std::vector<std::string>& words, bool colour, Streams streams);

}  // namespace hotsite::driver
