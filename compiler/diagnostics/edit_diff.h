// Edits as the lines that they take out and put in, for people. Made and used by the terminal renderer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/support/source_file.h"

namespace hotsite {

struct DiffLine {
  char sign = ' ';           // '-' goes, '+' comes, ' ' stays (shown to say where)
  std::uint32_t number = 0;  // in the old text; lines that come are counted on from where they come
  std::string text;
};

struct FileDiff {
  FileId file{};
  std::vector<DiffLine> lines;
};

/// What `edits` change, by file in the order of the edits, by line within a file. A place where lines only come
/// shows the line before it as well.
std::vector<FileDiff> DiffOf(const std::vector<Edit>& edits, const SourceMap& sources);

}  // namespace hotsite
