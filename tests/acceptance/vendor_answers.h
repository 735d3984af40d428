// What a vendor's technician types into the requests of examples/insurance: the story of docs/contract.md and its
// tests.
#pragma once

#include "tests/acceptance/pdf_fillers.h"

namespace hotsite::acceptance {

/// 2007: a partition with 24 GiB, expanded storage, dedicated processors and HiperSockets is asked for; a guest of the
/// vendor's z/VM with 10 GiB, and none of the rest, is what they have.
Values AnswersOf2007();

/// 2009: all is confirmed, with device numbers.
Values AnswersOf2009();

}  // namespace hotsite::acceptance
