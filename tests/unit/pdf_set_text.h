// Sets text with the fonts of PDFs, for tests that look at lines without a page around them.
#pragma once

#include <string>
#include <vector>

namespace hotsite {

/// The lines of `text`, 9 points high, in a column of `width` points.
std::vector<std::string> SetLines(const std::string& text, double width);
double WidestLine(const std::string& text, double width);

/// Why there are no fonts in `folder` for the texts; empty: there are.
std::string FontProblem(const std::vector<std::string>& texts, const std::string& folder);
/// As above, in the folder that PDFs are made with.
std::string FontProblem(const std::vector<std::string>& texts);
/// The families that stand ready for the texts, with commas between them.
std::string FontFamilies(const std::vector<std::string>& texts);

}  // namespace hotsite
