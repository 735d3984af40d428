#include "compiler/driver/disk_sources.h"

#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"

namespace hotsite::driver {

std::optional<std::string> DiskSources::Read(const std::string& path, std::string* problem) {
  std::string text;
  if (const auto failure = ReadFile(path, kMaxSourceBytes, &text)) {
    *problem = failure->what;
    return {};
  }
  return text;
}

}  // namespace hotsite::driver
