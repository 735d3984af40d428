// Which files of a folder are specs of their own, and which only parts of others.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compiler/check/source_provider.h"

namespace hotsite::driver {

/// A file that no other uses, with a `recovery` in it or in one that it uses.
struct RootSpec {
  std::string path;
  std::set<std::string> uses;  // the paths of all files that it is made of, its own too; not the standard library's
};

/// The specs among `paths`, in that order. Files are only read, not judged: one with mistakes counts too.
std::vector<RootSpec> FindRoots(const std::vector<std::string>& paths, check::SourceProvider& files);

}  // namespace hotsite::driver
