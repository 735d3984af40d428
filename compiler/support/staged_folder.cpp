#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "compiler/support/atomic_output.h"
#include "compiler/support/carry_over.h"
#include "compiler/support/check.h"
#include "compiler/support/file_system.h"
#include "compiler/support/leftovers.h"

namespace hotsite {
namespace {

namespace fs = std::filesystem;

/// A relative path of plain segments: what keeps artifacts inside their folder.
bool IsPlainRelativePath(std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment.empty() || segment == "." || segment == "..") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

/// `folder` without slashes at its end, and with a name of its own instead of `.` or `..`.
std::optional<FileProblem> Normalise(std::string* folder) {
  if (folder->empty()) return FileProblem{*folder, "is an empty name; name a folder to write to"};
  const std::string written = *folder;
  while (folder->size() > 1 && folder->back() == '/') folder->pop_back();
  const std::string name = SplitPath(*folder).name;
  if (name == "." || name == "..") {
    std::error_code error;
    *folder = fs::canonical(*folder, error).string();
    if (error) return SystemProblem(written, "can't be read", error.value());
  }
  if (*folder == "/") return FileProblem{written, "is the root of the file system; name a folder in it"};
  return std::nullopt;
}

/// Whether the process stands in `folder` or below: the swap would leave it, and the user's shell, in the deleted tree.
bool HoldsCurrentFolder(const std::string& folder) {
  std::error_code error;
  const fs::path target = fs::canonical(folder, error);
  if (error) return false;
  const fs::path current = fs::current_path(error);
  if (error) return false;
  return std::mismatch(target.begin(), target.end(), current.begin(), current.end()).first == target.end();
}

/// Whether `folder` may be replaced; `exists` tells whether there is anything to replace.
std::optional<FileProblem> CheckTarget(const std::string& folder, bool* exists) {
  struct stat status{};
  *exists = lstat(folder.c_str(), &status) == 0;
  if (!*exists) return errno == ENOENT ? std::nullopt : std::optional(SystemProblem(folder, "can't be reached"));
  if (S_ISLNK(status.st_mode)) {
    std::error_code error;
    return FileProblem{folder, fmt::format("is a symbolic link; name the folder itself (`{}`)",
                                           fs::read_symlink(folder, error).string())};
  }
  if (!S_ISDIR(status.st_mode)) return FileProblem{folder, "is a file; the output needs a folder"};
  if (HoldsCurrentFolder(folder)) {
    return FileProblem{folder, "holds the current folder, which can't be replaced; name another, such as `out`"};
  }
  return std::nullopt;
}

std::string FreshIn(const std::string& staging) { return staging + "/new"; }

}  // namespace

StagedFolder::StagedFolder(std::string folder) : folder_(std::move(folder)) {}

StagedFolder::~StagedFolder() {
  // Nobody is left to tell, and what remains is a hidden folder of generated files.
  if (!staging_.empty()) static_cast<void>(RemoveTree(staging_));
  if (lock_ >= 0) close(lock_);
}

std::optional<FileProblem> StagedFolder::TakeStaging(const std::string& parent, const std::string& name) {
  constexpr int kAttempts = 100;
  for (int i = 0; i < kAttempts; ++i) {
    std::string pattern = fmt::format("{}/{}XXXXXX", parent, HiddenName(name));
    if (mkdtemp(pattern.data()) == nullptr) break;
    lock_ = open(pattern.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ >= 0 && Claim(lock_, pattern)) {
      staging_ = std::move(pattern);
      return std::nullopt;
    }
    if (lock_ >= 0) close(std::exchange(lock_, -1));  // another run took it for a leftover
  }
  return SystemProblem(parent, "can't take a folder for the new files");
}

std::optional<FileProblem> StagedFolder::Begin() {
  HOTSITE_CHECK(staging_.empty(), "Begin is called once");
  bool exists = false;
  if (auto problem = Normalise(&folder_)) return problem;
  if (auto problem = CheckTarget(folder_, &exists)) return problem;
  const auto [parent, name] = SplitPath(folder_);
  if (auto problem = MakeFolders(parent)) return problem;
  // The new files grow in a folder inside a private one: mkdtemp's mode is 0700, theirs follows the umask.
  RemoveLeftovers(parent, name);
  if (auto problem = TakeStaging(parent, name)) return problem;
  if (mkdir(FreshIn(staging_).c_str(), 0777) != 0) return SystemProblem(staging_, "can't take the new files");
  open_ = true;
  return std::nullopt;
}

std::optional<FileProblem> StagedFolder::Add(const std::string& path, std::string_view text, bool executable) {
  HOTSITE_CHECK(open_, "files are added between Begin and Commit");
  HOTSITE_CHECK(IsPlainRelativePath(path), "an artifact's path is relative, without . and .. and empty segments");
  const std::string staged = FreshIn(staging_) + "/" + path;
  const std::string shown = folder_ + "/" + path;
  if (auto problem = MakeFolders(SplitPath(staged).folder)) {
    return FileProblem{shown, problem->what};
  }
  if (auto problem = WriteNewFile(staged, text, executable ? 0777 : 0666, shown)) return problem;
  added_.push_back(path);
  return std::nullopt;
}

std::optional<FileProblem> StagedFolder::Commit(const std::vector<std::string>& ours) {
  HOTSITE_CHECK(open_, "Commit comes once, after Begin");
  open_ = false;
  const std::string fresh = FreshIn(staging_);
  bool exists = false;
  if (auto problem = CheckTarget(folder_, &exists)) return problem;
  if (exists) {
    if (auto problem = CarryOver(folder_, fresh, ours, added_).Run()) return problem;
  }
  if (auto problem = SyncTree(fresh, added_)) return problem;
  const std::string aside = staging_ + "/old";
  if (auto problem = exists ? SwapFolders(fresh, folder_, aside) : MoveFolder(fresh, folder_)) {
    // Files that couldn't be put back must outlive this object.
    if (access(aside.c_str(), F_OK) == 0) staging_.clear();
    return problem;
  }
  std::optional<FileProblem> unsynced = SyncPath(SplitPath(folder_).folder);
  // From here on the new files are in place, and the staging folder holds the old ones.
  const std::string old = std::exchange(staging_, {});
  if (const auto problem = RemoveTree(old)) {
    return FileProblem{old, fmt::format("holds replaced files and {}; the new files are in place", problem->what)};
  }
  return unsynced;
}

}  // namespace hotsite
