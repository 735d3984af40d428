// Where an entity is written, for diagnostics and for fix-its that move or extend it.
#pragma once

#include <optional>

#include "compiler/support/source_file.h"

namespace hotsite::model {

struct Written {
  Span name;                  // the name (or the whole statement's first word where it has none)
  Span whole;                 // the statement with its block, without the line end
  std::optional<Span> block;  // the block with its braces
  /// Made by a `for` or taken from a profile: the text stands for several entities, so no fix-it may edit it.
  bool generated = false;
};

}  // namespace hotsite::model
