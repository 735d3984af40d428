// How the values of each operand type are written, with examples, and what is refused and why: what `hotsite explain`
// tells of a type. The harness reads every example and every refused text with the real reader.
#pragma once

#include <array>
#include <string_view>

#include "compiler/schema/schema.h"

namespace hotsite::schema {

struct Refused {
  std::string_view text;
  std::string_view why;  // half a sentence: "some mean 10^9 by it, others 2^30"
};

struct TypeDoc {
  Type type;
  std::string_view written;                    // how it is written and its limits: sentences
  std::array<std::string_view, 6> examples{};  // empty ones behind the last
  std::array<Refused, 5> refused{};            // likewise
};

/// The type's own entry; every type has one.
const TypeDoc& DocOf(Type type);

}  // namespace hotsite::schema
