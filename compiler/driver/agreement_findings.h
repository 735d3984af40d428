// What is told of an agreement: what the rules find in the promised site, with the answers that cause it, and the rows
// that aren't agreed where no rule tells what that does. One cause is told once.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/diagnostics/reporter.h"
#include "compiler/driver/agreement.h"
#include "compiler/driver/promised_site.h"

namespace hotsite::driver {

/// Which answers stand at the places of a finding.
class AnswerPlaces {
 public:
  explicit AnswerPlaces(const contract::Answers& answers);
  /// Positions in Answers::rows, sorted, once each. Of the answers that count.
  std::vector<std::size_t> RowsOf(const Diagnostic& finding) const;

 private:
  struct Place {
    std::uint32_t begin, end;
    std::size_t row;
  };
  FileId file_{0xFFFFFFFF};
  std::vector<Place> places_;  // sorted; lines don't overlap
};

/// Judges the promised site and reports all that is to be told; what accepted deviations cause goes into its model.
/// `only_warn`: rows that are open are warnings.
void TellAll(const AgreementFiles& files, Agreement& agreement, bool only_warn, Reporter& reporter);

}  // namespace hotsite::driver
