// What two specs ask of the vendor, row by row: the ground of the consequences of a change.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "compiler/diff/changes.h"
#include "compiler/diff/view.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::diff {

/// A row of the request that is new, says something else, or is gone.
struct RowChange {
  Change change;  // with the newer spec's identifier; a withdrawn row has the older one's
  const requirements::Requirement* before = nullptr;
  const requirements::Requirement* now = nullptr;

  const requirements::Requirement& any() const { return now != nullptr ? *now : *before; }
  /// Whether the vendor has the earlier row: it was in a revision that was issued.
  bool issued() const { return before != nullptr && !before->is_new; }
};

struct RequestChanges {
  std::vector<RowChange> rows;  // in document order, withdrawn ones last
  std::size_t unchanged = 0;
  /// Rows that the vendor has, earlier and now, whose identifier or its being known isn't kept: not a matter of the
  /// specs, but of their ledgers.
  std::vector<std::pair<const requirements::Requirement*, const requirements::Requirement*>> renumbered;

  /// As the request tells them; `since`, `recovery` and `issued` stay empty.
  Changes InWords() const;
};

/// One of two requests, which the result refers to.
struct Request {
  const requirements::Requirements& rows;
  std::string_view recovery;  // whose test it is for; empty: none
};

/// Rows pair by their key, which stays while the subject does, under the newer spec's names: identifiers are no help,
/// since those of a spec that was never issued are given anew at each run.
RequestChanges CompareRequests(const Request& before, const Request& now, const NewNames& names);

}  // namespace hotsite::diff
