// Reads a spec's files from the disk.
#pragma once

#include "compiler/check/source_provider.h"

namespace hotsite::driver {

class DiskSources : public check::SourceProvider {
 public:
  std::optional<std::string> Read(const std::string& path, std::string* problem) override;
  bool Has(const std::string& path) override;
};

}  // namespace hotsite::driver
