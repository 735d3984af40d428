// Asks the git program about a repository, and only asks: nothing is written or fetched, and nothing that the
// repository or a user has configured (hooks, monitors, pagers, filters, signature checks) is run.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotsite::driver {

struct GitAnswer {
  bool ok = false;
  bool too_much = false;  // it would have been longer than asked for
  std::string output;
  std::string problem;  // when not `ok`: git's own words, or why it couldn't be run; a sentence's end, without a period
};

class Git {
 public:
  /// Of the repository that holds `folder`. Empty: of the one that holds the folder in which the program was started,
  /// as git itself finds it (GIT_DIR and its like count, as in a hook).
  explicit Git(std::string folder = {}) : folder_(std::move(folder)) {}

  /// `words` are git's arguments, the first of them a command that reads; nothing that others wrote may become an
  /// option in it. May be called from several threads.
  GitAnswer Ask(const std::vector<std::string>& words, std::string_view input = {},
                std::size_t most_bytes = 16u << 20) const;

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

/// A state of the files of a repository.
struct Revision {
  std::string name;    // as it was written: main, main..., v2009; empty: the index
  std::string commit;  // its full hash; empty: the index

  /// `main (005ce13)`, `005ce13`, `the merge base with main (005ce13)`, `the index`.
  std::string Title() const;
  /// `at main (005ce13)`, `in the index`.
  std::string Where() const;
};

/// Finds a commit by anything that git takes for one (branch, tag, hash, `HEAD~2`). `main...` is the merge base of main
/// and `tip`, where the branch began, as for `git diff`; `a...b` that of a and b. On failure nothing, and `problem` is
/// a whole sentence with the way out.
std::optional<Revision> FindRevision(const Git& git, const std::string& written, const std::string& tip,
                                     std::string* problem);

/// Whether `commit` has all that `tip` is made of: false when both went on from where they parted.
bool IsAncestor(const Git& git, const std::string& commit, const std::string& tip);

}  // namespace hotsite::driver
