// Source text -> ast. The only door to the ANTLR parser.
#pragma once

#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"
#include "compiler/syntax/ast.h"

namespace hotsite::syntax {

/// Parses a file of `sources`. Syntax errors go to `reporter`, each line's once; the ast holds every statement that is
/// whole.
File Parse(const SourceMap& sources, FileId file, Reporter& reporter);

}  // namespace hotsite::syntax
