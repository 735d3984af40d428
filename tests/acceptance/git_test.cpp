// Specs of revisions: `git:REVISION:PATH` and `--against`, asked of a real git.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/repository.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// What runs at home, and a recovery that uses it.
const std::string kSystems = "hotsite 1\nzos PRODA { processors 2 CP; memory 4 GiB }\n";
std::string Spec(const std::string& memory, const std::string& systems = "systems.dr") {
  return fmt::format(
      "hotsite 1\nuse \"{}\"\n\nrecovery \"2009\" {{\n  site hotsite {{\n    machine BIGBOX {{\n      lpar PRODA {{\n"
      "        memory {}\n      }}\n    }}\n  }}\n}}\n",
      systems, memory);
}

/// A spec in the folder `shop` on main, and the branch `feature` on which it asks for less memory.
struct TwoBranches : Repository {
  TwoBranches() {
    Write("shop/systems.dr", kSystems);
    Write("shop/2009.dr", Spec("at least 4 GiB"));
    Commit("one");
    Must("git checkout -q -b feature");
    Write("shop/2009.dr", Spec("at least 2 GiB"));
    Commit("less");
  }
};

TEST_CASE("a spec is compared with itself at a revision") {
  TwoBranches repository;
  const RunResult diff = repository.Run("hotsite diff shop/2009.dr --against main");
  INFO(diff.out << diff.err);
  CHECK(diff.exit_code == 0);
  CHECK(Has(diff.out, "shop/2009.dr at main ("));
  CHECK(Has(diff.out, "4 GiB → 2 GiB"));
  CHECK(diff.err.empty());
  SECTION("whatever folder it is done in") {
    for (const char* command :
         {"cd shop; hotsite diff 2009.dr --against main", "cd shop; hotsite diff ../shop/./2009.dr --against main",
          "hotsite diff \"$PWD/shop/2009.dr\" --against main",
          "mkdir other; cd other; hotsite diff ../shop/2009.dr --against main",
          "cd /; hotsite diff \"$OLDPWD/shop/2009.dr\" --against main"}) {
      const RunResult again = repository.Run(command);
      INFO(command << "\n" << again.out << again.err);
      CHECK(again.exit_code == 0);
      CHECK(Has(again.out, "4 GiB → 2 GiB"));
    }
  }
  SECTION("and so are two revisions, by paths from the top or from here") {
    for (const char* command : {"hotsite diff git:main:shop/2009.dr git:feature:shop/2009.dr",
                                "cd shop; hotsite diff git:main:./2009.dr git:HEAD:shop/2009.dr",
                                "hotsite diff git:HEAD~1:shop/2009.dr git::shop/2009.dr",
                                "hotsite diff git:feature:shop/2009.dr --against main",
                                "git clone -q --bare . ../bare.git; cd ../bare.git; hotsite diff git:main:shop/2009.dr "
                                "git:feature:shop/2009.dr"}) {
      const RunResult again = repository.Run(command);
      INFO(command << "\n" << again.out << again.err);
      CHECK(again.exit_code == 0);
      CHECK(Has(again.out, "4 GiB → 2 GiB"));
    }
  }
}

TEST_CASE("what a spec uses is read from the same revision") {
  TwoBranches repository;
  repository.Write("shop/systems.dr", "hotsite 1\nzos PRODA { processors 3 CP; memory 4 GiB }\n");
  const RunResult diff = repository.Run("hotsite diff shop/2009.dr --against feature");
  INFO(diff.out << diff.err);
  CHECK(Has(diff.out, "[HS7101]"));
  CHECK(Has(diff.out, "tightens"));
  CHECK_FALSE(Has(diff.out, "GiB"));
  repository.Write("shop/2009.dr", "nonsense");
  CHECK(repository.Run("hotsite diff git:main:shop/2009.dr git:feature:shop/2009.dr").exit_code == 0);
}

TEST_CASE("the merge base is where the branch began") {
  TwoBranches repository;
  repository.Must("git checkout -q main");
  repository.Write("shop/systems.dr", "hotsite 1\nzos PRODA { processors 3 CP; memory 4 GiB }\n");
  repository.Commit("others go on");
  repository.Must("git checkout -q feature");
  const RunResult exact = repository.Run("hotsite diff shop/2009.dr --against main");
  CHECK(Has(exact.out, "[HS7101]"));
  CHECK(Has(exact.err, "main ("));
  CHECK(Has(exact.err, "--against main...`"));
  const RunResult base = repository.Run("hotsite diff shop/2009.dr --against main...");
  CHECK_FALSE(Has(base.out, "[HS7101]"));
  CHECK(Has(base.out, "4 GiB → 2 GiB"));
  CHECK(Has(base.out, "at the merge base with main ("));
  CHECK(base.err.empty());
  CHECK(Has(repository.Run("hotsite diff git:main...feature:shop/2009.dr git:feature:shop/2009.dr").out, "2 GiB"));
}

TEST_CASE("check, show and build read a revision, and what writes doesn't") {
  TwoBranches repository;
  repository.Write("shop/2009.dr", "nonsense");
  for (const char* command : {"hotsite check git:main:shop/2009.dr", "hotsite show git:main:shop/2009.dr",
                              "hotsite build git:main:shop/2009.dr -o out --only request"}) {
    const RunResult run = repository.Run(command);
    INFO(command << "\n" << run.out << run.err);
    CHECK(run.exit_code == 0);
  }
  for (const char* command : {"hotsite check --fix git:main:shop/2009.dr", "hotsite issue git:main:shop/2009.dr"})
    CHECK(repository.Run(command).exit_code == 2);
}

TEST_CASE("a reformatted or split spec has no change in meaning") {
  TwoBranches repository;
  repository.Write("shop/2009.dr", "// enough\n\n" + Spec("at   least   2   GiB"));
  CHECK(Has(repository.Must("hotsite diff shop/2009.dr --against HEAD --fail-on meaning"), "no change in meaning"));
  repository.Write("shop/hosts/z.dr", kSystems);
  repository.Write("shop/2009.dr", Spec("at least 2 GiB", "hosts/z.dr"));
  CHECK(Has(repository.Must("hotsite diff shop/2009.dr --against HEAD --fail-on meaning"), "no change in meaning"));
}

TEST_CASE("a gate names what failed it") {
  TwoBranches repository;
  for (const char* words : {"loosens", "capacity", "HS7103", "hs7103", "meaning", "placement,loosens"}) {
    const RunResult diff = repository.Run(fmt::format("hotsite diff shop/2009.dr --against main --fail-on {}", words));
    INFO(words << "\n" << diff.err);
    CHECK(diff.exit_code == 1);
    CHECK(Has(diff.err, "hotsite diff: 1 change fails --fail-on "));
    CHECK(Has(diff.err, "HS7103 PRODA\n"));
  }
  for (const char* words : {"tightens", "placement", "HS7102", "editorial,new"})
    CHECK(repository.Run(fmt::format("hotsite diff shop/2009.dr --against main --fail-on {}", words)).exit_code == 0);
  const RunResult unknown = repository.Run("hotsite diff shop/2009.dr --against main --fail-on losens");
  CHECK(unknown.exit_code == 2);
  CHECK(Has(unknown.err, "did you mean `loosens`?"));
  CHECK(repository.Run("hotsite diff shop/2009.dr --against main --fail-on HS2001").exit_code == 2);
}

TEST_CASE("tools get the changes as findings, those that fail the gate as errors") {
  TwoBranches repository;
  const std::string diff = "hotsite diff shop/2009.dr --against main ";
  const RunResult sarif = repository.Run(diff + "--format sarif --fail-on loosens");
  INFO(sarif.out << sarif.err);
  CHECK(sarif.exit_code == 1);
  CHECK(Has(sarif.out, "\"HS7103\""));
  CHECK(Has(sarif.out, "\"shop/2009.dr\""));
  CHECK(Has(sarif.out, "\"level\": \"error\""));
  const RunResult github = repository.Run("cd shop; hotsite diff 2009.dr --against main --format github");
  CHECK(github.exit_code == 0);
  CHECK(Has(github.out, "::warning "));
  CHECK(Has(github.out, "file=shop/2009.dr"));
  const RunResult both =
      repository.Run(diff + "--report json=log.json --report markdown=log.md --report junit=log.xml");
  INFO(both.err);
  CHECK(both.exit_code == 0);
  CHECK(Has(both.out, "4 GiB → 2 GiB"));
  CHECK(Has(repository.Read("log.json"), "\"HS7103\""));
  CHECK(repository.Read("log.md").starts_with("<!-- hotsite diff -->"));
  CHECK(Has(repository.Read("log.xml"), "<testsuite"));
  CHECK(repository.Run(diff + "--report human=x").exit_code == 2);
  CHECK(repository.Run(diff + "--report json=/nowhere/x").exit_code == 2);
  const RunResult folder = repository.Run(
      "cp -r shop copy; cp shop/2009.dr shop/2008.dr; cp shop/2009.dr copy/2008.dr; sed -i "
      "s/2009/2008/ */2008.dr; sed -i s/2/3/ copy/systems.dr; hotsite diff shop copy "
      "--format checkstyle");
  INFO(folder.out << folder.err);
  CHECK(Has(folder.out, "copy/systems.dr"));
}

TEST_CASE("specs with rule errors are compared, those that can't be read aren't") {
  TwoBranches repository;
  repository.Write("shop/2009.dr", Spec("at least 2 GiB") + "zvm LOST { processors 1 CP; memory 1 GiB; level 9 }\n");
  const RunResult broken = repository.Run("hotsite diff shop/2009.dr --against main");
  CHECK(broken.exit_code == 2);
  CHECK(broken.out.empty());
  CHECK(Has(broken.err, "shop/2009.dr can't be compared, since not all of it can be read:"));
  CHECK(Has(broken.err, "error[HS"));
}

TEST_CASE("a spec that is new is compared with what it was made from") {
  TwoBranches repository;
  SECTION("renamed") {
    repository.Must("git mv shop/2009.dr shop/2010.dr");
    const std::string out = repository.Must("hotsite diff shop/2010.dr --against main...");
    INFO(out);
    CHECK(Has(out, "shop/2009.dr at the merge base"));
    CHECK(Has(out, "renamed"));
    CHECK(Has(out, "4 GiB → 2 GiB"));
  }
  SECTION("issued before, as the ledger has it") {
    repository.Must("cd shop; hotsite issue 2009.dr --on 2009-08-20");
    repository.Commit("issued");
    repository.Write("shop/2010.dr", "hotsite 1\n\n\n// the next year\n" + Spec("at least 8 GiB").substr(10));
    const std::string out = repository.Must("hotsite diff shop/2010.dr --against HEAD");
    INFO(out);
    CHECK(Has(out, "shop/2009.dr at HEAD"));
    CHECK(Has(out, "2 GiB → 8 GiB"));
  }
  SECTION("else it says how to name one") {
    repository.Write("shop/other.dr", "hotsite 1\n" + std::string(300, '\n') + "recovery \"x\" { site s {} }\n");
    const RunResult diff = repository.Run("hotsite diff shop/other.dr --against main");
    CHECK(diff.exit_code == 2);
    CHECK(Has(diff.err, "isn't there at main ("));
    CHECK(Has(diff.err, "hotsite diff git:main:PATH shop/other.dr"));
  }
}

TEST_CASE("folders are compared spec by spec") {
  TwoBranches repository;
  repository.Write("shop/2007.dr", Spec("at least 1 GiB"));
  repository.Write("shop/2008.dr", Spec("at least 1 GiB"));
  repository.Commit("older years");
  repository.Write("shop/2007.dr", Spec("at least 3 GiB"));
  repository.Must("rm shop/2009.dr");
  const RunResult diff = repository.Run("hotsite diff shop --against HEAD --fail-on tightens");
  INFO(diff.out << diff.err);
  CHECK(diff.exit_code == 1);
  CHECK(Has(diff.out, "1 GiB → 3 GiB"));
  CHECK(Has(diff.out, "no change in meaning: shop/2008.dr"));
  CHECK(Has(diff.err, "shop/2009.dr at HEAD"));
  CHECK(Has(diff.err, "is gone"));
  CHECK_FALSE(Has(diff.out + diff.err, "systems.dr"));
  const RunResult copies = repository.Run("cp -r shop copy; cp shop/2007.dr copy/2010.dr; hotsite diff shop copy");
  CHECK(copies.exit_code == 0);
  CHECK(Has(copies.err, "copy/2010.dr is new"));
  CHECK(repository.Run("hotsite diff shop copy/2007.dr").exit_code == 2);
  CHECK(Has(repository.Run("mkdir none; hotsite diff none none").err, "holds a spec"));
}

TEST_CASE("what git can't give is told with the way out") {
  TwoBranches repository;
  const auto says = [&](const std::string& command, const std::string& words) {
    const RunResult run = repository.Run(command);
    INFO(command << "\n" << run.out << run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(Has(run.err, words));
  };
  says("hotsite diff shop/2009.dr --against mian", "did you mean `main`?");
  says("hotsite diff shop/2009.dr --against 0123456789", "git knows no revision");
  says("hotsite diff shop/2009.dr --against --upload-pack=x", "is no revision");
  says("hotsite diff shop/2009.dr --against=--output=x", "is no revision");
  says("hotsite diff shop/2009.dr --against=-x", "is no revision");
  says("hotsite diff shop/2009.dr --against 'main:shop'", "is no revision");
  says("hotsite diff shop/2009.dr --against 'main..HEAD'", "is no revision");
  says("hotsite diff shop/2009.dr --against 'HEAD^{tree}'", "git knows no revision");
  says("hotsite diff shop/2009.dr", "or one and `--against REVISION`");
  says("hotsite diff shop/2009.dr shop/2009.dr --against main", "one word too many");
  says("hotsite check git:main", "names no file");
  says("hotsite check git:main:2009.dr", "did you mean `shop/2009.dr`?");
  says("hotsite check git:main:shop/2008.dr", "did you mean `shop/2009.dr`?");
  says("hotsite check git:main:shop", "is a folder at main");
  says("hotsite check git:main:../../etc/passwd", "outside of the repository");
  says("hotsite check git:main:/etc/passwd", "outside of the repository");
  says("cd /tmp; hotsite check git:main:x.dr", "is in no git repository");
  says("cp shop/* ..; cd ..; hotsite diff 2009.dr --against main", "is in no git repository");
  says("mkdir bin; H=$HOTSITE; PATH=$PWD/bin; $H diff shop/2009.dr --against main", "the program `git` isn't there");
  says("git init -q empty; cp shop/* empty; cd empty; hotsite diff 2009.dr --against HEAD", "has no commit yet");
  says(
      "git clone -q --no-local --depth 1 \"file://$PWD\" ../shallow; cd ../shallow; hotsite diff shop/2009.dr "
      "--against HEAD~1",
      "fetch-depth: 0");
  says("git clone -q \"file://$PWD\" ../clone; cd ../clone; hotsite diff shop/2009.dr --against main",
       "did you mean `origin/main`?");
  says("git checkout -q --orphan alone; git commit -qm alone; hotsite diff shop/2009.dr --against main...",
       "no commit in common");
}

TEST_CASE("what isn't a plain file of the repository is told for what it is") {
  Repository repository;
  repository.Write("systems.dr", kSystems);
  repository.Write("a/2009.dr", Spec("at least 4 GiB", "../systems.dr"));
  repository.Write("out.dr", Spec("at least 4 GiB", "../elsewhere.dr"));
  repository.Write("lfs.dr", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n");
  repository.Must(
      "ln -s a/2009.dr /dev/null 2>/dev/null; cd a; ln -s ../systems.dr link.dr; ln -s /etc/passwd away.dr; ln -s "
      "gone.dr "
      "lost.dr; cp 2009.dr 'with blank.dr'; cp 2009.dr -- '-x.dr'; cp 2009.dr \"$(printf 'a\\033[31mb.dr')\"; sed "
      "s,../systems.dr,link.dr, 2009.dr >by_link.dr; head -c 70000000 /dev/zero >huge.dr");
  repository.Must("git init -q sub; cp a/2009.dr sub; cd sub; git add . ; git commit -qm sub");
  repository.Commit("all");
  for (const char* fine : {"a/2009.dr", "a/by_link.dr", "'a/with blank.dr'", "a/-x.dr"}) {
    const RunResult run = repository.Run(fmt::format("hotsite check git:HEAD:{}", fine));
    INFO(fine << run.err);
    CHECK(run.exit_code == 0);
  }
  const auto says = [&](const std::string& path, const std::string& words) {
    const RunResult run = repository.Run("hotsite check git:HEAD:" + path);
    INFO(path << run.err);
    CHECK(run.exit_code == 2);
    CHECK(Has(run.err, words));
    CHECK_FALSE(Has(run.err + run.out, "\033"));
  };
  says("a/away.dr", "symbolic link");
  says("a/lost.dr", "symbolic link");
  says("lfs.dr", "Git LFS");
  says("sub", "submodule");
  says("sub/2009.dr", "submodule");
  says("a/huge.dr", "larger than 64 MiB");
  says("a/b.dr", "isn't there");
  says("a/x/../../../2009.dr", "outside");
  CHECK(Has(repository.Run("hotsite check git:HEAD:out.dr").err, "outside of the repository"));
}

TEST_CASE("nothing that a repository configures is run") {
  TwoBranches repository;
  repository.Write(".gitattributes", "*.dr diff=evil filter=evil\n");
  repository.Commit("attributes");
  repository.Write("evil.sh", "#!/bin/sh\ntouch " + Quoted(repository / "was-run") + "\ncat\n");
  repository.Must(
      "chmod +x evil.sh; for key in core.fsmonitor core.pager core.sshCommand core.editor core.askPass diff.external "
      "diff.evil.command diff.evil.textconv filter.evil.smudge filter.evil.clean gpg.program pager.diff pager.cat-file "
      "pager.rev-parse alias.cat-file alias.rev-parse; do git config $key \"$PWD/evil.sh\"; done; git config "
      "filter.evil.required false; git config log.showSignature true; mkdir hooks; for hook in post-index-change "
      "reference-transaction post-checkout; do cp evil.sh hooks/$hook; done; git config core.hooksPath \"$PWD/hooks\"; "
      "git config extensions.partialClone origin; git config remote.origin.url \"ext::$PWD/evil.sh\"; git config "
      "remote.origin.promisor true; git mv shop/2009.dr shop/2010.dr; rm -f was-run");
  for (const char* command :
       {"hotsite diff shop/2010.dr --against main", "hotsite diff shop --against main...",
        "hotsite check git:main:shop/2009.dr", "hotsite check git::shop/2010.dr", "hotsite check git:main:shop/20.dr",
        "hotsite check git:0123456789abcdef0123456789abcdef01234567:a.dr"}) {
    repository.Run(command);
    INFO(command);
    CHECK(repository.Run("test -e was-run").exit_code != 0);
  }
}

TEST_CASE("in a hook, git's variables are of its own repository") {
  TwoBranches repository;
  repository.Must("git init -q ../other");
  const RunResult hook = repository.Run(
      "export GIT_DIR=.git GIT_INDEX_FILE=.git/index; cd ../other; GIT_DIR=$PWD/.git hotsite diff "
      "../repository/shop/2009.dr "
      "--against main");
  INFO(hook.out << hook.err);
  CHECK(hook.exit_code == 0);
  CHECK(Has(hook.out, "4 GiB → 2 GiB"));
  CHECK(repository.Run("export GIT_DIR=.git GIT_INDEX_FILE=.git/index; hotsite check git::shop/2009.dr").exit_code ==
        0);
}

}  // namespace
}  // namespace hotsite::acceptance
