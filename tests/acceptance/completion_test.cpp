// The completion scripts in their shells, and the manual page in what prints such pages. What isn't installed is said.
#include "compiler/driver/completion.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "backends/backend.h"
#include "compiler/driver/command_table.h"
#include "compiler/driver/help.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using driver::AllCommands;
using driver::CommandRow;
using driver::OptionRow;
using Words = std::vector<std::string>;

bool Installed(const Scratch& scratch, const std::string& program) {
  if (Run(scratch, "command -v " + program).exit_code == 0) return true;
  WARN(program << " isn't installed: what is written for it goes unchecked (`./dev test` installs it)");
  return false;
}

bool Has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What bash offers for a line of which the last word is being typed, in a folder with specs and other files.
class Bash {
 public:
  Bash() {
    scratch_.Write("2009.dr", "");
    scratch_.Write("systems.dr", "");
    scratch_.Write("notes.txt", "");
    scratch_.Write("my specs/a b.dr", "");
    scratch_.Write("ask",
                   "source ./script\nCOMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1))\n_hotsite\n"
                   "for word in \"${COMPREPLY[@]}\"; do printf '%s\\n' \"$word\"; done\n");
    REQUIRE(Run(scratch_, In("hotsite completion bash > script && bash -n script")).exit_code == 0);
  }

  Words Offers(const std::string& line) const {
    const RunResult result = Run(scratch_, In("bash --norc ./ask hotsite " + line));
    INFO(line << ": " << result.err);
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    Words words = harness::SplitLines(result.out);
    std::sort(words.begin(), words.end());
    return words;
  }

 private:
  std::string In(const std::string& command) const { return "cd " + Quoted(scratch_ / "") + " && " + command; }
  Scratch scratch_;
};

TEST_CASE("bash completes commands, options, choices, specs, folders and words") {
  const Bash bash;
  CHECK(bash.Offers("che") == Words{"check"});
  CHECK(bash.Offers("check --fo") == Words{"--format"});
  CHECK(bash.Offers("check --format ''") == Words{"checkstyle", "github", "gitlab", "human", "json", "junit", "sarif"});
  CHECK(bash.Offers("check --format '='").size() == 7);
  CHECK(bash.Offers("check --format = js") == Words{"json"});
  CHECK(bash.Offers("check --most ''").empty());
  CHECK(bash.Offers("check ''") == Words{"2009.dr", "my specs", "systems.dr"});
  CHECK(bash.Offers("check 'my specs/'") == Words{"my specs/a b.dr"});
  CHECK(bash.Offers("build 2009.dr -o ''") == Words{"my specs"});
  CHECK(bash.Offers("build --only z") == Words{"zos", "zvm"});
  CHECK(bash.Offers("build --only request,req") == Words{});
  CHECK(bash.Offers("build --only request,zv") == Words{"request,zvm"});
  CHECK(bash.Offers("explain vsw") == Words{"vswitch"});
  CHECK(bash.Offers("explain HS2001") == Words{"HS2001"});
  CHECK(bash.Offers("explain z10_e") == Words{"z10_ec"});
  CHECK(bash.Offers("explain dedic") == Words{"dedicated"});
  CHECK(bash.Offers("completion z") == Words{"zsh"});
  CHECK(bash.Offers("help iss") == Words{"issue"});
  CHECK(bash.Offers("nonsense ''").empty());
}

TEST_CASE("bash offers every command, every option of each and every backend") {
  const Bash bash;
  const Words commands = bash.Offers("''");
  for (const CommandRow& command : AllCommands()) {
    CHECK(Has(commands, std::string(command.name)));
    const Words options = bash.Offers(std::string(command.name) + " -");
    driver::ForEachOption(command, [&](const OptionRow& option) {
      const std::string spelled = driver::Spelled(option);
      CHECK(Has(options, spelled.substr(0, spelled.find(' '))));
    });
    CHECK(Has(options, "--help"));
  }
  const Words backends = bash.Offers("build --only ''");
  for (const backends::BackendInfo& backend : backends::AllBackends()) CHECK(Has(backends, std::string(backend.name)));
}

TEST_CASE("zsh takes its script") {
  const Scratch scratch;
  if (!Installed(scratch, "zsh")) return;
  const std::string script = Quoted(scratch / "_hotsite");
  REQUIRE(Run(scratch, "hotsite completion zsh > " + script).exit_code == 0);
  const RunResult syntax = Run(scratch, "zsh -n " + script);
  CHECK(syntax.exit_code == 0);
  CHECK(syntax.err.empty());
  const RunResult sourced =
      Run(scratch, "zsh -fc 'autoload -U compinit; compinit -D -u; source \"$1\"; print $_comps[hotsite]' x " + script);
  CHECK(sourced.err.empty());
  CHECK(sourced.out == "_hotsite\n");
}

TEST_CASE("fish takes its script and completes with it") {
  const Scratch scratch;
  if (!Installed(scratch, "fish")) return;
  const std::string script = Quoted(scratch / "hotsite.fish");
  REQUIRE(Run(scratch, "hotsite completion fish > " + script).exit_code == 0);
  CHECK(Run(scratch, "fish -n " + script).err.empty());
  const auto offers = [&](const std::string& line) {
    const RunResult result = Run(scratch, "HOME=" + Quoted(scratch / "") + " fish --no-config -c 'source " +
                                              (scratch / "hotsite.fish") + "; complete -C \"" + line + "\"'");
    CHECK(result.err.empty());
    Words words;
    for (const std::string& one : harness::SplitLines(result.out)) words.push_back(one.substr(0, one.find('\t')));
    return words;
  };
  CHECK(offers("hotsite che") == Words{"check"});
  CHECK(Has(offers("hotsite build --on"), "--only"));
  CHECK(offers("hotsite check --format js") == Words{"json"});
  CHECK(offers("hotsite explain vsw") == Words{"vswitch"});
  CHECK(Has(offers("hotsite build --only z"), "zvm"));
}

TEST_CASE("the manual page prints without a warning and holds every command and option") {
  const Scratch scratch;
  const std::string page = Quoted(scratch / "hotsite.1");
  REQUIRE(Run(scratch, "hotsite man > " + page).exit_code == 0);
  if (Installed(scratch, "mandoc")) {
    // It has no date, because a build must give the same page every day.
    const RunResult lint = Run(scratch, "mandoc -Tlint " + page + " | grep -v 'missing date'");
    CHECK(lint.out == "");
  }
  if (!Installed(scratch, "groff")) return;
  const RunResult printed = Run(scratch, "groff -man -ww -Tutf8 -P-c -P-b -P-u " + page);
  CHECK(printed.exit_code == 0);
  CHECK(printed.err.empty());
  for (const CommandRow& command : AllCommands()) {
    INFO(command.name);
    CHECK(printed.out.find("hotsite " + std::string(command.name) + "\n") != std::string::npos);
    driver::ForEachOption(command, [&](const OptionRow& option) {
      CHECK(printed.out.find("\n       " + driver::Spelled(option)) != std::string::npos);
    });
  }
}

}  // namespace
}  // namespace hotsite::acceptance
