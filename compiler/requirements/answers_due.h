// When the vendor's answers are due, and who reads them: said in the request, and again in what reminds of it.
#pragma once

#include <string>

#include "compiler/model/recovery.h"

namespace hotsite::requirements {

/// `2009-10-05 (Monday) 04:00 America/New_York`: when the spec says, else when the configuration has to be ready or the
/// test begins, since everything else waits for them. Empty: no test.
std::string AnswersDue(const model::Recovery& recovery);

/// Whoever may accept deviations reads the answers, else the first of our people who is named; nothing: nobody is.
const model::Contact* WhoReadsAnswers(const model::Recovery& recovery);

/// `DR coordinator (coordinator), telephone +1 555 0100`; `the customer`: nobody is named.
std::string AnswersTo(const model::Recovery& recovery);

}  // namespace hotsite::requirements
