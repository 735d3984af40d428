// Compares files on disk with what the spec yields, and says how they differ: `hotsite build --verify`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backends/backend.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/support/source_file.h"

namespace hotsite::driver {

/// A file that isn't what the spec yields.
struct StaleFile {
  enum class How : std::uint8_t { kMissing, kDifferent, kLeftOver };
  How how = How::kDifferent;
  std::string path;          // in the folder; `linux/`: all that belongs below it
  std::size_t files = 1;     // how many are meant
  std::string why = {};      // where no lines can be shown: "it was changed after it was built"
  std::string diff = {};     // hunks of a unified diff, from the folder to the spec; may hold control characters
  std::size_t left_out = 0;  // further lines of it
  std::uint32_t line = 1;    // where it first differs, in the folder
};

class Verifier {
 public:
  explicit Verifier(std::string folder) : folder_(std::move(folder)) {}

  /// A file whose bytes depend on versions of libraries (PDF) is the same when it says that it is, and its bytes are
  /// still those that a build wrote: `recorded` is their sha256 in the manifest beside it, empty where that has none.
  void Compare(const backends::Artifact& artifact, std::string_view recorded);
  void CompareText(const std::string& path, std::string_view text);
  /// A file that an earlier build made and that isn't among those compared.
  void LeftOver(const std::string& path);

  std::size_t compared() const { return wanted_.size(); }
  /// How many of them are stale.
  std::size_t stale_count() const { return stale_.size(); }
  /// Each, but a folder of which everything is missing stands for its files.
  std::vector<StaleFile> Stale() const;
  /// Files that say the same in other bytes.
  const std::vector<std::string>& same_words() const { return same_words_; }

 private:
  /// Nothing: it isn't there, which was noted.
  bool Read(const std::string& path, std::string* text);

  std::string folder_;
  std::set<std::string> wanted_;
  std::vector<StaleFile> stale_;
  std::vector<std::string> same_words_;
};

/// For people: how the first few files differ, the others by name or counted, about `most` lines.
std::string TellStale(const Verifier& verifier, std::size_t most);

/// HS9006 for each, at its place in the folder; the files become part of `sources`, so that tools can show them.
std::vector<Diagnostic> StaleFindings(const Verifier& verifier, const std::string& spec, const std::string& folder,
                                      SourceMap& sources);

}  // namespace hotsite::driver
