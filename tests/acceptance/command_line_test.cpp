// The command line: help on everything, and wrong usage that is told what is wrong, shown the usage line and exit
// code 2.
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "compiler/driver/command_table.h"
#include "compiler/driver/help.h"
#include "compiler/support/utf8.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using driver::AllCommands;
using driver::CommandRow;
using harness::SplitLines;

void CheckWidth(const std::string& text) {
  for (const std::string& line : SplitLines(text)) {
    INFO(line);
    CHECK(DisplayWidth(line) <= 80);
    CHECK_FALSE(line.ends_with(' '));
  }
}

TEST_CASE("every row of the table is complete") {
  std::set<std::string_view> names;
  for (const CommandRow& command : AllCommands()) {
    INFO(command.name);
    CHECK(names.insert(command.name).second);
    CHECK(command.run != nullptr);
    CHECK_FALSE(command.summary.ends_with('.'));
    CHECK(DisplayWidth(command.summary) <= 64);
    CHECK_FALSE(command.examples.empty());
    for (const driver::ExampleRow& example : command.examples)
      CHECK(example.line.find("hotsite " + std::string(command.name)) != std::string_view::npos);
    std::set<std::string_view> options{"help", "h"};
    driver::ForEachOption(command, [&](const driver::OptionRow& option) {
      INFO(option.name);
      CHECK(options.insert(option.name).second);
      CHECK_FALSE(option.help.empty());
      const bool chosen = option.value == driver::Value::kChoice || option.value == driver::Value::kReport;
      CHECK(chosen == !option.choices.empty());
      const bool named = option.value == driver::Value::kNone || option.value == driver::Value::kChoice;
      CHECK(option.value_name.empty() == named);
    });
  }
}

TEST_CASE("README lists every command") {
  const std::string readme = harness::ReadBytes(harness::SourceRoot() / "README.md");
  for (const CommandRow& command : AllCommands()) {
    INFO(command.name);
    CHECK(readme.find("`hotsite " + std::string(command.name)) != std::string::npos);
  }
}

TEST_CASE("help on a command is the same asked in three ways, and tells all that the table knows") {
  const Scratch scratch;
  for (const CommandRow& command : AllCommands()) {
    const std::string name(command.name);
    const RunResult asked = Run(scratch, "hotsite " + name + " --help");
    CHECK(asked.exit_code == 0);
    CHECK(asked.err.empty());
    CHECK(asked.out == Run(scratch, "hotsite help " + name).out);
    CHECK(asked.out == Run(scratch, "hotsite " + name + " a b c --nonsense -h").out);
    CheckWidth(asked.out);
    driver::ForEachOption(command, [&](const driver::OptionRow& option) {
      CHECK(asked.out.find("\n  " + driver::Spelled(option)) != std::string::npos);
    });
    for (const driver::ExampleRow& example : command.examples)
      CHECK(asked.out.find("\n  $ " + std::string(example.line) + "\n") != std::string::npos);
  }
}

TEST_CASE("the overview lists every command; without a command it goes to stderr") {
  const Scratch scratch;
  const RunResult asked = Run(scratch, "hotsite --help");
  CHECK(asked.exit_code == 0);
  CheckWidth(asked.out);
  for (const CommandRow& command : AllCommands())
    CHECK(asked.out.find("\n  " + std::string(command.name) + " ") != std::string::npos);
  CHECK(Run(scratch, "hotsite help").out == asked.out);
  const RunResult bare = Run(scratch, "hotsite");
  CHECK(bare.exit_code == 2);
  CHECK(bare.out.empty());
  CHECK(bare.err == asked.out);
}

TEST_CASE("wrong usage is told what is wrong") {
  const Scratch scratch;
  struct Wrong {
    const char* line;
    const char* first;  // the first line of stderr
  };
  const Wrong all[] = {
      {"chek 2009.dr", "hotsite: there is no command `chek` (did you mean `check`?)"},
      {"2009.dr", "hotsite: what shall be done with `2009.dr`? For example: hotsite check 2009.dr"},
      {"--werror check x", "hotsite: `--werror` stands where the command must stand: hotsite COMMAND …"},
      {"HS2001", "hotsite: `HS2001` is no command; this explains it: hotsite explain HS2001"},
      {"help vswitch", "hotsite: `vswitch` is no command; this explains it: hotsite explain vswitch"},
      {"help bild", "hotsite: there is no command `bild` (did you mean `build`?)"},
      {"check", "hotsite check: SPEC is missing: the `.dr` file with the year's `recovery`"},
      {"check ''", "hotsite check: SPEC is empty: the `.dr` file with the year's `recovery`"},
      {"check a b", "hotsite check: `b` is one word too many"},
      {"build a.dr b", "hotsite build: `b` is one word too many; if it is the folder to write to, `-o b`"},
      {"check a --wError", "hotsite check: there is no option `--wError` (did you mean `--werror`?)"},
      {"check a -format json", "hotsite check: there is no option `-format`, but there is `--format`"},
      {"check a --format", "hotsite check: `--format` needs a value: --format human|json"},
      {"check a --format xml", "hotsite check: `--format` is `human` or `json`, not `xml`"},
      {"check a --most=many", "hotsite check: `--most` takes a whole number, not `many`"},
      {"check a --most 4294967296", "hotsite check: `--most` takes a whole number, not `4294967296`"},
      {"check --most --werror a", "hotsite check: `--most` needs a value: --most N"},
      {"build a -o", "hotsite build: `-o` needs a value: -o DIR"},
      {"build a -o ''", "hotsite build: `-o` has an empty value: -o DIR"},
      {"build a --verify=yes", "hotsite build: `--verify` takes no value"},
      {"list-backends zvm", "hotsite list-backends: it takes no operand, but `zvm` stands there"},
  };
  for (const Wrong& wrong : all) {
    INFO(wrong.line);
    const RunResult result = Run(scratch, "cd " + Quoted(scratch / "") + "; hotsite " + wrong.line);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    const std::vector<std::string> lines = SplitLines(result.err);
    REQUIRE(lines.size() >= 2);
    CHECK(lines.front() == wrong.first);
  }
}

TEST_CASE("what is wrong is shown without what could command a terminal") {
  const Scratch scratch;
  for (const char* line : {"hotsite \"$esc[2Jx\"", "hotsite check a \"--$esc[2J\"", "hotsite check a \"${esc}b\"",
                           "hotsite check a --format \"$esc\"", "hotsite check a --most \"$esc\""}) {
    INFO(line);
    const RunResult result = Run(scratch, std::string("esc=$(printf '\\033'); ") + line);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find('\033') == std::string::npos);
  }
}

TEST_CASE("options may stand anywhere and in every usual form") {
  const Scratch scratch;
  scratch.Write("a.dr", "hotsite 1\n");
  const std::string spec = Quoted(scratch / "a.dr");
  const std::string wanted = Run(scratch, "hotsite check --format json " + spec).out;
  CHECK(wanted.find('{') != std::string::npos);
  CHECK(Run(scratch, "hotsite check " + spec + " --format=json").out == wanted);
  CHECK(Run(scratch, "hotsite check --format human " + spec + " --format json").out == wanted);
  scratch.Write("-a.dr", "hotsite 1\n");
  CHECK(Run(scratch, "cd " + Quoted(scratch / "") + "; hotsite check -- -a.dr").exit_code == 0);
  CHECK(Run(scratch, "cd " + Quoted(scratch / "") + "; hotsite check -a.dr").exit_code == 2);
}

TEST_CASE("a spec that isn't named, a folder, a misspelt name: the specs that are there are told") {
  const Scratch scratch;
  for (const char* name : {"2009.dr", "systems.dr"}) scratch.Write(std::string("year/") + name, "hotsite 1\n");
  const auto told = [&](const std::string& folder, const std::string& line) {
    const RunResult result = Run(scratch, "cd " + Quoted(scratch / folder) + "; hotsite " + line);
    CHECK(result.exit_code == 2);
    return SplitLines(result.err).front();
  };
  CHECK(told("year", "check") ==
        "hotsite check: SPEC is missing: the `.dr` file with the year's `recovery`; this folder holds `2009.dr` and "
        "`systems.dr`");
  CHECK(told("", "check year") == "error[HS9001]: `year` is a folder, not a file; it holds `2009.dr` and `systems.dr`");
  CHECK(told("", "check year/sytems.dr") ==
        "error[HS9001]: `year/sytems.dr` can't be read: no such file or directory; did you mean `systems.dr`?");
  CHECK(told("", "check other.dr") == "error[HS9001]: `other.dr` can't be read: no such file or directory");
  CHECK(told("", "check no/such.dr") == "error[HS9001]: `no/such.dr` can't be read: no such file or directory");
}

TEST_CASE("--version tells the version alone") {
  const Scratch scratch;
  const RunResult result = Run(scratch, "hotsite --version");
  CHECK(result.exit_code == 0);
  CHECK(result.out.starts_with("hotsite "));
  CHECK(SplitLines(result.out).size() == 1);
}

}  // namespace
}  // namespace hotsite::acceptance
