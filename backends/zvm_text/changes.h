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

/// Nothing can be changed before IPL 1, whose disks are as they were restored, but what was changed at home before the
/// backup; the rest is changed between IPL 1 and IPL 2; behind IPL 2 guests read their entries when they log on.
struct Changes {
  std::vector<Change> before;  // at home, before the backup; may stay for ever
  std::vector<Change> placed;  // new files and lines that bring `all` into force; none where nothing differs
  std::vector<Change> all;     // values, in the order of the files
  std::size_t same = 0;        // how many values are as at home
  bool at_home = false;        // whether home has it at all; otherwise every value is a change

  /// Whether a value of the file differs.
  bool In(std::string_view file) const;
  /// The prefix of MAC addresses that CP has here and not at home; empty where there is none or it is home's.
  std::string NewMacPrefix() const;
};

Changes ChangesOf(const Host& host);

HostFile WriteChanges(const Host& host, const Changes& changes);

}  // namespace hotsite::backends::zvm_text
