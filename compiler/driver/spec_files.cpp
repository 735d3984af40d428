#include "compiler/driver/spec_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace hotsite::driver {

namespace fs = std::filesystem;

std::optional<FileProblem> ListSpecFiles(const std::string& path, std::vector<std::string>* files) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return {};
  files->clear();
  std::error_code error;
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    const bool is_file = at->symlink_status(ignored).type() == fs::file_type::regular;
    if (!hidden && is_file && at->path().extension() == ".dr") files->push_back(at->path().string());
  }
  std::sort(files->begin(), files->end());
  if (error) return FileProblem{path, "can't be read: " + error.message()};
  return {};
}

}  // namespace hotsite::driver
