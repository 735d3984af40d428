// Reads the operands of a statement by its row's pattern.
#pragma once

#include <optional>

#include "compiler/check/entry.h"
#include "compiler/check/scope.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

/// The statement's operands as values; nothing when one was wrong, which has been reported once. `skip`: operands that
/// belong to the word (1 behind `also`).
std::optional<Entry> ReadStatement(const syntax::Statement& statement, const schema::Row& row, const Scope& scope,
                                   std::size_t skip, Reporter& reporter);

}  // namespace hotsite::check
