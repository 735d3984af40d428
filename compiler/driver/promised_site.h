// The spec with a promise in it, read. What agreement.cpp and what looks for causes have in common.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "compiler/check/check.h"
#include "compiler/contract/promise.h"

namespace hotsite::driver {

struct AgreementFiles {
  const std::string& spec;
  const std::string& contract;
  check::SourceProvider& provider;
};

/// Reads the spec, then the contract, into `sources`, so that the spec's files have the places that they have without a
/// contract. `promise` gets the contracts of the file and gives what to put into the spec; null: nothing, after
/// reporting why.
using MakePromise = std::function<const contract::Promise*(std::vector<model::Contract>, Reporter&)>;
std::optional<model::Model> ReadPromised(const AgreementFiles& files, SourceMap& sources, Reporter& reporter,
                                         const MakePromise& promise);

}  // namespace hotsite::driver
