// What changes only because something else did: addresses in a network that was readdressed, devices of a range that is
// another one now. Told with their cause, not one by one.
#pragma once

#include <vector>

#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

/// Takes out the changes that follow another one (SpecChange::follows), and puts them to that one's followers; over
/// several steps to the first cause. Where the cause isn't among the changes, they stay.
std::vector<SpecChange> TellWithCauses(std::vector<SpecChange> changes);

/// Sums up a change's followers: "LNXWAS3 gets a new address: 10.99.30.13", "300 systems get new addresses: …".
/// Sentences without a period, few.
std::vector<std::string> SumUp(const std::vector<Follower>& followers);

}  // namespace hotsite::diff
