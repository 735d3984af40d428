#include "tests/acceptance/examples.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/support/check.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

/// Begin and end (behind the line end) of the only line that holds `part`.
std::pair<std::size_t, std::size_t> FindLine(std::string_view text, std::string_view part) {
  const std::size_t at = text.find(part);
  HOTSITE_CHECK(at != std::string_view::npos, "the example holds the line that the test changes");
  HOTSITE_CHECK(text.find(part, at + 1) == std::string_view::npos, "the test names one line of the example");
  const std::size_t before = text.rfind('\n', at);
  return {before == std::string_view::npos ? 0 : before + 1, text.find('\n', at) + 1};
}

}  // namespace

std::string ExampleSpec(const std::string& example, const std::string& file) {
  return harness::ReadBytes(harness::SourceRoot() / "examples" / example / file);
}

driver::Compilation CompileExample(const std::string& example, const std::string& file, std::string text) {
  check::MemorySources sources = harness::ExampleSources(example);
  sources.Put(file, std::move(text));
  return driver::Compile(file, sources);
}

const Diagnostic& TheFinding(const driver::Compilation& result, const std::string& code) {
  const auto is_it = [&](const Diagnostic& d) { return d.code.ToString() == code; };
  INFO(harness::Rendered(result));
  REQUIRE(std::count_if(result.findings.begin(), result.findings.end(), is_it) == 1);
  return *std::find_if(result.findings.begin(), result.findings.end(), is_it);
}

std::string WithoutLine(std::string text, std::string_view part) {
  const auto [begin, end] = FindLine(text, part);
  return text.erase(begin, end - begin);
}

std::string WithLinesBehind(std::string text, std::string_view part, std::string_view added) {
  return text.insert(FindLine(text, part).second, added);
}

}  // namespace hotsite::acceptance
