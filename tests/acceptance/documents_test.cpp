// What the documents show is what the program does, and the reference manual is what it prints.
#include "tests/acceptance/documents.h"

#include <catch2/catch.hpp>
#include <map>

#include "compiler/driver/command_table.h"
#include "compiler/driver/manual.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

TEST_CASE("every example in docs/ does what stands below it (./dev docs rewrites it)") {
  std::size_t fences = 0;
  for (const RunDocument& document : RunDocuments()) {
    INFO(harness::RelativeName(document.path));
    for (const std::string& problem : document.problems) FAIL_CHECK(problem);
    INFO(harness::FirstDifference(document.text, document.expected));
    CHECK(document.text == document.expected);
    for (std::size_t at = 0; (at = document.text.find("\n```", at)) != std::string::npos; ++at) ++fences;
  }
  CHECK(fences > 80);  // two for each example
}

TEST_CASE("a fence writes, adds to or changes a file, and a console shows what its commands print") {
  const std::string text =
      "# T\n\n```dr a.dr\nzvm A {\n  memory 1\n}\n```\n\n```dr a.dr in zvm A\nlinux B {\n}\n```\n\n"
      "```dr a.dr instead of memory\nmemory 2\nxstore 3\n```\n\n```dr a.dr more\nsite C\n```\n\n"
      "```console\n$ cat a.dr\nstale\n$ echo e >&2; printf x\n```\n";
  const RunDocument document = RunText("t.md", text);
  CHECK(document.problems.empty());
  const std::string console =
      "```console\n$ cat a.dr\nzvm A {\n  memory 2\n  xstore 3\n\n  linux B {\n  }\n}\n\nsite C\n$ echo e >&2; printf "
      "x\n"
      "e\nx\n```\n";
  CHECK(document.expected == text.substr(0, text.find("```console")) + console);
}

TEST_CASE("a fence shows a file of the source tree, and a longer one what has fences in it") {
  const std::string shown = "```yaml docs/ci/github.yml\n";
  const std::string file = harness::ReadBytes(harness::SourceRoot() / "docs/ci/github.yml");
  CHECK(RunText("t.md", shown + "stale\n```\n").expected == shown + file + "```\n");
  const std::string longer = "````console\n$ echo '```'\n```\n````\n";
  CHECK(RunText("t.md", longer).expected == longer);
}

TEST_CASE("a fence that nothing runs is a problem, and so is one that fits nowhere") {
  CHECK(RunText("t.md", "```dr\nzvm A\n```\n").problems.size() == 1);
  CHECK(RunText("t.md", "```text\nzvm A\n```\n").problems.size() == 1);
  CHECK(RunText("t.md", "```yaml docs/ci/none.yml\nzvm A\n```\n").problems.size() == 1);
  CHECK(RunText("t.md", "```dr a.dr\nzvm A\n```\n```dr a.dr in zvm A\nmemory 1\n```\n").problems.size() == 1);
  CHECK(RunText("t.md", "```dr a.dr\nzvm A\n```\n```dr a.dr instead of zos\nzos B\n```\n").problems.size() == 1);
  CHECK(RunText("t.md", "```dr a.dr\nzvm A\n```\n```dr a.dr into zvm\nzos B\n```\n").problems.size() == 1);
}

TEST_CASE("the reference manual is as the program prints it (./dev docs rewrites it)") {
  const std::filesystem::path folder = harness::SourceRoot() / "docs" / "reference";
  const auto compare = [&](const std::string& name, const std::string& text) {
    INFO(name);
    REQUIRE(std::filesystem::exists(folder / name));
    const std::string checked_in = harness::ReadBytes(folder / name);
    INFO(harness::FirstDifference(checked_in, text));
    CHECK(checked_in == text);
  };
  for (const driver::ManualFile& file : driver::ManualFiles()) compare(file.name, file.text);
  // One more is made from a run of other programs (tests/readers/matrix_test.cpp).
  CHECK(std::filesystem::exists(folder / "linux-matrix.md"));
  CHECK(harness::FilesUnder(folder, "").size() == driver::ManualFiles().size() + 1);
}

TEST_CASE("every link within a chapter leads to one heading") {
  for (const driver::Chapter& chapter : driver::AllChapters()) {
    const std::string text = driver::TextOf(chapter);
    std::map<std::string, int> anchors;
    for (const std::string& line : harness::SplitLines(text)) {
      if (line.starts_with("#")) ++anchors[driver::AnchorOf(line.substr(line.find(' ') + 1))];
    }
    INFO(chapter.name);
    for (std::size_t at = 0; (at = text.find("](#", at)) != std::string::npos; ++at) {
      const std::string anchor = text.substr(at + 3, text.find(')', at) - at - 3);
      INFO(anchor);
      CHECK(anchors[anchor] == 1);
    }
  }
}

// The words behind the program's name and the command's, as a shell would split them.
std::vector<std::string> WordsOf(std::string_view line) {
  line.remove_prefix(line.find("hotsite "));
  line = line.substr(0, line.find_first_of(")|>"));
  std::vector<std::string> words;
  bool quoted = false, open = false;
  for (const char c : line) {
    const bool ends = c == ' ' && !quoted;
    if (!ends && !std::exchange(open, true)) words.emplace_back();
    if (c == '"') quoted = !quoted;
    if (ends) open = false;
    if (!ends && c != '"') words.back() += c;
  }
  words.erase(words.begin(), words.begin() + 2);
  return words;
}

TEST_CASE("every command line that help and the manual show as an example can be read") {
  for (const driver::CommandRow& command : driver::AllCommands()) {
    for (const driver::ExampleRow& example : command.examples) {
      INFO(example.line);
      std::string problem;
      CHECK(driver::ReadArguments(command, WordsOf(example.line), &problem));
      CHECK(problem == "");
    }
  }
}

TEST_CASE("the manual is printed by chapter, or written into a folder") {
  const Scratch scratch;
  const RunResult chapter = Run(scratch, "hotsite manual types");
  CHECK(chapter.exit_code == 0);
  CHECK(chapter.out == driver::TextOf(*driver::FindChapter("types")));
  CHECK(Run(scratch, "hotsite manual").out == driver::Contents());
  const RunResult wrong = Run(scratch, "hotsite manual statments");
  CHECK(wrong.exit_code == 2);
  CHECK(wrong.err.starts_with("hotsite manual: there is no chapter `statments` (did you mean `statements`?)"));
  scratch.Write("m/own.txt", "kept");
  const RunResult written = Run(scratch, "hotsite manual -o " + Quoted(scratch / "m"));
  CHECK(written.exit_code == 0);
  CHECK(harness::ReadBytes(scratch / "m/limits.md") == driver::TextOf(*driver::FindChapter("limits")));
  CHECK(harness::ReadBytes(scratch / "m/own.txt") == "kept");
  CHECK(Run(scratch, "hotsite manual types -o " + Quoted(scratch / "m")).exit_code == 2);
}

}  // namespace
}  // namespace hotsite::acceptance
