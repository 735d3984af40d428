// Affected files in few lines: by folder, and folders of which there are many as one.
#pragma once

#include <string>
#include <vector>

#include "backends/changelog/changelog.h"
#include "backends/changelog/phrases.h"

namespace hotsite::backends::changelog {

struct FileGroup {
  std::string folder;  // zvm/VMPROD; `.`: at the top
  std::string what;    // `CHANGES.txt, USER.DIRECT; new: PROFILE.EXEC`; `14 guests (LNXWAS1 to LNXWAS14), 56 files`
};

/// `files` are in the order of their paths.
std::vector<FileGroup> GroupFiles(const std::vector<AffectedFile>& files, const Nouns& nouns);

/// `71 files: 68 changed, 2 new, 1 gone`; `12 files changed`.
std::string CountFiles(const std::vector<AffectedFile>& files);

}  // namespace hotsite::backends::changelog
