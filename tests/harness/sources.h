// Compiles specs that stand in memory or in examples/. Used by the harness and acceptance tests.
#pragma once

#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::harness {

/// Compiles one text that uses nothing but the standard library.
driver::Compilation CompileText(std::string text);

/// The specs of examples/<name> and their ledger, by file name, ready to be changed before they are compiled.
check::MemorySources ExampleSources(const std::string& name);

/// One line per finding: "error HS2001 2007-as-built.dr:10". What tests compare when the wording isn't the point.
std::vector<std::string> CodesAndPlaces(const driver::Compilation& result);

/// "HS2001 HS2204 …": the codes of one severity, sorted, each once.
std::string CodesOf(const std::vector<Diagnostic>& findings, Severity severity);

/// All findings as the terminal shows them, for the message of a failing test.
std::string Rendered(const driver::Compilation& result);

}  // namespace hotsite::harness
