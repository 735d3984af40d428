// One generated file of a z/VM, before it has a folder. Made by the writers of this folder and of zvm/; the vendor's
// annex prints the same text.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host.h"

namespace hotsite::backends::zvm_text {

struct HostFile {
  std::string name;  // USER.DIRECT
  std::string text;
  std::vector<OpenPlace> open;
};

/// What ours and the vendor's z/VM both get: USER.DIRECT, SYSTEM.CONFIG, SYSTEM.DRLAST (ours), CONTROLLERS.txt,
/// DRSTART.EXEC, profiles of new controllers. Files that would hold nothing are left out.
std::vector<HostFile> SharedFiles(const Host& host);

/// The open places of several files, in order.
std::vector<OpenPlace> OpenPlacesOf(const std::vector<HostFile>& files);

}  // namespace hotsite::backends::zvm_text
