// Compares files on disk with what the spec yields, and says how they differ: `hotsite build --verify`.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "backends/backend.h"
#include "llvm/Support/raw_ostream.h"

namespace hotsite::driver {

class Verifier {
 public:
  Verifier(std::string folder, llvm::raw_ostream& out) : folder_(std::move(folder)), out_(out) {}

  /// A file whose bytes depend on versions of libraries (PDF) is the same when it says that it is, and its bytes are
  /// still those that a build wrote: `recorded` is their sha256 in the manifest beside it, empty where that has none.
  void Compare(const backends::Artifact& artifact, std::string_view recorded);
  void CompareText(const std::string& path, std::string_view text);
  /// A file that an earlier build made and that isn't among those compared.
  void LeftOver(const std::string& path);

  std::size_t compared() const { return wanted_.size(); }
  std::size_t stale() const { return stale_; }

 private:
  /// Nothing: it isn't there, which was said.
  bool Read(const std::string& path, std::string* text);

  std::string folder_;
  llvm::raw_ostream& out_;
  std::set<std::string> wanted_;
  std::size_t stale_ = 0;
};

}  // namespace hotsite::driver
