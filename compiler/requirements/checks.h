// What shows on arrival whether a row of the request holds: where one sits, what one types, what to read in the answer.
// One list with many readers: the request's own acceptance section, and the checklist of the day.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// When a fact can be seen first: a hardware console shows the definition of a partition before anything runs in it.
enum class Stage : std::uint8_t { kBeforeIpl, kSystemUp };

struct Check {
  Stage stage = Stage::kSystemUp;
  std::string where;     // `CP of VMPROD`; `HMC of BIGBOX`, its Hardware Management Console
  std::string command;   // typed as it stands; empty: `look` says what is done by hand
  std::string look;      // what in the answer to look at: `STORAGE =`
  std::string expected;  // what it shows here; the row's own value where one check shows all of it
  bool sourced = true;   // false: command or answer are from knowledge
};

/// How dearly a fact is repaired when it isn't as it should be; in this order it is checked. Partitions can't be
/// changed once a z/OS in them is in use, so what defines them comes first.
enum class Repair : std::uint8_t {
  kPlacement,
  kProcessors,
  kStorage,
  kExpandedStorage,
  kHiperSockets,
  kOsa,
  kChannels,
  kDisk,
  kTape,
  kVirtualSwitches,
  kNetwork,
  kConsoles,
  kSoftware,
  kOther,
};
Repair RepairOf(const Requirement& row);

/// Answers for all rows of one model; made once, since it looks up systems by name.
class Checks {
 public:
  explicit Checks(const model::Model& model);

  /// At most one before the first IPL, first; then what shows it when the system is up: mostly one, several where each
  /// member of a connection has to see it. Of questions those whose answer can be looked for: device numbers,
  /// identifiers. Empty: nothing shows it.
  std::vector<Check> Of(const Requirement& row) const;

  /// The system that a row is about; nothing for machines, connections, networks, people.
  const model::System* SystemOf(const Requirement& row) const;
  /// Where that system runs at the row's site; nothing where it doesn't.
  const model::Placement* PlacementOf(const Requirement& row) const;
  /// The row's own site: the one that it names, else the only one.
  const model::Site* SiteOf(const Requirement& row) const;

 private:
  const model::Model& model_;
  std::map<std::string, const model::System*, std::less<>> systems_;  // by the names that requirements call them
};

/// `at least 24 GiB`; the value alone where it is exact and no number; empty for questions.
std::string WantedValue(const Requirement& row);

}  // namespace hotsite::requirements
