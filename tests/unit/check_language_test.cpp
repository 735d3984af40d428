// What the language means: values, loops, profiles, names, home and site, carriers; read from the model.
#include <catch2/catch.hpp>

#include "tests/unit/checked.h"

namespace hotsite {
namespace {

TEST_CASE("loops nest, run over lists, and put values into names and addresses") {
  const Checked checked = Check(R"(
let BASE 10
network N { subnet 10.1.0.0/16 }
zvm VMA {
  memory 8 GiB
  for tier in WEB, APP {
    for n in 1..2 { linux "{tier}{n}" { nic 0600 on N address N[BASE * n + 1] } }
  }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  CHECK(Names(*checked.model) == std::vector<std::string>{"VMA", "WEB1", "WEB2", "APP1", "APP2"});
  CHECK(checked.model->systems[2].nics[0].addresses[0].index == 21);
}

TEST_CASE("profiles: a statement said again replaces, a keyed one merges, a list is replaced or extended") {
  const Checked checked = Check(R"(
use std.linux
use std.dasd
zvm VMA {
  memory 8 GiB
  profile linux BASE : sles_10 { memory 1 GiB; disk 0201 3390_9 cylinders 1..100; runs "a"; tier test }
  profile linux BIG : BASE { memory 4 GiB }
  linux L1 : BIG { disk 0201 on LX0001; runs "b" }
  linux L2 : BASE { also runs "b"; tier production }
  linux L3 : BIG, BASE
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const auto& systems = checked.model->systems;
  const model::System& l1 = systems[1];
  CHECK(l1.resources.memory->ToString() == "4 GiB");
  REQUIRE(l1.disks.size() == 1);
  CHECK(l1.disks[0].volume == "LX0001");
  CHECK(l1.disks[0].extent->last == 100);
  CHECK(l1.runs == std::vector<std::string>{"b"});
  CHECK(checked.model->at(l1.distribution).name == "sles_10");
  CHECK(systems[2].runs == std::vector<std::string>{"a", "b"});
  CHECK(systems[2].tier == model::Tier::kProduction);
  CHECK(systems[3].resources.memory->ToString() == "1 GiB");  // the later profile wins
}

TEST_CASE("what a site doesn't say is as at home, which lies over the declaration") {
  const Checked checked = Check(R"(
zvm VMA { memory 8 GiB; processors 2 IFL; xstore 1 GiB; linux L1 { memory 1 GiB } }
site home { machine M { lpar VMA { processors 3 IFL dedicated } } }
recovery "1" { vendor "V"; site hot { machine X { lpar VMA { memory 16 GiB because "more" } } } }
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const model::Site* hot = checked.model->recovery_sites().front();
  const model::Placement& vma = checked.model->at(hot->placements.front());
  CHECK(*vma.resources.memory == MemorySize::OfMiB(16384));
  CHECK(vma.resources.memory.reason() == "more");
  CHECK(*vma.resources.processors == 3);
  CHECK(*vma.resources.sharing == model::Sharing::kDedicated);
  CHECK(*vma.resources.xstore == MemorySize::OfMiB(1024));
  CHECK(vma.level == 1);
  CHECK(checked.model->at(hot->placements[1]).level == 2);
}

TEST_CASE("levels are counted from the nesting") {
  const Checked checked = Check(R"(
zvm INNER { memory 1 GiB; linux L1 { memory 1 GiB } }
site home { machine M { lpar P { zvm OUTER { guest INNER } } } }
)");
  const bool third = checked.text.find("HS2001") != std::string::npos;
  INFO(checked.text);
  CHECK(third);
  REQUIRE(checked.model);  // rule errors leave the model there
  std::vector<unsigned> levels;
  for (const model::Placement& placement : checked.model->placements) levels.push_back(placement.level);
  CHECK(levels == std::vector<unsigned>{1, 2, 3});
}

TEST_CASE("known ranges are dealt out: what fits stays, the rest gets the lowest even triplet, per partition") {
  const Checked checked = Check(R"(
network N { subnet 10.1.0.0/24 }
network D { subnet 10.2.0.0/24 }
zos A { memory 1 GiB; nic 0604 on N address N[1]; nic 0800 on N address N[2] }
zvm V {
  memory 2 GiB
  tcpip TCPIP { nic 0900 on N address N[3] }
  vswitch VSW carries N { transport ethernet }
  linux R { memory 1 GiB; nic 0700 on D address D[1] }
}
site home {
  machine M {
    lpar A
    lpar V
    osa O carries N { devices 0601-060F }
    hipersockets H carries D { devices 0E00-0E05 }
  }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const auto& placements = checked.model->placements;
  const auto device = [](const model::Attachment& attachment) { return attachment.device->ToString(); };
  CHECK(device(placements[0].nics[0].attachment) == "0604");
  CHECK(device(placements[0].nics[1].attachment) == "0608");  // 0602 would run into 0604
  CHECK(device(placements[1].nics[0].attachment) == "0602");
  CHECK(device(placements[1].lans[0].uplinks[0]) == "0606");
  CHECK(device(placements[2].nics[0].attachment) == "0E00");
}

TEST_CASE("files use files, each is read once, in either spelling of its path") {
  const Checked checked = Check({{"main.dr", "use \"sub/a.dr\"\nuse \"./sub/../b.dr\"\nuse \"b.dr\"\n"},
                                 {"sub/a.dr", "use \"../b.dr\"\nzos A { memory 1 GiB }\n"},
                                 {"b.dr", "zos B { memory 1 GiB }\n"}});
  INFO(checked.text);
  REQUIRE(checked.model);
  CHECK(Names(*checked.model) == std::vector<std::string>{"B", "A"});
}

TEST_CASE("every ? is one question with a key of its own") {
  const Checked checked = Check(R"(
network N { subnet 10.1.0.0/24 }
zos A { memory 1 GiB; nic 0600 on N address N[1] }
zos B { memory 1 GiB; nic 0600 on N address N[2] }
site home { machine M { lpar A; lpar B; osa O carries N { devices 0600-060F } } }
recovery "1" {
  vendor "V"
  contact vendor ? may change partitions
  site hot { machine X { model ?; lpar A; lpar B; osa U carries N } }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  std::vector<std::string> keys;
  for (const model::Hole& hole : checked.model->holes) keys.push_back(hole.key);
  CHECK(keys == std::vector<std::string>{"contact/vendor/change partitions", "model/X", "devices/U/A", "devices/U/B"});
}

TEST_CASE("documents are for US Letter, where the recovery doesn't say A4") {
  const auto paper = [](const std::string& said) {
    return Check("recovery \"2009\" {\n" + said + "\nsite hotsite { machine BIGBOX { } }\n}\n").model->recovery->paper;
  };
  CHECK(paper("") == model::Paper::kLetter);
  CHECK(paper("paper letter") == model::Paper::kLetter);
  CHECK(paper("paper a4") == model::Paper::kA4);
}

TEST_CASE("a statement that can't be read isn't missed elsewhere") {
  const Checked checked = Check(R"(
network OFFICE { subnet 10.1.0.0/24 }
zos PRODA oops { memory 1 GiB }
site home { machine M { lpar PRODA; lpar PRODB } }
)");
  CHECK(checked.findings.size() == 2);
  CHECK(checked.text.find("`oops` isn't expected here") != std::string::npos);
  CHECK(checked.text.find("no system is called `PRODB`") != std::string::npos);
}

TEST_CASE("a site may start its guests in another order; what it doesn't say is as at home") {
  const Checked checked = Check(R"(
zvm V { memory 8 GiB; linux A { memory 1 GiB; start after B }; linux B { memory 1 GiB } }
site home { machine M { lpar V } }
recovery "1" {
  vendor "V"
  site hot { machine X { lpar V { guest A { start first }; guest B { start after A } } } }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const model::Model& model = *checked.model;
  const model::SystemId a{1}, b{2};
  const model::SiteId home{0}, hot{1};
  CHECK_FALSE(model.StartAt(home, a).first);
  REQUIRE(model.StartAt(home, a).after.size() == 1);
  CHECK(model.StartAt(home, b).after.empty());
  CHECK(model.StartAt(hot, a).first);
  CHECK(model.StartAt(hot, a).after.empty());
  REQUIRE(model.StartAt(hot, b).after.size() == 1);
  CHECK(model.StartAt(hot, b).after[0].system == a);
}

}  // namespace
}  // namespace hotsite
