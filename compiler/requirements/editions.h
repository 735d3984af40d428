// Whether a row asks for the same as when it was issued, and the letter behind its identifier that says how often it
// has changed: an answer to MEM-001 isn't one to MEM-001 b.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// Old name -> new name.
using Renames = std::map<std::string, std::string, std::less<>>;
/// What bears another name now: an identifier never passes to another subject, so a row whose subject reads differently
/// tells of a rename (`renamed from`). Without old names that something bears again.
Renames NewNames(const IssuedRows& before, const IssuedRows& now);

/// `row` as it would have been issued under the new names.
IssuedRow Renamed(IssuedRow row, const Renames& new_names);

/// Whether both ask for the same, whatever the words: an answer to one answers the other. Of sentences in one wording
/// every difference counts; where the wording differs, only the names, numbers and keywords in them do.
bool AsksTheSame(const IssuedRow& before, const IssuedRow& now);

/// Empty, or letters from b up: b … z, aa, ab, …
bool IsEdition(std::string_view text);
std::string NextEdition(std::string_view edition);

/// Gives every row the edition that it was last issued in, or the next one where it asks for something else. Derive's
/// last step.
void SetEditions(const Ledger& ledger, std::vector<Requirement>& rows);

}  // namespace hotsite::requirements
