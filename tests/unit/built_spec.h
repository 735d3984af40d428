// The files that backends make of a spec in memory.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "backends/backend.h"
#include "tests/unit/checked.h"

namespace hotsite {

struct BuiltSpec {
  Checked checked;
  std::map<std::string, backends::Artifact> files;  // by path; none where the spec has errors
};

/// By the backends that `only` names (`zvm linux`), all if it is empty. A rule's error is none here: what is written
/// then is of interest too.
BuiltSpec BuildSpec(std::string text, std::string_view only = {});

}  // namespace hotsite
