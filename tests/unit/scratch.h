// A folder for tests that write files, and the two ways in which they make writing fail.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace hotsite {

class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hotsite-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
    root_ = pattern;
  }
  ~Scratch() {
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(root_, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_directory(error) && !at->is_symlink()) chmod(at->path().c_str(), 0700);
    }
    std::filesystem::remove_all(root_, error);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string operator/(const std::string& path) const { return root_ + "/" + path; }

  void Write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(root_ + "/" + path).parent_path());
    std::ofstream(root_ + "/" + path) << text;
  }

  /// Everything below the folder, hidden files too: `a/`, `a/b=text`, `c->target`, `pipe?`, one a line.
  std::string Tree(const std::string& below = "") const {
    namespace fs = std::filesystem;
    std::vector<std::string> lines;
    const fs::path root = root_ + "/" + below;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().lexically_relative(root).string();
      if (entry.is_symlink()) {
        lines.push_back(path + "->" + fs::read_symlink(entry.path()).string());
      } else if (entry.is_directory()) {
        lines.push_back(path + "/");
      } else if (entry.is_regular_file()) {
        std::ifstream in(entry.path());
        lines.push_back(path + "=" + std::string(std::istreambuf_iterator<char>(in), {}));
      } else {
        lines.push_back(path + "?");
      }
    }
    std::sort(lines.begin(), lines.end());
    std::string tree;
    for (const std::string& line : lines) tree += line + "\n";
    return tree;
  }

  /// Runs `body` in a child process without root's privileges (root may do anything) and returns its answer.
  /// Everything in the folder is then that user's, but for the file `roots`.
  template <class Body>
  std::string AsUser(Body body, const std::string& roots = "") const {
    constexpr uid_t kNobody = 65534;
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    if (geteuid() == 0) GiveAway(kNobody);
    if (geteuid() == 0 && !roots.empty() && lchown((root_ + "/" + roots).c_str(), 0, 0) != 0)
      throw std::runtime_error("no chown");
    const pid_t child = fork();
    if (child == 0) {
      if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) _exit(1);
      const std::string answer = body();
      const bool written = write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
      _exit(written ? 0 : 1);
    }
    close(ends[1]);
    std::string answer;
    std::array<char, 512> buffer{};
    for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;) {
      answer.append(buffer.data(), static_cast<std::size_t>(got));
    }
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return answer;
  }

 private:
  void GiveAway(uid_t user) const {
    if (lchown(root_.c_str(), user, user) != 0) throw std::runtime_error("no chown");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_)) {
      if (lchown(entry.path().c_str(), user, user) != 0) throw std::runtime_error("no chown");
    }
  }

  std::string root_;
};

/// While it lives, writing beyond so many bytes of a file fails.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit old_{};
  void (*handler_)(int);
};

}  // namespace hotsite
