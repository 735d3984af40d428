#include "compiler/support/carry_over.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "compiler/support/file_system.h"

namespace hotsite {
namespace {

namespace fs = std::filesystem;

/// Every folder that stands above one of `paths`.
std::set<std::string> FoldersAbove(const std::vector<std::string>& paths) {
  std::set<std::string> folders;
  for (const std::string& path : paths) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      folders.insert(path.substr(0, slash));
    }
  }
  return folders;
}

std::string Join(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

/// A kept file should look as old as it is; where the system can't say or set that, the file matters more.
void CopyTime(const std::string& from, const std::string& to) {
  std::error_code ignored;
  const auto time = fs::last_write_time(from, ignored);
  if (!ignored) fs::last_write_time(to, time, ignored);
}

/// For file systems and owners that allow no hard link.
std::optional<FileProblem> Copy(const std::string& from, const std::string& to) {
  std::error_code error;
  if (fs::is_symlink(from, error)) {
    fs::copy_symlink(from, to, error);
  } else if (fs::is_regular_file(from, error)) {
    fs::copy_file(from, to, error);
    if (!error) CopyTime(from, to);
    if (!error) return SyncPath(to);
  } else {
    return FileProblem{from, "is neither a file nor a link and can't be kept; move it away"};
  }
  if (error) return SystemProblem(from, "can't be kept", error.value());
  return std::nullopt;
}

}  // namespace

CarryOver::CarryOver(std::string old_root, std::string new_root, const std::vector<std::string>& ours,
                     const std::vector<std::string>& added)
    : old_root_(std::move(old_root)),
      new_root_(std::move(new_root)),
      ours_(ours.begin(), ours.end()),
      our_folders_(FoldersAbove(ours)),
      added_(added.begin(), added.end()),
      added_folders_(FoldersAbove(added)) {}

std::optional<FileProblem> CarryOver::Run() { return Folder(""); }

std::optional<FileProblem> CarryOver::Folder(const std::string& relative) {
  const std::string old_path = relative.empty() ? old_root_ : Join(old_root_, relative);
  const std::string new_path = relative.empty() ? new_root_ : Join(new_root_, relative);
  struct stat status{};
  if (lstat(old_path.c_str(), &status) != 0) return SystemProblem(old_path, "can't be read");
  std::vector<std::string> names;
  if (auto problem = ListFolder(old_path, &names)) return problem;
  for (const std::string& name : names) {
    if (auto problem = Entry(Join(relative, name))) return problem;
  }
  // An empty folder of the user's stays; one that held only files of ours goes with them.
  const bool theirs = !relative.empty() && !our_folders_.contains(relative) && !added_.contains(relative);
  if (theirs) {
    if (auto problem = MakeFolders(new_path)) return problem;
  }
  // The mode last: it may forbid to add entries.
  std::error_code error;
  if (fs::symlink_status(new_path, error).type() == fs::file_type::directory) TakeOver(new_path, status);
  return std::nullopt;
}

std::optional<FileProblem> CarryOver::Entry(const std::string& relative) {
  struct stat status{};
  const std::string old_path = Join(old_root_, relative);
  if (lstat(old_path.c_str(), &status) != 0) return SystemProblem(old_path, "can't be read");
  if (S_ISDIR(status.st_mode)) return Folder(relative);
  if (ours_.contains(relative)) return std::nullopt;
  if (!StandsInTheWay(relative)) return Link(relative);
  return FileProblem{old_path, "stands where a generated file belongs, but hotsite didn't write it; move it away"};
}

bool CarryOver::StandsInTheWay(const std::string& relative) const {
  if (added_.contains(relative) || added_folders_.contains(relative)) return true;
  // A new file `a` can't be made while someone's `a/b` stands.
  for (std::size_t slash = relative.find('/'); slash != std::string::npos; slash = relative.find('/', slash + 1)) {
    if (added_.contains(relative.substr(0, slash))) return true;
  }
  return false;
}

std::optional<FileProblem> CarryOver::Link(const std::string& relative) {
  const std::string from = Join(old_root_, relative);
  const std::string to = Join(new_root_, relative);
  if (auto problem = MakeFolders(SplitPath(to).folder)) return problem;
  if (linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return std::nullopt;
  return Copy(from, to);
}

}  // namespace hotsite
