// Whether the ledger can be the one of this spec: what can honestly be known from the two.
#pragma once

#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

/// HS9007 for each row that was issued under this very spec and isn't what it yields, whatever the words of this
/// Hotsite, and for each issued row whose requirement the ledger doesn't name; placed in the ledger, which becomes part
/// of the compilation's sources. None for a draft: of that every row may differ. `provider` reads the ledger again.
std::vector<Diagnostic> FindLedgerMisfits(Compilation& compilation, check::SourceProvider& provider);

}  // namespace hotsite::driver
