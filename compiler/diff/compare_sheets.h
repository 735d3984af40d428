// Lays the sheets of two specs beside each other.
#pragma once

#include <vector>

#include "compiler/diff/sheet.h"
#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

/// A spec with errors may have a thing twice. The first one keeps its key, further ones are numbered.
void SetApart(std::vector<Sheet>& sheets);

/// Appends one change per fact that differs, and one per sheet that only one side has. Sheets pair by key.
void CompareSheets(const std::vector<Sheet>& before, const std::vector<Sheet>& now, std::vector<SpecChange>& changes);

/// What the change of a fact means; `recovery`: at a site where a vendor provides. Elsewhere what changes is changed,
/// neither tighter nor looser. kEditorial for words, kMoves for
/// names.
ChangeClass ClassOf(const Fact& before, const Fact& now, bool recovery);

}  // namespace hotsite::diff
