#include "compiler/diff/change_examples.h"

#include <algorithm>

#include "compiler/diff/change_codes.h"
#include "compiler/support/check.h"

namespace hotsite::diff {
namespace {

constexpr ChangeExample kExamples[] = {
#define HOTSITE_CHANGE_EXAMPLE(name, look, before, after) {codes::k##name, look, before, after},
#include "compiler/diff/change_examples.def"
#undef HOTSITE_CHANGE_EXAMPLE
};

}  // namespace

std::span<const ChangeExample> AllChangeExamples() { return kExamples; }

const ChangeExample& ExampleOf(Code code) {
  const auto found = std::find_if(std::begin(kExamples), std::end(kExamples),
                                  [&](const ChangeExample& one) { return one.code == code; });
  HOTSITE_CHECK(found != std::end(kExamples), "every code of a change has an example");
  return *found;
}

}  // namespace hotsite::diff
