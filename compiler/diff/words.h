// The few words that a change is told in.
#pragma once

#include <string>

#include "compiler/diff/changes.h"
#include "compiler/diff/relation.h"
#include "compiler/requirements/ledger.h"

namespace hotsite::diff {

/// What a row asks for: `at least 24 GiB`, `PRODA, PRODB`, `asked`.
std::string Short(const requirements::IssuedRow& row);

/// What both ask for; where that reads the same, the part in which their sentences differ.
std::pair<std::string, std::string> BeforeAndNow(const requirements::IssuedRow& before,
                                                 const requirements::IssuedRow& now);

/// What the vendor has to do about a row that is new.
std::string MustOfNew(const requirements::IssuedRow& now);
/// What the vendor has to do about a row that asks for something else than before.
std::string MustOf(ChangeClass what, const Step& step, const requirements::IssuedRow& before,
                   const requirements::IssuedRow& now);
/// What the vendor may do about a row that is asked for no more.
std::string MustOfWithdrawn(const requirements::IssuedRow& before);

}  // namespace hotsite::diff
