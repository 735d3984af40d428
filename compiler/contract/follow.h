// Rows that have no sense without another one: device numbers of HiperSockets that won't be there, the levels below a
// z/VM that gets no partition. What is refused is told once, with what hangs on it.
#pragma once

#include "compiler/contract/answers.h"

namespace hotsite::contract {

/// Fills in RowAnswer::with of rows that aren't agreed, and takes along what an accepted deviation leaves without a
/// sense. Expects the index.
void FollowRefusals(Answers& answers);

}  // namespace hotsite::contract
