// The gate for pull requests, as services run it: in a scratch repository with a branch that goes into another.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/acceptance/repository.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

std::string InSource(const std::string& path) { return Quoted((harness::SourceRoot() / path).string()); }

/// A repository with the insurance company's spec of 2009 on `main`, and a branch `change` that nothing was done on
/// yet.
class PullRequest {
 public:
  PullRequest() {
    for (const char* file : {"2009.dr", "systems.dr", "company.dr"})
      repository_.Copy(std::string("examples/insurance/") + file, file);
    repository_.Commit("The good year");
    repository_.Must("git checkout -q -b change");
  }

  Repository& repository() { return repository_; }

  /// One change of 2009.dr, committed.
  void Change(const std::string& from, const std::string& to) {
    repository_.Replace("2009.dr", from, to);
    repository_.Commit("Change a line");
  }

  RunResult Gate(const std::string& variables = "HOTSITE_AGAINST=main") {
    RunResult result = repository_.Run("env -u GITHUB_ACTIONS " + variables + " " + InSource(".ci/gate"));
    INFO(result.err);
    CHECK((result.err == "" || result.exit_code == 2));  // the shell tells there what killed a program
    return result;
  }
  std::string Report(const std::string& file) const { return repository_.Read("hotsite-reports/" + file); }

 private:
  Repository repository_;
};

bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a change that means something and breaks nothing passes, and the comment tells it") {
  PullRequest pull;
  pull.Change("memory at least 24 GiB", "memory at least 32 GiB");
  const RunResult result = pull.Gate("HOTSITE_AGAINST=main HOTSITE_FAIL_ON=loosens");
  INFO(result.out);
  CHECK(result.exit_code == 0);
  CHECK(Has(result.out, "hotsite gate: passed"));
  const std::string comment = pull.Report("comment.md");
  INFO(comment);
  CHECK(comment.starts_with("<!-- hotsite diff -->\n"));
  CHECK(Has(comment, "32 GiB"));
  CHECK(Has(pull.Report("outputs"), "result=0\nchanged=true\nclasses=tightens\n"));
}

TEST_CASE("a spec with an error must not merge, and everything else is judged all the same") {
  PullRequest pull;
  pull.Change("        xstore 4 GiB\n", "        xstore 4 GiB\n        linux 2\n");
  pull.Change("memory at least 24 GiB", "memory at least 12 GiB");
  const RunResult result = pull.Gate();
  INFO(result.out << pull.Report("comment.md"));
  CHECK(result.exit_code >= 1);
  CHECK(Has(pull.Report("comment.md"), "**must not merge**: check of `2009.dr`"));
}

TEST_CASE("a change that loosens fails where that isn't permitted") {
  PullRequest pull;
  pull.Change("tape drives at least 6", "tape drives at least 5");
  CHECK(pull.Gate().exit_code == 0);
  const RunResult result = pull.Gate("HOTSITE_AGAINST=main HOTSITE_FAIL_ON=loosens,placement");
  INFO(result.out);
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "must not merge: changes of `2009.dr` since `main`, with `loosens,placement` not permitted"));
  CHECK(Has(pull.Report("outputs"), "result=1\n"));
}

TEST_CASE("committed files that the spec doesn't yield any more must not merge") {
  PullRequest pull;
  const std::string build = "hotsite build 2009.dr -o built --only zvm";
  REQUIRE(pull.repository().Run(build).exit_code == 0);
  pull.repository().Commit("Build");
  const std::string variables = "HOTSITE_AGAINST=main HOTSITE_VERIFY=2009.dr=built HOTSITE_ONLY=zvm";
  CHECK(pull.Gate(variables).exit_code == 0);
  const std::string file = "built/zvm/VMPROD/CHANGES.txt";
  pull.repository().Write(file, pull.repository().Read(file) + "by hand\n");
  const RunResult result = pull.Gate(variables);
  INFO(result.out);
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "CHANGES.txt"));
  CHECK(Has(pull.Report("comment.md"), "**must not merge**: committed files of `2009.dr`"));
}

TEST_CASE("a reformat is no change in meaning, but the style is the gate's business") {
  PullRequest pull;
  pull.Change("        memory at least 24 GiB", "      memory at   least 24 GiB");
  const RunResult result = pull.Gate();
  INFO(result.out);
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "must not merge: style of 1 changed"));
  CHECK(Has(pull.Report("comment.md"), "no change in meaning"));
  CHECK(Has(pull.Report("outputs"), "changed=false\nclasses=\n"));
  CHECK(pull.Gate("HOTSITE_AGAINST=main HOTSITE_STYLE=false").exit_code == 0);
}

TEST_CASE("a spec that can't be read, a revision that isn't there and a missing or broken hotsite can't be judged") {
  PullRequest pull;
  const auto expect = [&](const std::string& variables, const std::string& words) {
    const RunResult result = pull.Gate(variables);
    INFO(result.out);
    CHECK(result.exit_code == 2);
    CHECK(Has(result.out, words));
    CHECK(Has(pull.Report("comment.md"), "could not be judged"));
  };
  expect("HOTSITE_AGAINST=nowhere",
         "there is no revision `nowhere` here; a clone that lacks history needs `fetch-depth: 0`");
  expect("HOTSITE_AGAINST=--help", "there is no revision `--help` here");
  expect("HOTSITE=no-such-program", "the program `no-such-program` isn't there");
  expect("HOTSITE_SPECS=2010.dr", "check of `2010.dr`: hotsite could not read or compare it");
  pull.repository().Write("broken", "#!/bin/sh\nexit 3\n");
  expect("HOTSITE_AGAINST=main HOTSITE=./broken", "the program");
  REQUIRE(pull.repository().Run("chmod +x broken").exit_code == 0);
  expect("HOTSITE_AGAINST=main HOTSITE=./broken", "check of `2009.dr`: hotsite itself failed (exit code 3)");
  pull.repository().Write("broken", "#!/bin/sh\nkill -SEGV $$\n");
  expect("HOTSITE_AGAINST=main HOTSITE=./broken", "hotsite itself failed (exit code 139)");
}

TEST_CASE("several specs are judged each, and their reports are one") {
  PullRequest pull;
  pull.repository().Copy("examples/insurance/2007-as-built.dr", "2007-as-built.dr");
  pull.repository().Commit("Another spec");
  const RunResult result = pull.Gate();
  INFO(result.out);
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "must not merge: check of `2007-as-built.dr`"));
  CHECK(Has(result.out, "passed: check of `2009.dr`"));
  CHECK(Has(result.out, "passed: `2007-as-built.dr` is new since `main`"));
  CHECK(Has(pull.Report("hotsite.sarif"), "HS2001"));
  CHECK(Has(pull.Report("codequality.json"), "HS2001"));
  CHECK(std::filesystem::exists(pull.repository() / "hotsite-reports/junit-2.xml"));
}

TEST_CASE("the SARIF of a change, and that of several specs put together, pass the SARIF Multitool") {
  const std::string multitool = InSource("build/readers/npm/@microsoft/sarif-multitool-linux/Sarif.Multitool");
  PullRequest pull;
  pull.repository().Copy("examples/insurance/2007-as-built.dr", "2007-as-built.dr");
  pull.Change("tape drives at least 6", "tape drives at least 5");
  pull.Gate();
  pull.repository().Must("hotsite diff 2009.dr --against main --format sarif > changes.sarif");
  if (pull.repository().Run("test -x " + multitool).exit_code != 0) {
    WARN("the SARIF Multitool isn't there, so nothing is proven (tests/readers/fetch gets it)");
    return;
  }
  for (const char* file : {"hotsite-reports/hotsite.sarif", "changes.sarif"}) {
    // Without a limit on address space, of which .NET reserves much.
    const RunResult result =
        Run(pull.repository().scratch(),
            "export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1\n" + multitool + " validate " +
                Quoted(pull.repository() / file) + " --rule-kind 'Sarif;Ghas' --level Error --kind Fail",
            60, 1 << 20);
    INFO(file << "\n" << result.out << result.err);
    CHECK(Has(result.out, "Analysis completed successfully"));
    CHECK_FALSE(Has(result.out, ": error "));
  }
}

TEST_CASE("a spec that is a link, begins after a semicolon or takes its recovery from another file is judged") {
  PullRequest pull;
  pull.repository().Must("mv 2009.dr real.txt; ln -s real.txt 2009.dr; git add .");
  CHECK(Has(pull.Gate().out, "passed: changes of `2009.dr`"));
  pull.repository().Must("rm 2009.dr; ln -s nowhere 2009.dr");
  CHECK(pull.Gate().exit_code == 2);
  pull.repository().Must("git reset -q --hard; sed -i 's/^recovery \"/; recovery\"/' 2009.dr");
  CHECK(Has(pull.Gate("HOTSITE_AGAINST=main HOTSITE_STYLE=false").out, "passed: changes of `2009.dr`"));
  pull.repository().Must("git reset -q --hard; printf 'hotsite 1\nuse \"2009.dr\"\n' > 2026.dr; git add .");
  const RunResult result = pull.Gate();
  INFO(result.out);
  CHECK(Has(result.out, "passed: check of `2026.dr`"));
  CHECK_FALSE(Has(result.out, "check of `2009.dr`"));
}

TEST_CASE("a spec that is gone fails where something may not be withdrawn") {
  PullRequest pull;
  pull.repository().Must("git rm -q 2009.dr");
  CHECK(Has(pull.Gate("HOTSITE_AGAINST=main HOTSITE_FAIL_ON=loosens").out, "told: the spec `2009.dr` is gone"));
  CHECK(pull.Gate("HOTSITE_AGAINST=main HOTSITE_FAIL_ON=loosens,withdrawn").exit_code == 1);
}

TEST_CASE("with new-only, what was there before doesn't block") {
  PullRequest pull;
  pull.repository().Copy("examples/insurance/2007-as-built.dr", "2007-as-built.dr");
  pull.repository().Commit("Another spec");
  pull.repository().Must("git checkout -q -b later");
  pull.Change("memory at least 24 GiB", "memory at least 32 GiB");
  CHECK(pull.Gate("HOTSITE_AGAINST=change").exit_code == 1);
  const RunResult result = pull.Gate("HOTSITE_AGAINST=change HOTSITE_NEW_ONLY=true");
  INFO(result.out);
  CHECK(result.exit_code == 0);
}

TEST_CASE("nothing that a pull request brings becomes a command, a workflow command or Markdown of its own") {
  PullRequest pull;
  const std::string name = "a`b|$(touch owned) ##[error]x <b>@team.dr";
  pull.repository().Copy("examples/insurance/2009.dr", name);
  pull.repository().Replace(name, "/// The third year", "/// ::error::x ##[error]y $(touch owned) ``` <script> -->");
  pull.repository().Commit("A name");
  const RunResult result = pull.repository().Run("GITHUB_ACTIONS=true GITHUB_BASE_REF=x HOTSITE_AGAINST=main CI=true " +
                                                 InSource(".ci/gate"));
  INFO(result.out);
  CHECK_FALSE(std::filesystem::exists(pull.repository() / "owned"));
  const std::string comment = pull.Report("comment.md");
  INFO(comment);
  CHECK(Has(comment, "`a'b?$(touch owned) ##[error]x <b>@team.dr`"));
  // What hotsite prints stands between a stop and its end; outside of it there are only annotations.
  bool stopped = false;
  std::string token;
  for (const std::string& line : harness::SplitLines(result.out)) {
    if (!stopped && line.starts_with("::stop-commands::")) {
      stopped = true;
      token = line.substr(17);
    } else if (stopped && line == "::" + token + "::") {
      stopped = false;
    } else if (!stopped) {
      INFO(line);
      CHECK_FALSE(Has(line, "##["));
      CHECK((!line.starts_with("::") || line.starts_with("::error file=") || line.starts_with("::warning file=") ||
             line.starts_with("::notice ")));
    }
  }
}

}  // namespace
}  // namespace hotsite::acceptance
