// The examples' specs, and the ways in which the acceptance tests change them before they are compiled.
#pragma once

#include <string>
#include <string_view>

#include "compiler/check/source_provider.h"
#include "compiler/driver/pipeline.h"
#include "tests/harness/sources.h"

namespace hotsite::acceptance {

/// The text of a file of examples/EXAMPLE.
std::string ExampleSpec(const std::string& example, const std::string& file);

/// Compiles `file` of the example with its text replaced by `text`.
driver::Compilation CompileExample(const std::string& example, const std::string& file, std::string text);

inline std::string InsuranceSpec(const std::string& file) { return ExampleSpec("insurance", file); }
inline driver::Compilation CompileInsurance(const std::string& file, std::string text) {
  return CompileExample("insurance", file, std::move(text));
}
inline driver::Compilation CompileInsurance(const std::string& file) {
  return CompileInsurance(file, InsuranceSpec(file));
}

/// The only finding with this code; fails the test where there are none or several.
const Diagnostic& TheFinding(const driver::Compilation& result, const std::string& code);

/// `text` without the one line that holds `part`.
std::string WithoutLine(std::string text, std::string_view part);
/// `text` with `added` as lines behind the one line that holds `part`.
std::string WithLinesBehind(std::string text, std::string_view part, std::string_view added);

}  // namespace hotsite::acceptance
