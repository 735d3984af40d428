// Model and ledger -> requirements. Pure: a key that the ledger doesn't know takes the next never-used number of its
// category, in document order.
#pragma once

#include "compiler/model/model.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// The requirements of the model's recovery sites, in document order. Empty without a recovery.
Requirements Derive(const model::Model& model, const Ledger& ledger);

/// The ledger with the keys of `requirements` added: what `hotsite issue` writes.
Ledger WithNewKeys(Ledger ledger, const Requirements& requirements);

/// The revision that issuing `requirements` adds to the ledger: its number and rows. Who issues it, when and why is the
/// caller's to fill in.
IssuedRevision NextRevision(const Ledger& ledger, const Requirements& requirements);

}  // namespace hotsite::requirements
