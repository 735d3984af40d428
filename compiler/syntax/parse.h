// Source text -> tokens -> ast. The only door to ANTLR.
#pragma once

#include <vector>

#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"
#include "compiler/syntax/ast.h"
#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

/// All tokens of a file of `sources` in order, comments and newlines included, kEnd last. What doesn't fit the language
/// is among them (kBad, kUnterminated); only a file with too many words is an error here, and has none.
std::vector<Token> Lex(const SourceMap& sources, FileId file, Reporter& reporter);

/// Parses a file of `sources`. Syntax errors go to `reporter`, each line's once; the ast holds every statement that is
/// whole.
File Parse(const SourceMap& sources, FileId file, Reporter& reporter);

}  // namespace hotsite::syntax
