#include "compiler/driver/source_paths.h"

#include <filesystem>
#include <system_error>

#include "compiler/driver/pipeline.h"

namespace hotsite::driver {
namespace {

namespace fs = std::filesystem;

/// Without links in the folders; that the file itself is one is git's business. Unchanged where the disk says no.
fs::path Real(const fs::path& path) {
  std::error_code failed;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const fs::path real = fs::weakly_canonical(fs::absolute(folder, failed), failed);
  return failed ? path : real / path.filename();
}

/// The nearest folder above that has a `.git`: a folder, or a file in a work tree beside the repository.
std::string RepositoryOf(const fs::path& file) {
  std::error_code failed;
  for (fs::path folder = file.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / ".git", failed)) return folder.string();
    if (folder == folder.parent_path()) break;
  }
  return {};
}

}  // namespace

SourcePaths::SourcePaths(const std::string& root, const std::string& spec, const SourceMap& sources)
    : root_(root.empty() ? RepositoryOf(Real(spec)) : Real(fs::path(root) / "").parent_path().string()) {
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceFile& file = sources.Get(FileId{i});
    if (!IsStandardModule(file)) own_[file.path()] = Of(file.path());
  }
}

std::optional<std::string> SourcePaths::Find(const SourceFile& file) const {
  const auto found = own_.find(file.path());
  return found == own_.end() ? std::nullopt : std::optional(found->second);
}

std::string SourcePaths::Of(const std::string& path) const {
  const std::string given = fs::path(path).lexically_normal().generic_string();
  if (root_.empty()) return given;
  const fs::path relative = Real(path).lexically_relative(root_);
  const bool outside = relative.empty() || *relative.begin() == "..";
  return outside ? given : relative.generic_string();
}

}  // namespace hotsite::driver
