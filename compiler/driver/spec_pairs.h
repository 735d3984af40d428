// Which two specs `hotsite diff` compares: two files, two folders, or one of them at two revisions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/spec_source.h"

namespace hotsite::driver {

struct SpecPair {
  SpecSource before, now;
  std::vector<std::string> remarks;  // how the older one was found, where that isn't plain
};

struct SpecPairs {
  std::vector<SpecPair> pairs;
  std::vector<std::string> remarks;  // specs of folders that have no counterpart, a sentence each
};

/// Pairs what the command line names: OLD and NEW. Nothing, and a sentence in `problem`, when one isn't there.
std::optional<SpecPairs> PairNamed(const std::string& before, const std::string& now, std::string* problem);

/// A spec and what it was at the revision of `then`: itself, else the file that it was renamed from, else the spec of
/// the ledger's last revision that was there; a remark says which, unless it is itself.
std::optional<SpecPair> PairWith(const SpecSource& now, SpecSource then, std::string* problem);

/// Pairs a spec or folder with itself at `revision`. A spec that wasn't there then is compared with the file that it
/// was renamed from, else with the spec of the ledger's last revision that was there; a remark says so.
std::optional<SpecPairs> PairAgainst(const std::string& now, const std::string& revision, std::string* problem);

}  // namespace hotsite::driver
