// `accept deviation` in a contract: what it takes, and what takes nothing.
#pragma once

#include <optional>

#include "compiler/contract/answers.h"
#include "compiler/values/calendar.h"

namespace hotsite::contract {

/// Turns refused rows that an acceptance takes into accepted ones, and lists the acceptances that take nothing. `test`:
/// the day on which the test begins, where it is known. Expects the index.
void TakeAcceptances(const model::Contract& contract, std::optional<Date> test, Answers& answers);

}  // namespace hotsite::contract
