// The status of one row by the answer that counts: agreed, filled, deviation, …, before acceptances.
#pragma once

#include "compiler/contract/answers.h"
#include "compiler/contract/given.h"

namespace hotsite::contract {

/// Fills in all but `accepted` and `with`. `row` may be null: no such row in the request.
RowAnswer JudgeRow(const requirements::Requirement* row, const Choice& choice);

}  // namespace hotsite::contract
