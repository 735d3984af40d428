// Device numbers after a spreadsheet: it takes 0600 for the number 600 and 1E05 for 100000, and shows them so. What was
// there before can't be known (600 is 0600 or the third of 0598…), so it is recognised and refused.
#pragma once

#include <string>
#include <string_view>

namespace hotsite::contract {

/// 1E+05, 6.00E+02, 600.0, 600,00, 1-Jun, 01.06.2009, 10/5/2009, and numbers of five decimal digits and more.
bool LooksDamaged(std::string_view plain);

/// What is to be said of it, completing "`1E+05` …".
std::string DamagedNumber(std::string_view plain);

}  // namespace hotsite::contract
