// Programs of three families that fill in a form: what they do to a file differs, the values must not.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace hotsite::acceptance {

/// By field; a box is ticked with `Yes`.
using Values = std::map<std::string, std::string>;

struct Filler {
  std::string name;
  /// Returns the filled file; fails the test when the program does.
  std::function<std::string(const std::string& pdf, const Values& values)> fill;
};

/// libqpdf, and of pdftk and poppler those that are installed; says which isn't.
std::vector<Filler> Fillers();

}  // namespace hotsite::acceptance
