// `hotsite diff --git` as git's diff program: what `git diff`, `git show` and `git log` print of `.dr` files.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/repository.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t Times(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

std::string Systems(const std::string& processors) {
  return fmt::format("hotsite 1\nzos PRODA {{ processors {}; memory 4 GiB }}\nzos PRODB {{ memory 4 GiB }}\n",
                     processors);
}

std::string Spec(const std::string& memory, const std::string& year = "2009") {
  return fmt::format(
      "hotsite 1\nuse \"systems.dr\"\n\nrecovery \"{}\" {{\n  site hotsite {{\n    machine BIGBOX {{\n      lpar PRODA "
      "{{\n"
      "        memory {}\n      }}\n      lpar PRODB\n    }}\n  }}\n}}\n",
      year, memory);
}

/// A shop whose `.dr` files git hands to Hotsite.
struct Shop : Repository {
  Shop() {
    Must("git config diff.hotsite.command \"'$HOTSITE' diff --git\"");
    Write(".gitattributes", "*.dr diff=hotsite\n");
    Write("shop/systems.dr", Systems("2 CP"));
    Write("shop/2009.dr", Spec("at least 4 GiB"));
    Commit("one");
  }
};

constexpr const char* kLess = "4 GiB → 2 GiB";

TEST_CASE("git diff tells what changed in the working tree and in the index") {
  Shop shop;
  shop.Write("shop/2009.dr", Spec("at least 2 GiB"));
  const std::string unstaged = shop.Must("git diff");
  INFO(unstaged);
  CHECK(Has(unstaged, "shop/2009.dr in the index → shop/2009.dr\n"));
  CHECK(Has(unstaged, kLess));
  CHECK_FALSE(Has(unstaged, "@@"));
  CHECK(Has(shop.Must("cd shop; git diff 2009.dr"), kLess));
  CHECK(Has(shop.Must("git diff HEAD"), kLess));
  CHECK(Has(shop.Must("git diff -R"), "2 GiB → 4 GiB"));
  shop.Must("git add -A");
  CHECK(shop.Must("git diff").empty());
  const std::string staged = shop.Must("git diff --cached");
  INFO(staged);
  CHECK(Has(staged, "shop/2009.dr at HEAD ("));
  CHECK(Has(staged, "→ shop/2009.dr in the index\n"));
  CHECK(Has(staged, kLess));
}

TEST_CASE("git show and git log tell it of commits, with what was used then") {
  Shop shop;
  shop.Write("shop/2009.dr", Spec("at least 2 GiB"));
  shop.Commit("less");
  shop.Write("shop/systems.dr", Systems("3 CP"));
  shop.Commit("grown");
  shop.Write("shop/systems.dr", "nonsense");
  const std::string log = shop.Must("git log -p --ext-diff");
  INFO(log);
  CHECK(Times(log, kLess) == 1);
  CHECK(Times(log, "[HS7101]") >= 1);
  CHECK(Has(shop.Must("git show --ext-diff HEAD~1"), kLess));
  CHECK(Has(shop.Must("git diff HEAD~2 HEAD~1"), kLess));
  CHECK(Has(shop.Must("git diff HEAD~1 HEAD~2"), "2 GiB → 4 GiB"));
  const std::string both = shop.Must("git diff HEAD~2 HEAD");
  INFO(both);
  CHECK(Times(both, kLess) == 1);
  CHECK(Has(both, "[HS7101]"));
  CHECK(
      Has(shop.Must("git clone -q --bare . ../bare.git; cp .gitattributes ../bare.git/info/attributes; cd ../bare.git; "
                    "git config diff.hotsite.command \"'$HOTSITE' diff --git\"; git show --ext-diff HEAD~1"),
          kLess));
}

TEST_CASE("git show of a merge says nothing wrong") {
  Shop shop;
  shop.Must("git checkout -q -b feature");
  shop.Write("shop/2009.dr", Spec("at least 2 GiB"));
  shop.Commit("less");
  shop.Must("git checkout -q main");
  shop.Write("shop/systems.dr", Systems("3 CP"));
  shop.Commit("grown");
  shop.Must("git merge -q -m merged feature");
  shop.Must("git show --ext-diff");
  const std::string first = shop.Must("git show --ext-diff -m --first-parent");
  INFO(first);
  CHECK(Has(first, kLess));
  CHECK_FALSE(Has(first, "[HS7101]"));
  const std::string second = shop.Must("git diff HEAD^2 HEAD");
  CHECK(Has(second, "[HS7101]"));
  CHECK_FALSE(Has(second, kLess));
}

TEST_CASE("what a used file changes is told once, for all specs that use it") {
  Shop shop;
  shop.Write("shop/2008.dr", Spec("at least 4 GiB", "2008"));
  shop.Write("shop/2007.dr", "hotsite 1\nuse \"systems.dr\"\n");
  shop.Commit("another year");
  shop.Write("shop/systems.dr", Systems("3 CP"));
  const std::string alone = shop.Must("git diff");
  INFO(alone);
  CHECK(Has(alone, "shop/systems.dr: what it changes in shop/2008.dr and shop/2009.dr\n"));
  const std::size_t told = Times(alone, "[HS7101]");
  CHECK(told >= 1);
  shop.Write("shop/2009.dr", Spec("at least 2 GiB"));
  const std::string both = shop.Must("git diff");
  INFO(both);
  CHECK(Times(both, kLess) == 1);
  CHECK(Times(both, "[HS7101]") >= 1);
  const std::string file = shop.Must("git diff shop/2009.dr");
  INFO(file);
  CHECK(Has(file, kLess));
  CHECK_FALSE(Has(file, "[HS7101]"));
}

TEST_CASE("renamed files, and names with blanks, keep their changes") {
  Shop shop;
  shop.Must("git mv shop/2009.dr 'shop/the year.dr'");
  shop.Write("shop/the year.dr", Spec("at least 2 GiB"));
  shop.Must("git add -A");
  const std::string staged = shop.Must("git diff --cached -M30%");
  INFO(staged);
  CHECK(Has(staged, "shop/2009.dr at HEAD ("));
  CHECK(Has(staged, "shop/the year.dr in the index"));
  CHECK(Has(staged, kLess));
  shop.Commit("renamed");
  CHECK(Has(shop.Must("git show --ext-diff -M30%"), kLess));
  shop.Write("shop/the year.dr", Spec("at least 3 GiB"));
  CHECK(Has(shop.Must("git diff"), "2 GiB → 3 GiB"));
}

TEST_CASE("what has no meaning to be told is shown as text, with the reason") {
  Shop shop;
  shop.Write("shop/2010.dr", Spec("at least 9 GiB", "2010"));
  shop.Must("git add -A");
  const std::string added = shop.Must("git diff --cached");
  INFO(added);
  CHECK(Has(added, "shop/2010.dr: is new"));
  CHECK(Has(added, "--- /dev/null\n+++ b/shop/2010.dr\n@@ -0,0 +1,"));
  CHECK(Has(added, "+        memory at least 9 GiB\n"));
  shop.Commit("new");
  shop.Must("rm shop/2010.dr");
  CHECK(Has(shop.Must("git diff"), "-        memory at least 9 GiB\n"));
  shop.Must("git checkout -q .");
  shop.Write("shop/2009.dr", Spec("at least { GiB"));
  const std::string broken = shop.Must("git diff");
  INFO(broken);
  CHECK(Has(broken, "can't be compared; its text:\n"));
  CHECK(Has(broken, "-        memory at least 4 GiB\n+        memory at least { GiB\n"));
  shop.Must("git checkout -q .");
  shop.Write("alone/part.dr", "hotsite 1\n\nlet X = 1\n");
  shop.Commit("a part of nothing");
  shop.Write("alone/part.dr", "hotsite 1\n\nlet X = 2\033[31m\n");
  const std::string part = shop.Must("git diff");
  INFO(part);
  CHECK(Has(part, "belongs to no spec"));
  CHECK(Has(part, "-let X = 1\n"));
  CHECK_FALSE(Has(part, "\033"));
}

TEST_CASE("a formatted or split file has no change in meaning") {
  Shop shop;
  shop.Write("shop/2009.dr", "// a comment\n\n" + Spec("at   least   4   GiB"));
  CHECK(Has(shop.Must("git diff"), "no change in meaning"));
  shop.Must("git checkout -q .");
  shop.Write("shop/systems.dr", "hotsite 1\nuse \"more.dr\"\nzos PRODA { processors 2 CP; memory 4 GiB }\n");
  shop.Write("shop/more.dr", "hotsite 1\nzos PRODB { memory 4 GiB }\n");
  shop.Must("git add -A");
  const std::string split = shop.Must("git diff --cached");
  INFO(split);
  CHECK(Times(split, "no change in meaning") == 2);
  CHECK_FALSE(Has(split, "@@"));
}

TEST_CASE("files may be named like options, and nobody needs to read to the end") {
  Shop shop;
  for (const char* name : {"-x.dr", "--help.dr", "--format.dr"}) shop.Write(name, "hotsite 1\n\nlet X = 1\n");
  shop.Commit("names");
  for (const char* name : {"-x.dr", "--help.dr", "--format.dr"}) shop.Write(name, "hotsite 1\n\nlet X = 2\n");
  CHECK(Times(shop.Must("git diff"), "+let X = 2\n") == 3);
  CHECK(shop.Run("hotsite diff --git --help.dr >/dev/full").exit_code == 0);
  CHECK(shop.Run("hotsite check shop/2009.dr --format json >/dev/full").exit_code == 2);
  CHECK(shop.Run("hotsite check shop/2009.dr --format json >&-").exit_code == 2);
}

TEST_CASE("git goes on whatever happens, and only wrong words are refused") {
  Shop shop;
  shop.Must(
      "printf '%s' 'a' >shop/x.dr; git add -A; git commit -qm x; ln -sf 2009.dr shop/x.dr; git add -A; git commit -qm "
      "link; chmod +x shop/2009.dr");
  CHECK(Has(shop.Must("git diff HEAD~2 HEAD"), "x.dr"));
  shop.Must("git diff; git log -p --ext-diff --all; git stash list -p");
  shop.Write("shop/2009.dr", Spec("at least 2 GiB"));
  shop.Must("git stash -q");
  shop.Must("git stash show -p --ext-diff");
  const RunResult wrong = shop.Run("hotsite diff --git a b");
  CHECK(wrong.exit_code == 2);
  CHECK(Has(wrong.err, "git config diff.hotsite.command"));
  CHECK(shop.Run("hotsite diff --git ../../etc/passwd /etc/passwd . . /dev/null . .").exit_code == 0);
}

}  // namespace
}  // namespace hotsite::acceptance
