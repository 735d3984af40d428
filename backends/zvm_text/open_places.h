// Values that wait for the vendor: written as `??OSA-002`, which DIRECTXA, CPSYNTAX and TCP/IP all refuse (a question
// mark is in no name, number or label of theirs), and collected for the artifact's list. Made per file by its writer.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host.h"

namespace hotsite::backends::zvm_text {

/// Stands where the spec itself lacks a value that a statement needs: nobody was asked, so there is no identifier.
inline constexpr const char* kUnsaid = "??UNSAID";

class OpenPlaces {
 public:
  explicit OpenPlaces(const requirements::Requirements& requirements) : requirements_(requirements) {}

  /// The token for a hole; `what` it is, for the list ("first device number of VSW1's uplink").
  std::string Token(model::HoleId hole, std::string what);
  /// A real device number, `plus` devices behind the first: `0601`, `??OSA-002.3+1`, or kUnsaid where none is left.
  std::string Device(const Triplet& devices, unsigned plus, const std::string& what);

  const std::vector<OpenPlace>& all() const { return places_; }
  std::vector<OpenPlace> Take() { return std::move(places_); }

 private:
  const requirements::Requirements& requirements_;
  std::vector<OpenPlace> places_;
};

/// The identifiers in the order of first use, each once.
std::vector<std::string> IdentifiersOf(const std::vector<OpenPlace>& places);

}  // namespace hotsite::backends::zvm_text
