// What `hotsite explain` shows of the language is true: the real reader reads every example.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/render.h"
#include "compiler/schema/examples.h"

namespace hotsite::harness {
namespace {

using schema::Example;

std::string FindingsOf(const std::string& text) {
  std::string spec = text.starts_with("hotsite 1") ? text : "hotsite 1\n";
  for (const std::string_view module : check::StandardModules()) spec += "use " + std::string(module) + "\n";
  // What the examples take over or call.
  if (!text.starts_with("profile")) spec += "profile linux SERVER { memory 1 GiB }\n";
  if (!text.starts_with("hotsite 1")) spec += text;
  check::MemorySources files({{"spec.dr", spec}, {"systems.dr", "hotsite 1\n"}});
  SourceMap sources;
  Reporter reporter;
  (void)check::Elaborate("spec.dr", files, sources, reporter);
  return RenderTerminal(reporter.Take(), sources, {});
}

TEST_CASE("every statement has an example") {
  for (const schema::Row& row : schema::AllRows()) {
    INFO(row.word << " in " << row.parents << ": add a line to compiler/schema/examples.cpp");
    CHECK_FALSE(schema::ExamplesOf(row).empty());
  }
}

TEST_CASE("every example is of a statement that may stand where it says, and is read without a finding") {
  for (const Example& example : schema::AllExamples()) {
    INFO(example.text << "\nin " << example.parent);
    const schema::Row* row = schema::FindRow(example.word, example.parent);
    REQUIRE(row != nullptr);
    CHECK(example.text.starts_with(example.word));
    CHECK(example.text.find('\t') == std::string_view::npos);
    const std::string text = schema::InSurroundings(example);
    INFO(text);
    CHECK(FindingsOf(text) == "");
  }
}

}  // namespace
}  // namespace hotsite::harness
