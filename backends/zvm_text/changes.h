// CHANGES.txt: what differs between home and the recovery site, with boxes to tick when it is changed and when it is
// changed back.
#pragma once

#include "backends/zvm_text/host_file.h"
#include "backends/zvm_text/site_values.h"

namespace hotsite::backends::zvm_text {

/// A statement whose value isn't that of home.
struct Change {
  SiteValue here;    // what must stand there at the recovery site; value "-" when it must not stand there
  std::string home;  // "-" when home doesn't have it
};

struct Changes {
  std::vector<Change> all;  // in the order of the files
  std::size_t same = 0;     // how many values are as at home
  bool at_home = false;     // whether home has it at all; otherwise every value is a change
};

Changes ChangesOf(const Host& host);

HostFile WriteChanges(const Host& host, const Changes& changes);

}  // namespace hotsite::backends::zvm_text
