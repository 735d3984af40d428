// The wording of rows about products, objectives and the dates of the plan. Rules as in sentences.h.
#pragma once

#include "compiler/requirements/sentences.h"

namespace hotsite::requirements {

/// `keys`: "the CPU identifier", …; empty: not said.
std::string TellProduct(const std::string& product, const std::string& vendor, const Names& systems, const Names& keys,
                        const std::string& licence, const std::string& contact);
std::string TellObjective(const std::string& system, const std::string& rto, const std::string& rpo);
std::string SayAnswersDue(const std::string& time);
std::string SayMilestone(const std::string& what, const std::string& time);
std::string TellMilestone(const std::string& what, const std::string& time);
/// A further test window; `what` may be empty.
std::string SayFurtherTest(const std::string& what, const std::string& begin, const std::string& end);

}  // namespace hotsite::requirements
