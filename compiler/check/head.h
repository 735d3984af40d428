// The word that a statement is, behind `also` or `private` where one of them stands before it.
#pragma once

#include <string_view>

#include "compiler/diagnostics/reporter.h"
#include "compiler/schema/schema.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

struct Head {
  std::string_view word;    // of the schema
  Span span;                // its place
  std::string_view prefix;  // also, private; empty: none
  std::size_t skip = 0;     // operands that belong to the head

  bool also() const { return prefix == "also"; }
  bool hidden() const { return prefix == "private"; }
};

Head HeadOf(const syntax::Statement& statement);

/// Whether the prefix may stand here, in a block of `parent`; reports it when it may not. `also` goes with what a
/// profile's list is extended by, `private` with values and profiles of a file.
bool PrefixFits(const Head& head, Span prefix, const schema::Row& row, std::string_view parent, Reporter& reporter);

/// Whether expressions can use a value of this name; reports it when they can't.
bool IsValueName(const syntax::Operand& name, Reporter& reporter);

}  // namespace hotsite::check
