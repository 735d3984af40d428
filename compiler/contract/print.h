// A contract as text, formatted as `hotsite fmt` leaves it, so that reading it back gives the same.
#pragma once

#include <string>

#include "compiler/model/contract.h"

namespace hotsite::contract {

/// A whole file.
std::string Print(const model::Contract& contract);
/// One `reply` statement with its lines, indented for a `contract` block: what a further reply adds to a file.
std::string Print(const model::Reply& reply);

}  // namespace hotsite::contract
