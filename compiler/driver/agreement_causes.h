// Which answer causes a finding that stands nowhere in the contract: the one without which it isn't found. A network
// that nothing carries is a finding about the network; its cause is the row that refuses the HiperSockets.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "compiler/driver/agreement.h"
#include "compiler/driver/promised_site.h"

namespace hotsite::driver {

/// Findings by what they say and where.
class FindingSet {
 public:
  FindingSet() = default;
  explicit FindingSet(const std::vector<Diagnostic>& findings);
  bool Has(const Diagnostic& finding) const { return keys_.contains(KeyOf(finding)); }

 private:
  using Key = std::tuple<std::uint16_t, std::uint32_t, std::uint32_t, std::string>;
  static Key KeyOf(const Diagnostic& finding);
  std::set<Key> keys_;
};

/// Judges the site once more for each thing that was refused, as if it had been promised as asked; of very many refused
/// ones none, and they are told by themselves.
class CauseFinder {
 public:
  CauseFinder(const AgreementFiles& files, const Agreement& agreement);
  /// Positions of the first refused rows in Answers::rows without which the finding isn't there.
  std::vector<std::size_t> CausesOf(const Diagnostic& finding) const;

 private:
  struct Trial {
    std::size_t row;  // the first of the group
    FindingSet findings;
  };
  std::vector<Trial> trials_;
};

}  // namespace hotsite::driver
