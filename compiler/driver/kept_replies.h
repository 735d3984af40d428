// The files of a contract's replies, kept beside it: what the vendor really sent, should anybody ask.
#pragma once

#include <string>

#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/contract.h"

namespace hotsite::driver {

/// Reports each kept file that is there and no longer has the digest that the contract says (HS4154). Only files in
/// the contract's folder or below it are read.
void CheckKeptReplies(const model::Contract& contract, const std::string& contract_path,
                      check::SourceProvider& provider, Reporter& reporter);

}  // namespace hotsite::driver
