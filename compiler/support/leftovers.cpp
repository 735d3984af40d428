#include "compiler/support/leftovers.h"

#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "compiler/support/file_system.h"

namespace hotsite {
namespace {

namespace fs = std::filesystem;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool AreDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

bool EndsAsFolder(std::string_view ending) {
  constexpr std::size_t kLetters = 6;
  return ending.size() == kLetters &&
         std::all_of(ending.begin(), ending.end(), [](char c) { return IsDigit(c) || IsLetter(c); });
}

bool EndsAsFile(std::string_view ending) {
  const std::size_t dash = ending.find('-');
  return dash != std::string_view::npos && AreDigits(ending.substr(0, dash)) && AreDigits(ending.substr(dash + 1));
}

/// Whether `path` is what `fd` was opened as.
bool IsStillThere(int fd, const std::string& path) {
  struct stat opened{}, named{};
  return fstat(fd, &opened) == 0 && lstat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

void RemoveFolder(const std::string& path) {
  const FileDescriptor folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.ok() || flock(folder.get(), LOCK_EX | LOCK_NB) != 0) return;
  struct stat status{};
  if (lstat((path + "/old").c_str(), &status) == 0) return;
  static_cast<void>(RemoveTree(path));
}

void RemoveFile(const std::string& path) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.ok() && flock(file.get(), LOCK_EX | LOCK_NB) == 0) unlink(path.c_str());
}

void RemoveLeftover(const std::string& path, std::string_view ending) {
  struct stat status{};
  if (lstat(path.c_str(), &status) != 0 || status.st_uid != geteuid()) return;
  if (S_ISDIR(status.st_mode) && EndsAsFolder(ending)) RemoveFolder(path);
  if (S_ISREG(status.st_mode) && EndsAsFile(ending)) RemoveFile(path);
}

}  // namespace

std::string HiddenName(const std::string& name) { return fmt::format(".{}.hotsite-", name.substr(0, 200)); }

bool Claim(int fd, const std::string& path) {
  if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
  return IsStillThere(fd, path);
}

void RemoveLeftovers(const std::string& folder, const std::string& name) {
  const std::string hidden = HiddenName(name);
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::string entry = at->path().filename().string();
    if (entry.starts_with(hidden)) found.push_back(std::move(entry));
  }
  for (const std::string& entry : found)
    RemoveLeftover(fmt::format("{}/{}", folder, entry), std::string_view(entry).substr(hidden.size()));
}

}  // namespace hotsite
