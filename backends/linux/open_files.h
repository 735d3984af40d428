// Files that wait for the vendor, in folders whose readers take every file that is named as they expect.
#pragma once

#include <vector>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// `file` with those of `places` whose token stands in its text. If there is one, the file gets a name that no reader
/// looks for: OPEN-ifcfg-eth0 (they go by how a name begins), 51-qeth-OSA-002-0600.rules.OPEN (udev goes by its end).
File WaitingFor(const std::vector<OpenPlace>& places, File file);

/// The path that an open file has once the answers are in it.
std::string ClosedPath(const std::string& path);

/// The places that the routes of one file wait for.
std::vector<OpenPlace> OpenOf(const std::vector<const HostRoute*>& routes);

/// The places that the files of an interface wait for, those of its routes too.
std::vector<OpenPlace> OpenOf(const HostPlan& plan, const Interface& face, const std::vector<const HostRoute*>& routes);

}  // namespace hotsite::backends::linux_guest
