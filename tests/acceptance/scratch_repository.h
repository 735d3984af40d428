// A git repository in a scratch folder, with nobody's configuration and clocks that stand still.
#pragma once

#include <string>

#include "tests/acceptance/run_program.h"

namespace hotsite::acceptance {

class ScratchRepository {
 public:
  /// Empty, on the branch main.
  ScratchRepository();

  /// Runs shell text in the repository's top folder; `hotsite` in it is the program under test.
  RunResult In(const std::string& command) const;
  /// The same, and it must succeed; what it printed.
  std::string Must(const std::string& command) const;
  void Write(const std::string& path, const std::string& text) const { scratch_.Write("repo/" + path, text); }
  std::string Read(const std::string& path) const;
  /// A file of the source tree, under another name.
  void Copy(const std::string& from, const std::string& to) const;
  /// In a file, the one place of `from` becomes `to`; fails the test when there isn't just one.
  void Replace(const std::string& path, const std::string& from, const std::string& to) const;
  /// Commits all that is there.
  void Commit(const std::string& message) const;
  std::string operator/(const std::string& path) const { return scratch_ / ("repo/" + path); }

 private:
  Scratch scratch_;
};

}  // namespace hotsite::acceptance
