#include <cerrno>
#include <cstdio>

#include "compiler/support/file_system.h"

namespace hotsite {
namespace {

/// Whether the kernel or the file system doesn't know the flag of renameat2, rather than refuse the renaming.
bool IsUnsupported(int error) { return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP; }

FileProblem RefusedSwap(const std::string& target, int error) {
  FileProblem problem = SystemProblem(target, "can't be replaced", error);
  if (error == EBUSY || error == EXDEV) problem.what += " (is it a mount point? name a folder inside it)";
  return problem;
}

}  // namespace

std::optional<FileProblem> SwapByRenaming(const std::string& fresh, const std::string& target,
                                          const std::string& aside) {
  if (rename(target.c_str(), aside.c_str()) != 0) return RefusedSwap(target, errno);
  if (rename(fresh.c_str(), target.c_str()) == 0) return std::nullopt;
  FileProblem problem = RefusedSwap(target, errno);
  if (rename(aside.c_str(), target.c_str()) != 0) {
    problem.what += "; its files are now in `" + aside + "`";
  }
  return problem;
}

std::optional<FileProblem> SwapFolders(const std::string& fresh, const std::string& target, const std::string& aside) {
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return std::nullopt;
  if (!IsUnsupported(errno)) return RefusedSwap(target, errno);
  return SwapByRenaming(fresh, target, aside);
}

std::optional<FileProblem> MoveFolder(const std::string& fresh, const std::string& target) {
  // Without the flag an empty folder that has just been made by someone else would be replaced.
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) return std::nullopt;
  if (IsUnsupported(errno) && rename(fresh.c_str(), target.c_str()) == 0) return std::nullopt;
  return SystemProblem(target, "can't be made");
}

}  // namespace hotsite
