#include "compiler/driver/disk_sources.h"

#include <filesystem>
#include <system_error>

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

bool DiskSources::Has(const std::string& path) {
  // A link that leads nowhere is there; where even that can't be found out, Read says why.
  std::error_code ignored;
  return std::filesystem::symlink_status(path, ignored).type() != std::filesystem::file_type::not_found;
}

}  // namespace hotsite::driver
