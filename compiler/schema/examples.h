// Examples: a line or a small block for every row of the table of statements, as `hotsite explain` shows it. The
// harness reads each with the real reader, inside the statement in whose block it stands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/schema/schema.h"

namespace hotsite::schema {

struct Example {
  std::string_view word;
  std::string_view place;  // the block it stands in: one of its row's parents, or `lpar/zvm`: a zvm in an lpar
  std::string_view text;   // the statement; lines of a block are indented by two

  /// The last word of `place`.
  std::string_view parent() const { return place.substr(place.rfind('/') + 1); }
};

std::span<const Example> AllExamples();

/// The examples of a row, in order; a row has at least one.
std::vector<const Example*> ExamplesOf(const Row& row);

/// The example inside the statements around it (`site home {` … `}`), without `hotsite 1`.
std::string InSurroundings(const Example& example);

}  // namespace hotsite::schema
