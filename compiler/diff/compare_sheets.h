// Lays the sheets of two specs beside each other.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "compiler/diff/sheet.h"
#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

/// Whether a spec has a thing of that key, which isn't in the list that is compared.
using HasKey = std::function<bool(std::string_view key)>;

/// A spec with errors may have a thing twice. The first one keeps its key, further ones are numbered.
void SetApart(std::vector<Sheet>& sheets);

/// Appends one change per fact that differs, and one per sheet that only one side has. Sheets pair by key. `had` and
/// `has` are asked for owners that the older, the newer list doesn't hold; without them there are no others.
void CompareSheets(const std::vector<Sheet>& before, const std::vector<Sheet>& now, std::vector<SpecChange>& changes,
                   const HasKey& had = {}, const HasKey& has = {});

/// A thing that only the newer spec has, or only the older one.
SpecChange NewThing(const Sheet& sheet);
SpecChange GoneThing(const Sheet& sheet);

/// What the change of a fact means; `recovery`: at a site where a vendor provides. Elsewhere what changes is changed,
/// neither tighter nor looser. kEditorial for words, kMoves for the name of the thing.
ChangeClass ClassOf(const Fact& before, const Fact& now, bool recovery);

}  // namespace hotsite::diff
