// Who issues a revision, when and why: what `hotsite issue` is told besides the spec.
#pragma once

#include <optional>
#include <string>

#include "compiler/driver/arguments.h"
#include "compiler/values/calendar.h"

namespace hotsite::driver {

struct IssueNote {
  Date day;
  std::string by;
  std::string why;
};

/// Reads --on, --by and --why. Without --on the day is that of SOURCE_DATE_EPOCH
/// (https://reproducible-builds.org/specs/source-date-epoch/), else today's. On what can't be used gives nothing, and
/// `problem` goes on from "hotsite issue: ".
std::optional<IssueNote> ReadIssueNote(const Arguments& arguments, std::string* problem);

}  // namespace hotsite::driver
