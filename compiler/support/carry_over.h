// Brings what isn't ours from an old output folder into the new one. Used by StagedFolder only.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/support/atomic_output.h"

namespace hotsite {

/// Links (or copies) every file below `old_root` that is neither in `ours` nor `added` into `new_root`, where the
/// files `added` stand already. Folders keep mode and owner. One that stands in the way of `added` is a problem.
class CarryOver {
 public:
  CarryOver(std::string old_root, std::string new_root, const std::vector<std::string>& ours,
            const std::vector<std::string>& added);
  std::optional<FileProblem> Run();

 private:
  std::optional<FileProblem> Folder(const std::string& relative);
  std::optional<FileProblem> Entry(const std::string& relative);
  std::optional<FileProblem> Link(const std::string& relative);
  bool StandsInTheWay(const std::string& relative) const;

  std::string old_root_;
  std::string new_root_;
  std::set<std::string> ours_;
  std::set<std::string> our_folders_;
  std::set<std::string> added_;
  std::set<std::string> added_folders_;
};

}  // namespace hotsite
