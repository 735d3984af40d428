// What to say of a statement that the schema doesn't have at its place.
#pragma once

#include <string_view>

#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

void ReportUnknownStatement(std::string_view word, Span span, const syntax::Statement& statement,
                            std::string_view parent, Reporter& reporter);

}  // namespace hotsite::check
