// What says the same in another way is no change: a spec and itself, other blanks and line ends, a file that was split,
// statements in another order.
#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/parse.h"
#include "tests/harness/corpus.h"
#include "tests/harness/files.h"
#include "tests/harness/mangle.h"

namespace hotsite::harness {
namespace {

/// The statements at the top of a file, each with the comments above it.
struct TopLevel {
  std::string uses;  // `hotsite 1`, what is used, the file's own comment
  std::vector<std::string> statements;

  explicit TopLevel(const std::string& text) {
    SourceMap sources;
    Reporter reporter;
    const syntax::File file = syntax::Parse(sources, sources.Add("", text), reporter);
    std::size_t from = 0;
    for (const syntax::Statement& statement : file.statements) {
      const std::string one = text.substr(from, statement.whole.end - from) + "\n";
      const std::size_t begin = statement.whole.begin - from;
      from = statement.whole.end;
      if (statement.word == "use" || statement.word == "hotsite") {
        uses += one;
      } else {
        const std::size_t title = statements.empty() ? one.rfind("\n\n", begin) : std::string::npos;
        const std::size_t own = title == std::string::npos ? 0 : title + 2;
        if (own > 0) uses += one.substr(0, own);
        statements.push_back(one.substr(own));
      }
    }
  }
};

std::string Joined(const std::string& head, const std::vector<std::string>& statements) {
  std::string text = head;
  for (const std::string& one : statements) text += one;
  return text;
}

std::vector<std::string> SortedLines(const std::string& text) {
  std::vector<std::string> lines = SplitLines(text);
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST_CASE("a spec and itself: nothing is told, whatever rules say of it") {
  std::size_t tried = 0, with_errors = 0;
  for (const CorpusSpec& spec : AllCorpusSpecs()) {
    INFO(spec.name);
    const driver::Compilation one = spec.Compiled();
    if (!one.model) continue;
    ++tried;
    if (one.has_errors()) ++with_errors;
    const diff::SpecChanges changes = Compared(one, one);
    CHECK(Told(changes) == "");
    CHECK(changes.request.all.empty());
    CHECK(changes.request.unchanged == one.requirements.all.size());
  }
  CHECK(tried > 200);
  CHECK(with_errors > 50);
}

TEST_CASE("blanks, line ends and blank lines: nothing is told") {
  std::mt19937 random(7);
  std::size_t tried = 0;
  for (const CorpusSpec& spec : AllCorpusSpecs()) {
    INFO(spec.name);
    const driver::Compilation before = spec.Compiled();
    if (!before.model) continue;
    const std::string& file = spec.files.front();
    const driver::Compilation now = spec.Compiled(file, Mangled(spec.Text(file), random));
    if (!now.model) continue;  // behind a comma a line began with what may be a statement
    ++tried;
    CHECK(Told(Compared(before, now)) == "");
  }
  CHECK(tried > 300);
}

TEST_CASE("a file that was split in two: nothing is told") {
  std::size_t tried = 0;
  for (const CorpusSpec& spec : AllCorpusSpecs()) {
    INFO(spec.name);
    const driver::Compilation before = spec.Compiled();
    const std::string& file = spec.files.front();
    if (!before.model || spec.Text(file).starts_with("\xEF")) continue;
    const TopLevel top(spec.Text(file));
    const auto half = top.statements.begin() + static_cast<std::ptrdiff_t>(top.statements.size() / 2);
    const std::string first = Joined(top.uses, {top.statements.begin(), half});
    const std::string rest = Joined(top.uses + "use \"part.dr\"\n", {half, top.statements.end()});
    const driver::Compilation now = spec.Compiled({{"part.dr", first}, {file, rest}});
    if (!now.model) continue;  // a private value, a cycle of files
    ++tried;
    CHECK(Told(Compared(before, now)) == "");
  }
  CHECK(tried > 200);
}

TEST_CASE("statements in another order that yields the same: nothing is told") {
  std::size_t tried = 0;
  for (const CorpusSpec& spec : AllCorpusSpecs()) {
    INFO(spec.name);
    const driver::Compilation before = spec.Compiled();
    const std::string& file = spec.files.front();
    if (!before.model || spec.Text(file).starts_with("\xEF")) continue;
    TopLevel top(spec.Text(file));
    std::reverse(top.statements.begin(), top.statements.end());
    const driver::Compilation now = spec.Compiled(file, Joined(top.uses, top.statements));
    if (!now.model || SortedLines(YieldOf(before)) != SortedLines(YieldOf(now))) continue;
    ++tried;
    CHECK(Told(Compared(before, now)) == "");
  }
  CHECK(tried > 50);
}

}  // namespace
}  // namespace hotsite::harness
