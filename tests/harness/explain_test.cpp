// What `hotsite explain` shows of the language is true: the real reader reads every example.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/check/cursor.h"
#include "compiler/check/elaborate.h"
#include "compiler/check/readers.h"
#include "compiler/diagnostics/render.h"
#include "compiler/schema/examples.h"
#include "compiler/schema/pattern.h"
#include "compiler/schema/type_docs.h"
#include "compiler/syntax/parse.h"

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
    INFO(example.text << "\nin " << example.place);
    const schema::Row* row = schema::FindRow(example.word, example.parent());
    REQUIRE(row != nullptr);
    CHECK(example.text.starts_with(example.word));
    CHECK(example.text.find('\t') == std::string_view::npos);
    const std::string text = schema::InSurroundings(example);
    INFO(text);
    CHECK(FindingsOf(text) == "");
  }
}

// What the reader of a type says of a text; empty when it takes it whole.
std::string Judge(schema::Type type, std::string_view text) {
  SourceMap sources;
  Reporter reporter;
  const FileId id = sources.Add("spec.dr", "x " + std::string(text) + "\n");
  const syntax::File file = syntax::Parse(sources, id, reporter);
  if (reporter.error_count() == 0 && file.statements.size() == 1) {
    const syntax::Statement& statement = file.statements.front();
    const check::Scope scope;
    check::Cursor cursor(statement.operands, statement.word_span, scope, reporter);
    schema::Element element;
    element.type = type;
    const auto value = check::ReadOperand(cursor, element);
    if (value && !cursor.done()) return "more is left";
  }
  return RenderTerminal(reporter.Take(), sources, {});
}

TEST_CASE("every type tells how it is written, with examples that its reader takes") {
  for (const schema::Type type : schema::AllTypes()) {
    const schema::TypeDoc& doc = schema::DocOf(type);
    INFO(schema::NameOf(type));
    CHECK(doc.written.ends_with('.'));
    if (type != schema::Type::kChoice) {
      CHECK_FALSE(doc.examples.front().empty());
      CHECK(Judge(type, schema::ExampleOf(type)) == "");
    }
    for (const std::string_view example : doc.examples) {
      if (!example.empty()) CHECK(Judge(type, example) == "");
    }
  }
}

TEST_CASE("what a type is said to refuse is refused by its reader") {
  for (const schema::Type type : schema::AllTypes()) {
    for (const schema::Refused& refused : schema::DocOf(type).refused) {
      if (refused.text.empty()) continue;
      INFO(schema::NameOf(type) << " " << refused.text);
      CHECK(Judge(type, refused.text) != "");
      CHECK_FALSE(refused.why.empty());
    }
  }
}

}  // namespace
}  // namespace hotsite::harness
