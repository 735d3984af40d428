// What people, fonts and spreadsheets do to a typed value, undone: `0600 – 0602`, `X'0600'`, `“24 GB”`. Used by the
// readers of values only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotsite::contract {

/// Blanks of all kinds are one, none at the ends; dashes and quotes of all kinds are the plain ones; invisible
/// characters are gone, and so is a pair of double quotes around all of it.
std::string Plain(std::string_view text);

/// In capitals and without a full stop at the end, to be compared with words.
std::string Folded(std::string_view plain);

/// The parts between commas and semicolons, without blanks at their ends; empty ones too.
std::vector<std::string> Parts(std::string_view plain);

/// The words between blanks.
std::vector<std::string> WordsOf(std::string_view text);

}  // namespace hotsite::contract
