// A scratch git repository, as a reviewer's service has it: fixed authors and times, and nothing of the git
// configuration of whoever runs the tests. Used by the acceptance tests.
#pragma once

#include <string>

#include "tests/acceptance/run_program.h"

namespace hotsite::acceptance {

class Repository {
 public:
  /// An empty one, on the branch `main`, in the folder `repository` of a scratch folder.
  Repository();

  std::string operator/(const std::string& path) const { return scratch_ / ("repository/" + path); }
  const Scratch& scratch() const { return scratch_; }

  void Write(const std::string& path, const std::string& text) const { scratch_.Write("repository/" + path, text); }
  /// A file or a folder of the source tree, under another name.
  void Copy(const std::string& from, const std::string& to) const;
  std::string Read(const std::string& path) const;
  /// In a file, the one place of `from` becomes `to`; fails the test when there isn't just one.
  void Replace(const std::string& path, const std::string& from, const std::string& to) const;

  /// Everything that is there, as the next commit: each a day after the one before.
  void Commit(const std::string& message);
  /// A new branch at the last commit.
  void Branch(const std::string& name) const;

  /// Shell text in the repository's folder; as for acceptance::Run.
  RunResult Run(const std::string& command) const;
  /// The same, and it must succeed; what it printed.
  std::string Must(const std::string& command) const;

 private:
  Scratch scratch_;
  int commits_ = 0;
};

}  // namespace hotsite::acceptance
