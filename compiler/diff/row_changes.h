// A row of the request beside its earlier self, as a change in words for a table.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/diff/changes.h"
#include "compiler/requirements/editions.h"
#include "compiler/requirements/ledger.h"

namespace hotsite::diff {

/// What is known of both requests when two of their rows are compared.
struct Between {
  requirements::Renames new_names;
  bool same_test = true;  // both are about the same test: a day is earlier or later than another one
};

Change NewRow(std::string_view id, const requirements::IssuedRow& now);
Change WithdrawnRow(std::string_view id, const requirements::IssuedRow& before);
/// For rows that don't read the same.
Change ChangedRow(std::string_view id, const requirements::IssuedRow& before, const requirements::IssuedRow& now,
                  const Between& between);

/// Nothing is to be told: both read the same but for the letter.
bool ReadTheSame(const requirements::IssuedRow& before, const requirements::IssuedRow& now);

/// The order in which changes are told; stable.
void SortByClass(std::vector<Change>& changes);

}  // namespace hotsite::diff
