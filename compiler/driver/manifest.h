// manifest.json: what a build wrote, from which spec, and what in it waits for the vendor. The next build removes only
// files that it lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backends/backend.h"

namespace hotsite::driver {

inline constexpr const char* kManifestFile = "manifest.json";

struct ManifestFile {
  std::string path;
  std::string backend;
  std::string sha256;
  std::string content_sha256;  // of what the file says (Artifact::content); empty: its bytes say all
  std::vector<backends::OpenPlace> open;
};

/// An artifact's row.
ManifestFile ListArtifact(std::string_view backend, backends::Artifact artifact);

struct Manifest {
  std::string spec;
  std::string digest;
  unsigned revision = 0;  // 0: draft
  std::vector<ManifestFile> files;
  std::string contract = {};         // file name of what the vendor answered; empty: built without
  std::string contract_digest = {};  // sha256 of its words

  std::string Print() const;
  /// The sha256 that this manifest has for the bytes of a file which says the same as `file`; empty when it lists none.
  /// Other versions of libraries make other bytes of the same words.
  std::string RecordedFor(const ManifestFile& file) const;
  static std::optional<Manifest> Parse(std::string_view text);
};

}  // namespace hotsite::driver
