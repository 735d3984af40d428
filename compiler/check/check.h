// The pass list: a spec's file -> a checked model and findings.
#pragma once

#include <optional>
#include <string>

#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"
#include "compiler/support/source_file.h"

namespace hotsite::check {

/// Parses and resolves a spec, without judging it. The model is there whenever every statement could be read and every
/// name resolved, also when rules found errors; so `diff` works between specs that have some.
std::optional<model::Model> Read(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                 Reporter& reporter);

/// Runs all rules on a model that was read; what the spec accepts goes into the model, the rest to `reporter`.
void Judge(model::Model& model, const SourceMap& sources, Reporter& reporter);

/// Read, then Judge.
std::optional<model::Model> Check(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                  Reporter& reporter);

}  // namespace hotsite::check
