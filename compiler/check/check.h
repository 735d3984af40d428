// The pass list: a spec's file -> a checked model and findings.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/build.h"
#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"
#include "compiler/support/source_file.h"

namespace hotsite::check {

/// Parses and resolves a spec, without judging it. The model is there whenever every statement could be read and every
/// name resolved, also when rules found errors; so `diff` works between specs that have some.
std::optional<model::Model> Read(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                 Reporter& reporter);

/// Changes a spec's statements after they were read and before they become a model: what the vendor promised instead of
/// what the spec asks for (compiler/contract/promise.h).
using Amend = std::function<void(Elaborated& spec, Reporter& reporter)>;

/// As above, with the statements changed. `answers`: by key of the hole (model::Hole::key), the text that takes the
/// place of its `?`.
std::optional<model::Model> ReadAmended(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                        Reporter& reporter, const Amend& amend, const HoleAnswers& answers);

/// Reads a contract file: its `contract` statements, in text order. Whatever else it holds is an error.
std::vector<model::Contract> ReadContracts(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                           Reporter& reporter);

/// Runs all rules on a model that was read; what the spec accepts goes into the model, the rest to `reporter`.
void Judge(model::Model& model, const SourceMap& sources, Reporter& reporter);

/// Read, then Judge.
std::optional<model::Model> Check(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                  Reporter& reporter);

}  // namespace hotsite::check
