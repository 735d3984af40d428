// 2007, 2008 and 2009 as three commits of one spec in a scratch repository, and what `hotsite diff` tells of each: the
// files of tests/acceptance/pull_request. Compared by pull_request_test, rewritten by update_goldens.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace hotsite::acceptance {

/// Where the files are checked in.
std::filesystem::path StoryFolder();

/// By name (`2008.md`), as they are now. Empty when git or Hotsite failed.
std::map<std::string, std::string> TellStory();

}  // namespace hotsite::acceptance
