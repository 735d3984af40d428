// What depends on the site in a z/VM's files, as (file, statement) -> value: taken at home and at the recovery site,
// the two lists give the table of changes.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host.h"

namespace hotsite::backends::zvm_text {

struct SiteValue {
  std::string file;       // SYSTEM CONFIG
  std::string statement;  // VSW1 RDEV
  std::string value;      // 0600
  bool real = false;      // names real devices: changes from site to site by nature
};

/// The statement of SYSTEM CONFIG that home has too, of its own.
inline constexpr char kMacPrefixStatement[] = "VMLAN MACPREFIX";

/// In the order of the files and of the spec; each (file, statement) once.
std::vector<SiteValue> SiteValuesOf(const Host& host);

}  // namespace hotsite::backends::zvm_text
