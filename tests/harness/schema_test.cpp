// The table of statements: every row is documented, its pattern parses, and some spec of the repository uses it.
#include "compiler/schema/schema.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "compiler/schema/pattern.h"
#include "compiler/syntax/parse.h"
#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

using Used = std::set<std::pair<std::string, std::string>>;  // word, in a block of

void Collect(const std::vector<syntax::Statement>& statements, const std::string& parent, Used& used) {
  for (const syntax::Statement& statement : statements) {
    const bool also = statement.word == "also" && !statement.operands.empty();
    const std::string word(also ? statement.operands.front().text : statement.word);
    used.emplace(word, parent);
    if (!statement.block) continue;
    const schema::Row* row = schema::FindRow(word, parent);
    std::string inside(row == nullptr ? "" : row->block);
    if (inside == "*") inside = parent;
    if (inside == "*kind") inside = statement.operands.empty() ? "" : std::string(statement.operands.front().text);
    Collect(*statement.block, inside, used);
  }
}

Used AllUsed() {
  Used used;
  for (const char* folder : {"examples", "stdlib", "tests/cases"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SourceRoot() / folder)) {
      if (entry.path().extension() != ".dr") continue;
      const std::string text = ReadBytes(entry.path());
      if (FindSourceProblem(text)) continue;
      SourceMap sources;
      Reporter reporter;
      const FileId id = sources.Add(entry.path().string(), text);
      Collect(syntax::Parse(sources, id, reporter).statements, "file", used);
    }
  }
  return used;
}

TEST_CASE("every statement is documented and written somewhere") {
  const Used used = AllUsed();
  for (const schema::Row& row : schema::AllRows()) {
    INFO(row.word << " in " << row.parents);
    CHECK(row.doc.size() > 10);
    CHECK_FALSE(row.doc.ends_with('.'));
    CHECK_FALSE(schema::FormsOf(row).empty());
    bool found = false;
    for (const auto& [word, parent] : used) found = found || schema::FindRow(word, parent) == &row;
    CHECK(found);
  }
}

TEST_CASE("a word has one row for each place") {
  std::set<std::pair<std::string_view, std::string>> seen;
  for (const schema::Row& row : schema::AllRows()) {
    std::string_view rest = row.parents;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      INFO(row.word << " in " << rest.substr(0, end));
      CHECK(seen.emplace(row.word, std::string(rest.substr(0, end))).second);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

}  // namespace
}  // namespace hotsite::harness
