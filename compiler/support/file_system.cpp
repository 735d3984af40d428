#include "compiler/support/file_system.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace hotsite {

namespace fs = std::filesystem;

FileProblem SystemProblem(const std::string& path, std::string_view what) { return SystemProblem(path, what, errno); }

FileProblem SystemProblem(const std::string& path, std::string_view what, int error) {
  std::string reason = std::generic_category().message(error);
  if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  return {path, fmt::format("{}: {}", what, reason)};
}

FolderAndName SplitPath(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

std::optional<FileProblem> MakeFolders(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return SystemProblem(path, "can't be made", error.value());
  return std::nullopt;
}

std::optional<FileProblem> WriteAll(int fd, std::string_view text, const std::string& path) {
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return SystemProblem(path, "can't be written");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return std::nullopt;
}

std::optional<FileProblem> WriteNewFile(const std::string& path, std::string_view text, mode_t mode,
                                        const std::string& shown) {
  const FileDescriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!file.ok()) return SystemProblem(shown, "can't be made");
  return WriteAll(file.get(), text, shown);
}

std::optional<FileProblem> SyncPath(const std::string& path) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return SystemProblem(path, "can't be opened to sync it");
  // Some file systems have nothing to sync and say EINVAL.
  if (fsync(file.get()) != 0 && errno != EINVAL) return SystemProblem(path, "can't be brought to the disk");
  return std::nullopt;
}

std::optional<FileProblem> SyncTree(const std::string& folder, const std::vector<std::string>& files) {
  // A hundred thousand single syncs take minutes; one of the whole file system doesn't.
  constexpr std::size_t kFewFiles = 256;
  if (files.size() > kFewFiles) {
    const FileDescriptor root(open(folder.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY));
    if (!root.ok() || syncfs(root.get()) != 0) return SystemProblem(folder, "can't be brought to the disk");
    return std::nullopt;
  }
  for (const std::string& file : files) {
    if (auto problem = SyncPath(fmt::format("{}/{}", folder, file))) return problem;
  }
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->symlink_status(ignored).type() != fs::file_type::directory) continue;
    if (auto problem = SyncPath(at->path().string())) return problem;
  }
  if (error) return SystemProblem(folder, "can't be read", error.value());
  return SyncPath(folder);
}

std::optional<FileProblem> ListFolder(const std::string& folder, std::vector<std::string>* names) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    names->push_back(at->path().filename().string());
  }
  if (error) return SystemProblem(folder, "can't be read", error.value());
  std::sort(names->begin(), names->end());
  return std::nullopt;
}

void TakeOver(const std::string& path, const struct stat& old) {
  // Owner first: changing it clears some mode bits. Only root may give files away, so failing is no problem.
  if (chown(path.c_str(), old.st_uid, old.st_gid) != 0) errno = 0;
  if (chmod(path.c_str(), old.st_mode & 07777) != 0) errno = 0;
}

std::optional<FileProblem> RemoveTree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (!error) return std::nullopt;
  // A folder without write permission keeps its entries: grant it all the way down, then try once more.
  std::error_code ignored;
  const auto grant = [&ignored](const fs::path& folder) {
    fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, ignored);
  };
  grant(path);
  for (fs::recursive_directory_iterator at(path, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (at->symlink_status(ignored).type() == fs::file_type::directory) grant(at->path());
  }
  error.clear();
  fs::remove_all(path, error);
  if (error) return SystemProblem(path, "can't be removed", error.value());
  return std::nullopt;
}

}  // namespace hotsite
