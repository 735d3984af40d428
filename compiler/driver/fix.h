// Applies the repairs of which there is only one. Pure: files come in through a SourceProvider, the caller writes them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

struct AppliedFix {
  std::string path;
  std::uint32_t line = 0;  // of the finding, in the text that it was found in
  Code code;
  std::string text;  // of the help
};

struct Fixed {
  std::vector<AppliedFix> applied;
  std::map<std::string, std::string> texts;  // the files that changed: path -> new text
  std::vector<std::string> refused;          // files that fixes would have broken: a bug in Hotsite
  Compilation compilation;                   // of the new texts
};

/// Compiles the spec at `path` and applies the safe edits of its findings to its own files, never to the standard
/// library, until none is left. Where two fixes touch each other, the later one waits for the next round.
Fixed FixAll(const std::string& path, check::SourceProvider& provider);

}  // namespace hotsite::driver
