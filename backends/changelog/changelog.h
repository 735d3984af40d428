// What changed between two specs, as people and tools read it: for a terminal, as a comment in a pull request, as JSON.
// Shared by the driver's commands; not a backend of `build`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/diff/spec_changes.h"
#include "compiler/support/source_file.h"

namespace hotsite::backends::changelog {

/// One of the two specs, as it is called: `2008.dr`, `2009.dr at main (005ce13)`.
struct Side {
  const diff::Spec& spec;
  const SourceMap& sources;
  std::string title;
};

/// A file that a build would write otherwise.
struct AffectedFile {
  enum class How : std::uint8_t { kNew, kChanged, kGone };
  std::string path;  // zvm/VMPROD/USER.DIRECT
  How how = How::kChanged;
};

/// Two specs and what changed from one to the other.
struct Changelog {
  Side before, now;
  const diff::SpecChanges& changes;
  std::vector<AffectedFile> files;   // in the order of paths
  std::vector<std::string> remarks;  // what the reader must know, a sentence each: "2009.dr has 3 errors; …"
};

struct TextOptions {
  bool colour = false;
  std::size_t most = 100;  // changes told one by one; the rest is counted
};

/// For a terminal.
std::string Human(const Changelog& log, const TextOptions& options);

/// The most characters of a comment: GitHub takes 65,536 (Unicode code points), GitLab a million. The gate (.ci/gate)
/// puts its results, at most 5,000, before it.
inline constexpr std::size_t kCommentSize = 60'000;
/// The first line of a comment, by which it is found again and updated.
inline constexpr const char* kCommentMark = "<!-- hotsite diff -->";

/// A comment in GitHub's and GitLab's Markdown, of at most `most` code points.
std::string Markdown(const std::vector<Changelog>& logs, std::size_t most = kCommentSize);

/// For tools; `version` 1.
std::string Json(const std::vector<Changelog>& logs);

}  // namespace hotsite::backends::changelog
