// System calls of atomic_output: each turns a failure into a FileProblem. Used in support only.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/atomic_output.h"

namespace hotsite {

/// Closes its descriptor in the end.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor() {
    if (fd_ >= 0) close(fd_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

/// `what` and the system's reason in words: "can't be written: no space left on device". Reads errno.
FileProblem SystemProblem(const std::string& path, std::string_view what);
FileProblem SystemProblem(const std::string& path, std::string_view what, int error);

/// The folder that a path stands in (`.` when it names none) and its last segment.
struct FolderAndName {
  std::string folder;
  std::string name;
};
FolderAndName SplitPath(const std::string& path);

/// Makes a folder and those above it, as `mkdir -p` does.
std::optional<FileProblem> MakeFolders(const std::string& path);

/// Writes all of `text`; `path` is only for the message.
std::optional<FileProblem> WriteAll(int fd, std::string_view text, const std::string& path);

/// Makes a file that must not exist yet; `shown` is the path for messages.
std::optional<FileProblem> WriteNewFile(const std::string& path, std::string_view text, mode_t mode,
                                        const std::string& shown);

/// Waits until a file or folder is on the disk.
std::optional<FileProblem> SyncPath(const std::string& path);

/// Waits until everything below `folder` is on the disk; `files` are those in it that were written.
std::optional<FileProblem> SyncTree(const std::string& folder, const std::vector<std::string>& files);

/// Names of the entries of a folder, sorted.
std::optional<FileProblem> ListFolder(const std::string& folder, std::vector<std::string>* names);

/// Gives `path` the mode of `old` and, as far as the system lets us, its owner.
void TakeOver(const std::string& path, const struct stat& old);

/// Puts folder `fresh` where folder `target` is, which ends up at `fresh` (exchange) or at `aside` (two renames).
std::optional<FileProblem> SwapFolders(const std::string& fresh, const std::string& target, const std::string& aside);

/// SwapFolders for file systems that can't exchange: on failure `target` is as it was.
std::optional<FileProblem> SwapByRenaming(const std::string& fresh, const std::string& target,
                                          const std::string& aside);

/// Puts folder `fresh` at `target`, where nothing may be.
std::optional<FileProblem> MoveFolder(const std::string& fresh, const std::string& target);

/// Deletes a tree, folders without write permission included; symbolic links aren't followed.
std::optional<FileProblem> RemoveTree(const std::string& path);

}  // namespace hotsite
