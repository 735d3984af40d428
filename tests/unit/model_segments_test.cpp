// Who reaches whom on a network at a site.
#include <catch2/catch.hpp>

#include "compiler/check/check.h"
#include "compiler/model/segments.h"

namespace hotsite {
namespace {

model::Model ModelOf(const std::string& text) {
  check::MemorySources files;
  files.Put("spec.dr", "hotsite 1\n" + text);
  SourceMap sources;
  Reporter reporter;
  auto model = check::Check("spec.dr", files, sources, reporter);
  REQUIRE(model);
  return std::move(*model);
}

/// "A B | C": the members' names, segment by segment.
std::string Told(const model::Model& model, const std::vector<model::Segment>& segments) {
  std::string text;
  for (const model::Segment& segment : segments) {
    if (!text.empty()) text += " |";
    for (const model::Member& member : segment.members) text += " " + model.SystemOf(model.at(member.placement)).name;
  }
  return text;
}

const char* const kSystems = R"(
network OFFICE { subnet 10.20.30.0/24; gateway OFFICE[1] }
network INSIDE { subnet 192.168.30.0/24; gateway INSIDE[1] }
zos PRODA { nic 0800 on OFFICE address OFFICE[10] }
zos PRODB { nic 0800 on OFFICE address OFFICE[11] }
zvm VM1 {
  vswitch VSW1 carries OFFICE { transport ethernet }
  guestlan GLAN1 carries INSIDE { type qdio }
  linux RTR { nic 0600 on INSIDE address INSIDE[1]; nic 0700 on OFFICE address OFFICE[30]; forwards INSIDE, OFFICE; start first }
  linux LNX1 { nic 0600 on INSIDE address INSIDE[21] }
}
)";

constexpr model::NetworkId kOffice{0};
constexpr model::NetworkId kInside{1};
constexpr model::SiteId kHome{0};

TEST_CASE("the uplink of a vswitch and the OSAs of one network join their members") {
  const auto model = ModelOf(std::string(kSystems) + R"(site home { machine M {
    lpar PRODA; lpar PRODB; lpar VM1
    osa O1 carries OFFICE { devices 0800-080F for PRODA, VM1 }
    osa O2 carries OFFICE { devices 0900-090F for PRODB }
  } })");
  CHECK(Told(model, SegmentsOf(model, kHome, kOffice)) == " PRODA PRODB RTR");
  CHECK(Told(model, SegmentsOf(model, kHome, kInside)) == " RTR LNX1");
  CHECK(SegmentsOf(model, kHome, kOffice).front().carriers.size() == 2);
  CHECK(Told(model, SegmentsAt(model, kHome)[kInside.index]) == " RTR LNX1");
}

TEST_CASE("members that nothing carries are alone, and come last") {
  const auto model = ModelOf(std::string(kSystems) + "site home { machine M { lpar PRODA; lpar PRODB; lpar VM1 } }");
  CHECK(Told(model, SegmentsOf(model, kHome, kOffice)) == " RTR | PRODA | PRODB");
}

TEST_CASE("a network goes on outside unless its gateway is ours, placed or not") {
  const auto model = ModelOf(std::string(kSystems) + "site home { machine M { lpar PRODA } }");
  CHECK(HasOutside(model, kHome, kOffice));
  CHECK_FALSE(HasOutside(model, kHome, kInside));
  const auto owner = OwnerOf(model, kHome, kOffice, *IpAddress::Parse("10.20.30.10"));
  REQUIRE(owner != nullptr);
  CHECK(model.SystemOf(*owner).name == "PRODA");
}

}  // namespace
}  // namespace hotsite
