// Values and modules: what `let` names, arithmetic, parts of subnets, and which file sees what.
#include <catch2/catch.hpp>

#include "compiler/check/expression.h"
#include "tests/unit/checked.h"

namespace hotsite {
namespace {

using check::Evaluate;
using check::EvaluateText;
using check::Interpolate;
using check::Scope;

std::string TextOf(std::string_view expression, const Scope& scope = Scope()) {
  const Parsed<std::string> value = EvaluateText(expression, scope);
  return value.ok() ? *value : "error: " + value.error().what;
}

TEST_CASE("arithmetic: whole numbers, memory, names") {
  Scope scope;
  scope.Set("n", "3");
  scope.Set("BIG", "24 GiB");
  scope.Set("shop.BASE", "20");
  CHECK(TextOf("20 + n", scope) == "23");
  CHECK(TextOf("2 * (n + 1) - -1", scope) == "9");
  CHECK(TextOf("2 * BIG", scope) == "48 GiB");
  CHECK(TextOf("BIG + 512 MiB", scope) == "25088 MiB");
  CHECK(TextOf("BIG - 8G", scope) == "16 GiB");
  CHECK(TextOf("1.5 GiB * 2") == "3 GiB");
  CHECK(TextOf("shop.BASE + 1", scope) == "21");
}

TEST_CASE("arithmetic refuses what has no value") {
  Scope scope;
  scope.Set("BIG", "24 GiB");
  CHECK(TextOf("BIG + 1", scope) == "error: adds memory and a plain number");
  CHECK(TextOf("BIG * BIG", scope) == "error: multiplies memory by memory");
  CHECK(TextOf("1.5") == "error: isn't a whole number");
  CHECK(TextOf("24 GB + 1 GiB").starts_with("error: holds `24 GB`, which"));
  CHECK(TextOf("9007199254740993") == "error: is too large");
  CHECK(TextOf("9007199254740992 * 9007199254740992") == "error: is too large");
  CHECK(TextOf("m + 1", scope) == "error: uses `m`, which no `let` or `for` names");
  CHECK(TextOf(std::string(1000, '(') + "1") == "error: is nested too deep");
  CHECK(Evaluate("BIG", scope).error().what == "is memory, not a whole number");
}

TEST_CASE("numbers in names can have a width") {
  Scope scope;
  scope.Set("n", "27");
  const auto text = [&](std::string_view form) {
    const Parsed<std::string> result = Interpolate(form, scope);
    return result.ok() ? *result : "error: " + result.error().what;
  };
  CHECK(text("LNX{n:000}") == "LNX027");
  CHECK(text("06{n:xx}") == "061B");
  CHECK(text("{n:0}") == "27");
  CHECK(text("{n + 1 : 00000}") == "00028");
  CHECK(text("{{{n}}}") == "{27}");
  CHECK(text("{n:}").starts_with("error: has a place `{n:}`"));
  CHECK(text("{n:3}").starts_with("error: has a place `{n:3}`"));
  CHECK(text("{0 - n:000}") == "error: has a place `{0 - n:000}` for a number below 0");
}

TEST_CASE("a value is read as what its place expects") {
  const Checked checked = Check(R"(
let BIG 2 * 4 GiB
let FIRST 20
let TIERS WEB, APP
let ROUTER N[FIRST - 19]
let PROGRAMS "MQ", "DB2 Connect"
network N { subnet 10.1.0.0/16; gateway ROUTER }
zvm VMA {
  memory 3 * BIG
  processors 2 * 2 IFL
  for t in TIERS {
    for n in 1..2 {
      linux "{t}{n:00}" {
        memory n * BIG + 512 MiB maximum 4 * BIG
        runs PROGRAMS
        nic "06{n:00}" on N address N[FIRST + n], 10.1.9.0 + 2 * n
        nic 0700 on N address N[-1 - n]
      }
    }
  }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const model::System& zvm = checked.model->systems[0];
  CHECK(zvm.resources.memory->ToString() == "24 GiB");
  CHECK(*zvm.resources.processors == 4);
  CHECK(zvm.resources.engines.known());
  CHECK(Names(*checked.model) == std::vector<std::string>{"VMA", "WEB01", "WEB02", "APP01", "APP02"});
  const model::System& app2 = checked.model->systems[4];
  CHECK(app2.resources.memory->ToString() == "16896 MiB");
  CHECK(app2.resources.max_memory->ToString() == "32 GiB");
  CHECK(app2.runs == std::vector<std::string>{"MQ", "DB2 Connect"});
  CHECK(app2.nics[0].device.ToString() == "0602");
  CHECK(app2.nics[0].addresses[0].index == 22);
  CHECK(app2.nics[0].addresses[1].literal.ToString() == "10.1.9.4");
  CHECK(app2.nics[1].addresses[0].index == -3);
  CHECK(checked.model->networks[0].plan.gateway->index == 1);
}

TEST_CASE("parts of subnets follow the whole, at home and where it is readdressed") {
  const Checked checked = Check(R"(
network WEB { subnet BANK/24[2] }
network SMALL { subnet WEB/28[15] }
network BANK { subnet 10.64.0.0/16 }
zos A { memory 1 GiB; nic 0600 on SMALL address SMALL[-2] }
site home { machine M { lpar A; osa O carries SMALL { devices 0600-060F } } }
recovery "1" {
  vendor "V"
  site hot {
    network BANK { subnet 172.16.0.0/20 }
    machine X { lpar A; osa O carries SMALL { devices 0600-060F } }
  }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const model::Site& home = checked.model->sites[0];
  const model::Site& hot = checked.model->sites[1];
  CHECK(home.plans[0].subnet->ToString() == "10.64.2.0/24");
  CHECK(home.plans[1].subnet->ToString() == "10.64.2.240/28");
  CHECK(hot.plans[0].subnet->ToString() == "172.16.2.0/24");
  CHECK(hot.plans[1].subnet->ToString() == "172.16.2.240/28");
  CHECK(hot.readdressed == std::vector<bool>{true, true, true});
  CHECK(checked.model->placements[0].nics[0].addresses[0].ToString() == "10.64.2.254");
  CHECK(checked.model->placements[1].nics[0].addresses[0].ToString() == "172.16.2.254");
}

TEST_CASE("a file sees the values and profiles of the files that it uses, under the name that it gives them") {
  const std::string shared = R"(
let SIZE 4 GiB
private let STEP 10
profile zos BASE { memory SIZE; processors STEP CP }
private profile zos SECRET { memory 1 GiB }
)";
  SECTION("as they are, also through another file") {
    const Checked checked = Check({{"main.dr", "use \"b.dr\"\nzos A : BASE { memory 2 * SIZE }\n"},
                                   {"b.dr", "use \"shared.dr\"\nzos B : BASE\n"},
                                   {"shared.dr", shared}});
    INFO(checked.text);
    REQUIRE(checked.model);
    CHECK(checked.model->FindSystem("A")->resources.memory->ToString() == "8 GiB");
    CHECK(*checked.model->FindSystem("A")->resources.processors == 10);
    CHECK(checked.model->FindSystem("B")->resources.memory->ToString() == "4 GiB");
  }
  SECTION("as another name") {
    const Checked checked =
        Check({{"main.dr", "use \"shared.dr\" as corp\nzos A : corp.BASE { memory 3 * corp.SIZE }\n"},
               {"shared.dr", shared}});
    INFO(checked.text);
    REQUIRE(checked.model);
    CHECK(checked.model->FindSystem("A")->resources.memory->ToString() == "12 GiB");
    CHECK(*checked.model->FindSystem("A")->resources.processors == 10);
  }
  SECTION("what is private stays unknown, and so does what a user of the file declares") {
    const Checked checked =
        Check({{"main.dr", "use \"shared.dr\"\nlet MINE 1\nzos A : SECRET { processors STEP CP }\n"},
               {"shared.dr", shared + "zos C { memory MINE }\n"}});
    CHECK(checked.text.find("called `SECRET`") != std::string::npos);
    CHECK(checked.text.find("`STEP`") != std::string::npos);
    CHECK(checked.text.find("`MINE`") != std::string::npos);
    CHECK(checked.findings.size() == 3);
  }
  SECTION("two files with the same name are kept apart by `as`") {
    const std::map<std::string, std::string> files{{"a.dr", "let N 1\n"}, {"b.dr", "let N 2\n"}};
    auto both = files;
    both["main.dr"] = "use \"a.dr\"\nuse \"b.dr\"\n";
    const Checked clash = Check(both);
    CHECK(clash.text.find("two files used here have a `N`") != std::string::npos);
    both["main.dr"] = "use \"a.dr\"\nuse \"b.dr\" as b\nzos A { memory 1 GiB; processors N + b.N CP }\n";
    const Checked apart = Check(both);
    INFO(apart.text);
    REQUIRE(apart.model);
    CHECK(*apart.model->FindSystem("A")->resources.processors == 3);
  }
}

}  // namespace
}  // namespace hotsite
