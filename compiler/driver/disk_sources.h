// Reads a spec's files from the disk.
#pragma once

#include <string>
#include <vector>

#include "compiler/check/source_provider.h"

namespace hotsite::driver {

class DiskSources : public check::SourceProvider {
 public:
  std::optional<std::string> Read(const std::string& path, std::string* problem) override;
  bool Has(const std::string& path) override;
};

/// The specs (`.dr`) in a folder, sorted; none when it can't be read. For messages: of a huge folder only some.
std::vector<std::string> SpecsIn(const std::string& folder);

/// `2009.dr, systems.dr and 3 more`, each in backticks; empty for none.
std::string ListOfSpecs(const std::vector<std::string>& specs);

}  // namespace hotsite::driver
