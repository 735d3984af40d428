// A spec that is checked in memory. `hotsite 1` is put before each file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/model.h"
#include "compiler/support/source_file.h"

namespace hotsite {

struct Checked {
  SourceMap sources;
  std::optional<model::Model> model;
  std::vector<Diagnostic> findings;
  std::string text;  // the findings as the terminal shows them
};

/// `main.dr` is the spec.
Checked Check(std::map<std::string, std::string> files);
Checked Check(std::string text);

std::vector<std::string> Names(const model::Model& model);

}  // namespace hotsite
