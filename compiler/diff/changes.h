// What changed in a request since one that the vendor has: the rows that are new, ask for more, for less, or no more,
// each in a few words. Made by requirement_changes.h; the request and `hotsite issue` print it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "compiler/requirements/requirement.h"
#include "compiler/values/calendar.h"

namespace hotsite::diff {

/// What a change means for whoever built the earlier request. In the order in which changes are told.
enum class ChangeClass : std::uint8_t {
  kNew,
  kTightens,   // what satisfied the earlier row need not satisfy this one; not the other way round
  kChanged,    // neither is the stricter one, or that can't be told
  kLoosens,    // what satisfied the earlier row satisfies this one
  kMoves,      // the same under another name
  kWithdrawn,  // asked for no more
  kEditorial,  // other words for the same
};
inline constexpr std::size_t kChangeClasses = 7;

const char* ToString(ChangeClass what);  // new, tightens, changed, loosens, moves, withdrawn, editorial
/// `+` new, `-` withdrawn, `!` tightens or changed: what was built may not do any more, `~` any other.
char MarkOf(ChangeClass what);

/// A row that changed, in words for a table.
struct Change {
  ChangeClass what = ChangeClass::kNew;
  std::string id;       // MEM-001
  std::string edition;  // b
  std::string subject;  // VMPROD; VMPROD at east
  std::string attribute;
  std::string before;  // at least 12 GiB; empty where there is nothing to say
  std::string now;
  std::string must;    // what the vendor has to do: raise
  std::string reason;  // why the row is there; empty for withdrawn ones
};

struct Changes {
  /// The revision compared with.
  unsigned since = 0;
  std::string recovery;  // 2008
  Date issued;
  std::vector<Change> all;    // by class, then in document order
  std::size_t unchanged = 0;  // rows that say the same

  std::size_t Count(ChangeClass what) const;
};

/// `3 new, 1 tightened, 58 unchanged`: the classes that there are, in their order, and how many rows stayed.
std::string Counted(const Changes& changes);

}  // namespace hotsite::diff
