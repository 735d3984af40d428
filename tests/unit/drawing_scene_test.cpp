// Pictures of sites: what is in them, and what must hold of every one whatever its shape.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/drawing/scene.h"
#include "backends/drawing/site_pictures.h"
#include "backends/drawing/svg.h"
#include "backends/drawing/terminal.h"
#include "tests/unit/checked.h"
#include "tests/unit/drawing_checks.h"

namespace hotsite::backends::drawing {
namespace {

/// The story in small: a router between guests and z/OS over HiperSockets.
constexpr char kHome[] = R"(
network OFFICE { subnet 10.20.30.0/24; gateway OFFICE[1] }
network INSIDE { subnet 192.168.30.0/24; gateway INSIDE[1] }
network DATABASE { subnet 192.168.40.0/24 }
external TSM { address OFFICE[200] }
zos PRODA { processors 2 CP; memory 16 GiB; nic 0E00 on DATABASE address DATABASE[10]; nic 0800 on OFFICE address OFFICE[10] }
zvm VMPROD {
  memory 24 GiB
  tcpip TCPIP { nic 0900 on OFFICE address OFFICE[20] }
  vswitch VSW1 carries OFFICE { transport ethernet }
  guestlan GLAN1 carries INSIDE { type qdio }
  linux LNXRTR { memory 1 GiB; nic 0600 on INSIDE address INSIDE[1]; nic 0700 on DATABASE address DATABASE[1]; nic 0800 on OFFICE address OFFICE[30]; forwards INSIDE, DATABASE, OFFICE }
  for n in 1..20 { linux "LNX{n:000}" { memory 1 GiB; nic 0600 on INSIDE address INSIDE[20 + n] } }
}
site home { machine CEC {
  lpar PRODA; lpar VMPROD
  osa OSA0 carries OFFICE { devices 0800-080F }
  hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
} }
)";

constexpr char kNested[] = R"(
recovery "2007" { site hot { machine BIG { lpar FLOOR { zvm VENDORVM {
  guest PRODA; guest VMPROD
  guestlan CUSTNET carries OFFICE { type qdio }
} } } } }
)";

constexpr char kNoRouter[] = R"(
recovery "2008" { site hot { machine BIG {
  lpar PRODA
  lpar FLOOR { zvm VENDORVM { guest LNX001 from VMPROD; guest LNX002 from VMPROD; guestlan DRLAN carries INSIDE { type qdio } } }
  osa UP carries OFFICE { devices 0C00-0C0F }
  hipersockets HS carries DATABASE { devices 0D00-0D0F }
} } }
)";

Scene SceneOf(const model::Model& model, std::string_view site, Folding folding = Folding::kSeldom) {
  for (const model::Site& one : model.sites) {
    if (one.name == site) return MakeScene(model, one, nullptr, folding);
  }
  FAIL("no site");
  return {};
}

const Node* Find(const Scene& scene, std::string_view title) {
  for (const Node& node : scene.nodes) {
    if (node.title.front().starts_with(title)) return &node;
  }
  return nullptr;
}

const Bus* FindBus(const Scene& scene, std::string_view label) {
  for (const Bus& bus : scene.buses) {
    if (bus.label.starts_with(label)) return &bus;
  }
  return nullptr;
}

std::vector<std::string> MembersOf(const Scene& scene, const Bus* bus) {
  REQUIRE(bus != nullptr);
  std::vector<std::string> names;
  for (const Wire& wire : scene.wires) {
    if (wire.to.kind != End::Kind::kBus || &scene.buses[wire.to.index] != bus) continue;
    if (wire.from.kind == End::Kind::kNode) names.push_back(scene.nodes[wire.from.index].title.front());
    if (wire.from.kind == End::Kind::kPort) names.push_back(scene.ports[wire.from.index].lines.front());
    if (wire.from.kind == End::Kind::kBus) names.push_back(scene.buses[wire.from.index].label);
  }
  return names;
}

using Strings = std::vector<std::string>;

TEST_CASE("a scene: boxes, what carries the networks, ports, what is outside") {
  const Checked checked = Check(kHome);
  INFO(checked.text);
  REQUIRE(checked.model);
  const Scene scene = SceneOf(*checked.model, "home");
  const Node* zvm = Find(scene, "VMPROD");
  REQUIRE(zvm);
  CHECK(zvm->level == 1u);
  CHECK(zvm->facts == Strings{"24 GiB"});
  const Node* stack = Find(scene, "LNX001");
  REQUIRE(stack);
  CHECK(stack->title == Strings{"LNX001 …", "LNX020"});
  CHECK(stack->count == 20);
  CHECK(WhatOf(*stack) == "20 Linux");
  CHECK(Find(scene, "LNXRTR")->router);
  CHECK(MembersOf(scene, FindBus(scene, "guest LAN GLAN1")) == Strings{"LNXRTR", "LNX001 …"});
  CHECK(MembersOf(scene, FindBus(scene, "HiperSockets HS0: DATABASE")) == Strings{"PRODA", "LNXRTR"});
  CHECK(MembersOf(scene, FindBus(scene, "OFFICE")) == Strings{"OSA0", "OSA0", "TSM"});
  CHECK(scene.ports.size() == 2);
  CHECK(scene.ports[0].lines == Strings{"OSA0", "0800"});
  CHECK(std::none_of(scene.wires.begin(), scene.wires.end(), [](const Wire& wire) { return wire.missing; }));
}

TEST_CASE("a scene: under VM under VM; what is missing is drawn") {
  const Checked checked = Check(std::string(kHome) + kNested);
  REQUIRE(checked.model);
  const Scene scene = SceneOf(*checked.model, "hot");
  CHECK(Find(scene, "VMPROD")->state == Node::State::kCause);
  CHECK(Find(scene, "VENDORVM")->state == Node::State::kFine);
  CHECK(Find(scene, "LNXRTR")->state == Node::State::kThirdLevel);
  CHECK(Find(scene, "LNX001")->state == Node::State::kThirdLevel);
  CHECK(Find(scene, "PRODA")->state == Node::State::kFine);
  const Bus* hipersockets = FindBus(scene, "no HiperSockets for DATABASE");
  CHECK(MembersOf(scene, hipersockets) == Strings{"LNXRTR", "PRODA"});
  CHECK(hipersockets->missing);
  CHECK(MembersOf(scene, FindBus(scene, "no OSA for OFFICE")) == Strings{"guest LAN CUSTNET: OFFICE", "TSM"});
}

TEST_CASE("a scene: a router of home that isn't run at the site") {
  const Checked checked = Check(std::string(kHome) + kNoRouter);
  REQUIRE(checked.model);
  const Scene scene = SceneOf(*checked.model, "hot");
  const Node* router = Find(scene, "LNXRTR");
  REQUIRE(router);
  CHECK(router->state == Node::State::kMissing);
  CHECK(scene.nodes[router->parent].title == Strings{"BIG"});
  CHECK(scene.remarks == Strings{"Not run at hot: VMPROD, LNXRTR, LNX003 to LNX020"});
  CHECK(scene.description.find("BIG (machine) holds VENDORVM") != std::string::npos);
}

TEST_CASE("folding: what differs stays drawn, what doesn't becomes a stack") {
  std::string text = kHome;
  const Checked checked = Check(text.insert(text.find("for n in"), "linux ODD { memory 1 GiB; nic 0600 on OFFICE }\n"));
  REQUIRE(checked.model);
  CHECK(Find(SceneOf(*checked.model, "home"), "ODD")->count == 1);
  const Scene folded = SceneOf(*checked.model, "home", Folding::kSystems);
  CHECK(Find(folded, "VMPROD")->facts.back() == "22 guests");
  CHECK(Find(folded, "ODD") == nullptr);
  CHECK(FindBus(folded, "guest LAN") == nullptr);
  CHECK(MembersOf(folded, FindBus(folded, "HiperSockets")) == Strings{"PRODA", "VMPROD"});
}

struct OddShape {
  const char* name;
  std::string text;
};

std::vector<OddShape> OddShapes() {
  const std::string longest(60, 'W');
  std::string unlike = "zvm Z { memory 90 GiB\n";
  for (int i = 0; i < 40; ++i)
    unlike += fmt::format(
        "guestlan G{0} carries N{0} {{ type qdio }}; linux L{0} {{ memory 1 GiB; nic 0600 on N{0}; nic 0700 on N{1} "
        "}}\n",
        i, (i + 1) % 40);
  unlike += "}\nsite home { machine M { lpar Z } }\n";
  for (int i = 0; i < 40; ++i) unlike += fmt::format("network N{} {{ subnet 10.0.{}.0/24 }}\n", i, i);
  return {
      {"the story", kHome},
      {"under VM under VM", std::string(kHome) + kNested},
      {"no router", std::string(kHome) + kNoRouter},
      {"nothing", "site home { }"},
      {"an empty machine", "site home { machine M }"},
      {"an empty partition", "zos Z; site home { machine M { lpar Z; lpar P2 runs Z } }"},
      {"one guest", "zvm Z { memory 1 GiB; linux A { memory 1 GiB } }; site home { machine M { lpar Z } }"},
      {"two machines",
       "network N { subnet 10.0.0.0/24; gateway N[1] }; zos A { nic 0800 on N }; zos B { nic 0800 on N }\n"
       "site home { machine M1 { lpar A; osa OSA0 carries N { devices 0800-080F } }\n"
       "; machine M2 { lpar B; osa OSA0 carries N { devices 0800-080F } } }"},
      {"three z/VM on one HiperSockets",
       "network H { subnet 10.0.0.0/24 }\n"
       "zvm A { linux A1 { nic 0600 on H } }; zvm B { linux B1 { nic 0600 on H } }; zvm C { linux C1 { nic 0600 on H } "
       "}\n"
       "site home { machine M { lpar A; lpar B; lpar C; hipersockets HS carries H { devices 7000-70FF } } }"},
      {"KVM",
       "network N { subnet 10.0.0.0/24; gateway N[1] }\n"
       "kvm K { memory 8 GiB; bridge br0 carries N { type bridge }; for n in 1..3 { linux \"G{n}\" { memory 1 GiB; nic "
       "0001 on N } } }\n"
       "site home { machine M { lpar K; osa O carries N { devices 0800-080F } } }"},
      {"dedicated devices",
       "network N { subnet 10.0.0.0/24; gateway N[1] }; network P { subnet 10.1.0.0/24; gateway P[1] }\n"
       "zvm Z { memory 9 GiB; for n in 1..9 { linux \"L{n}\" { memory 1 GiB; nic 0600 on N; nic 0610 on P } } }\n"
       "zos A { nic 0800 on N; nic 0900 on P }\n"
       "site home { machine M { lpar Z; lpar A; osa O1 carries N { devices 0800-08FF }; osa O2 carries P { devices "
       "0900-09FF } } }"},
      {"long names", "zvm " + longest + " { memory 9 GiB; linux L" + longest +
                         " { memory 1 GiB } }; site home { machine M { lpar " + longest + " } }"},
      {"forty networks", unlike},
      {"many partitions",
       "for n in 1..30 { zos \"P{n}\" { memory 1 GiB } }; site home { machine M { for n in 1..30 { lpar \"P{n}\" } } "
       "}"},
      {"2,000 guests",
       "network N { subnet 10.0.0.0/16 }\nzvm Z { memory 3 TiB; guestlan G carries N { type qdio }\n"
       "for n in 1..2000 { linux \"L{n:0000}\" { memory 1 GiB; nic 0600 on N } } }; site home { machine M { lpar Z } "
       "}"},
  };
}

TEST_CASE("every picture, whatever its shape: nothing lies on anything else, wires end where they should") {
  for (const OddShape& shape : OddShapes()) {
    INFO(shape.name);
    const Checked checked = Check(shape.text);
    INFO(checked.text);
    REQUIRE(checked.model);
    for (const model::Site& site : checked.model->sites) {
      for (const Folding folding : {Folding::kSeldom, Folding::kOften, Folding::kSystems}) {
        const Scene scene = MakeScene(*checked.model, site, nullptr, folding);
        for (const std::size_t columns : {8u, 4u, 2u, 1u}) {
          for (const double widest : {600.0, 300.0}) {
            const Layout layout = Arrange(scene, PaperMetrics(), {widest, columns});
            const Drawing drawing = Render(scene, layout, PaperMetrics());
            INFO(site.name << " folding " << static_cast<int>(folding) << " columns " << columns << " widest "
                           << widest);
            CHECK(FaultsOf(scene, layout, drawing, PaperMetrics()) == Strings{});
          }
        }
      }
    }
  }
}

TEST_CASE("every picture fits the width of a page, and its type can be read") {
  for (const OddShape& shape : OddShapes()) {
    const Checked checked = Check(shape.text);
    REQUIRE(checked.model);
    for (const model::Site& site : checked.model->sites) {
      const Drawing drawing = DrawSite(*checked.model, site, nullptr);
      INFO(shape.name << " " << drawing.width);
      CHECK(drawing.width <= Room{}.width + 0.01);
      for (const Shape& one : drawing.shapes) {
        if (const auto* label = std::get_if<Label>(&one)) CHECK(label->size >= kSmallestType - 0.001);
      }
      CHECK(SvgFile(drawing) == SvgFile(DrawSite(*checked.model, site, nullptr)));
    }
  }
}

TEST_CASE("home and a site at one scale; a picture each where that would be too small") {
  const Checked checked = Check(std::string(kHome) + kNested);
  REQUIRE(checked.model);
  const model::Site& home = *checked.model->home();
  const model::Site& hot = *checked.model->recovery_sites().front();
  CHECK(DrawComparison(*checked.model, home, hot, nullptr, {1100, 900}).size() == 1);
  CHECK(DrawComparison(*checked.model, home, hot, nullptr, {300, 100}).size() == 2);
}

TEST_CASE("a picture in characters: at most as wide as said, without blanks at line ends") {
  for (const OddShape& shape : OddShapes()) {
    const Checked checked = Check(shape.text);
    REQUIRE(checked.model);
    for (const model::Site& site : checked.model->sites) {
      const std::string text = SiteAsText(*checked.model, site, nullptr, 100, Characters::kAscii);
      INFO(shape.name << "\n" << text);
      CHECK(text.find(" \n") == std::string::npos);
      CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
      std::size_t widest = 0, start = 0;
      for (std::size_t end; (end = text.find('\n', start)) != std::string::npos; start = end + 1)
        widest = std::max(widest, end - start);
      CHECK(widest <= 100);
    }
  }
}

TEST_CASE("a picture in characters: two guests, exactly") {
  const Checked checked = Check(
      "network N { subnet 10.0.0.0/24 }\n"
      "zvm Z { memory 4 GiB; guestlan G carries N { type qdio }; linux A { memory 1 GiB; nic 0600 on N }; linux B { "
      "memory 1 GiB; nic 0600 on N } }\n"
      "site home { machine M { lpar Z } }");
  REQUIRE(checked.model);
  CHECK("\n" + SiteAsText(*checked.model, checked.model->sites.front(), nullptr, 80, Characters::kBoxDrawing) == R"(
┌────────────────────────────────────────────────┐
│ M                                              │
│ machine                                        │
│ ┌────────────────────────────────────────────┐ │
│ │ Z                                          │ │
│ │ z/VM · level 1                             │ │
│ │ 4 GiB                                      │ │
│ │ ┌──────────────────┐  ┌──────────────────┐ │ │
│ │ │        A         │  │        B         │ │ │
│ │ │ Linux · level 2  │  │ Linux · level 2  │ │ │
│ │ └────────┬─────────┘  └────────┬─────────┘ │ │
│ │          │ guest LAN G: N      │           │ │
│ │          ●─────────────────────●           │ │
│ │                                            │ │
│ └────────────────────────────────────────────┘ │
└────────────────────────────────────────────────┘
)");
}

}  // namespace
}  // namespace hotsite::backends::drawing
