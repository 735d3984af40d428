// A name of the standard library in a spec that doesn't use the part with it: one forgotten `use`, told once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

/// Where `use` lines are put into each file: behind the last one, else behind the first line.
std::map<FileId, Edit> PlacesForUse(const std::vector<syntax::File>& files, const SourceMap& sources);

/// Reports that `name`, written at `span`, stands in a part of the standard library that isn't used. False where no
/// part has it, or several do. `told`: the parts that this was said of.
bool ReportedAsUnused(std::string_view name, Span span, const Elaborated& spec, std::set<std::string>& told,
                      Reporter& reporter);

}  // namespace hotsite::check
