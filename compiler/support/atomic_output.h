// Puts files on disk whole or not at all. Used by the driver only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite {

/// What went wrong with a file or folder: its path and the system's reason.
struct FileProblem {
  std::string path;
  std::string what;
};

/// Reads a whole file of at most `limit` bytes.
std::optional<FileProblem> ReadFile(const std::string& path, std::size_t limit, std::string* text);

/// Replaces (or creates) one file: temporary beside it, fsync, rename, fsync of the folder. What a killed run left
/// beside it is removed.
std::optional<FileProblem> WriteFileAtomically(const std::string& path, std::string_view text);

/// Fills a folder of generated files in one step. Files are staged in a sibling folder; Commit syncs
/// them and swaps the folders, so that a reader sees all old or all new files and a failure leaves the old
/// ones untouched. Files in the old folder that no earlier commit made (they aren't in `ours`) are kept.
class StagedFolder {
 public:
  explicit StagedFolder(std::string folder);
  ~StagedFolder();  // discards what was not committed
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;

  /// Makes the staging folder, and removes those that killed runs left.
  std::optional<FileProblem> Begin();
  /// Adds one file; `path` is relative, with '/', without "..". Parent folders are made.
  std::optional<FileProblem> Add(const std::string& path, std::string_view text, bool executable = false);
  /// `ours`: relative paths that the previous commit wrote (from its manifest). Any other file that
  /// stands in the folder is carried over; one that stands in the way of a new file is a FileProblem.
  std::optional<FileProblem> Commit(const std::vector<std::string>& ours);

 private:
  std::optional<FileProblem> TakeStaging(const std::string& parent, const std::string& name);

  std::string folder_;
  std::string staging_;
  int lock_ = -1;  // holds `staging_` as ours while it is in use
  std::vector<std::string> added_;
  bool open_ = false;
};

}  // namespace hotsite
