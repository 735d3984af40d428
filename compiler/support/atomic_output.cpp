#include "compiler/support/atomic_output.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "compiler/support/file_system.h"
#include "compiler/support/leftovers.h"

namespace hotsite {
namespace {

/// The file that `path` names, behind its symbolic links: a link to a spec must stay a link when the spec is rewritten.
std::optional<FileProblem> FollowLinks(const std::string& path, std::string* target) {
  *target = path;
  struct stat status{};
  if (lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return std::nullopt;
  std::error_code error;
  *target = std::filesystem::canonical(path, error).string();
  if (error) return SystemProblem(path, "is a symbolic link that leads nowhere", error.value());
  return std::nullopt;
}

/// Opens a new file beside `target`. The name holds no randomness but the process id; O_EXCL makes it ours, and a lock
/// keeps it so until it is renamed or we are gone.
int OpenBeside(const std::string& target, std::string* temporary) {
  const auto [folder, name] = SplitPath(target);
  RemoveLeftovers(folder, name);
  constexpr int kAttempts = 100;
  for (int i = 0; i < kAttempts; ++i) {
    *temporary = fmt::format("{}/{}{}-{}", folder, HiddenName(name), getpid(), i);
    const int fd = open(temporary->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) continue;
    if (fd < 0 || Claim(fd, *temporary)) return fd;
    close(fd);
  }
  errno = EEXIST;
  return -1;
}

std::optional<FileProblem> FillAndRename(int fd, std::string_view text, const std::string& temporary,
                                         const std::string& target) {
  if (auto problem = WriteAll(fd, text, target)) return problem;
  if (fsync(fd) != 0 && errno != EINVAL) return SystemProblem(target, "can't be brought to the disk");
  if (rename(temporary.c_str(), target.c_str()) != 0) return SystemProblem(target, "can't be replaced");
  return std::nullopt;
}

}  // namespace

std::optional<FileProblem> ReadFile(const std::string& path, std::size_t limit, std::string* text) {
  text->clear();
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return SystemProblem(path, "can't be read");
  struct stat status{};
  if (fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode)) return FileProblem{path, "is a folder, not a file"};
  // Read until the end rather than st_size bytes: pipes and files in /proc have no size.
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const ssize_t got = read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return SystemProblem(path, "can't be read");
    if (got == 0) return std::nullopt;
    if (static_cast<std::size_t>(got) > limit - text->size()) {
      text->clear();
      return FileProblem{path, fmt::format("is larger than {} bytes, the most that is read", limit)};
    }
    text->append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::optional<FileProblem> WriteFileAtomically(const std::string& path, std::string_view text) {
  std::string target;
  if (auto problem = FollowLinks(path, &target)) return problem;
  struct stat old{};
  const bool exists = stat(target.c_str(), &old) == 0;
  // Renaming over /dev/null or a pipe would replace it.
  if (exists && !S_ISREG(old.st_mode)) return FileProblem{path, "isn't a regular file"};
  // Renaming asks for no permission on the file itself, but a read-only file isn't meant to be replaced.
  if (exists && access(target.c_str(), W_OK) != 0) return SystemProblem(path, "can't be written");

  std::string temporary;
  const FileDescriptor file(OpenBeside(target, &temporary));
  if (!file.ok()) return SystemProblem(path, "can't be written");
  if (exists) TakeOver(temporary, old);
  if (auto problem = FillAndRename(file.get(), text, temporary, target)) {
    unlink(temporary.c_str());
    problem->path = path;
    return problem;
  }
  return SyncPath(SplitPath(target).folder);
}

}  // namespace hotsite
