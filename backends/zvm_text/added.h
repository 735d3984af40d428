// What the files for a vendor's z/VM add to it, read from their text, so that the lists of what must not exist before
// and must be gone afterwards can't miss a statement. Used by the annex and its undo list.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

/// Names, each in the order of the files.
struct Added {
  std::vector<std::string> profiles;
  std::vector<std::string> users;  // USER and IDENTITY entries
  std::vector<std::string> subconfigs;
  std::vector<std::string> vswitches;
  std::vector<std::string> lans;
  std::vector<std::string> volumes;  // attached to SYSTEM
};

Added AddedBy(const std::vector<HostFile>& files);

}  // namespace hotsite::backends::zvm_text
