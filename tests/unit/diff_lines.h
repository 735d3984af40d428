// What is told between two specs in memory, a line for each change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/spec_changes.h"

namespace hotsite {

/// `HS7103 tightens LNX1, LNX2 at hotsite nic 0600 memory: 1 GiB -> 2 GiB`; of what is new or gone its description.
std::string LineOf(const diff::SpecChange& change);

/// The changes between two specs, whose texts stand without `hotsite 1`; the request has no say in them.
std::vector<diff::SpecChange> ChangesBetween(const std::string& before, const std::string& now);
/// The same as lines.
std::string LinesBetween(const std::string& before, const std::string& now);

/// `text` with `to` for `from`, which must stand in it once.
std::string Replaced(std::string text, std::string_view from, std::string_view to);

/// An edit of a spec, and what is told of it.
struct Edited {
  const char* from;
  const char* to;
  const char* told;
};
/// Makes each edit in `spec` and compares what is told.
void CheckEdits(const std::string& spec, const std::vector<Edited>& edits);

}  // namespace hotsite
