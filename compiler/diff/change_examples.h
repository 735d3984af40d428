// What the reviewer of a change must look at, and an example of it: beside the codes, for `hotsite explain` and the
// manual.
#pragma once

#include <span>
#include <string_view>

#include "compiler/diagnostics/diagnostic.h"

namespace hotsite::diff {

struct ChangeExample {
  Code code;
  std::string_view look;    // sentences
  std::string_view before;  // lines of the older spec; empty where they are missing, or where no line shows it
  std::string_view after;   // of the newer one
};

/// One for each code, in their order.
std::span<const ChangeExample> AllChangeExamples();
const ChangeExample& ExampleOf(Code code);

}  // namespace hotsite::diff
