// The elements for libvirt of a guest of a KVM host, with names that try to get out of them.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"
#include "tests/readers/needs.h"
#include "tests/readers/readers.h"

namespace hotsite::readers {
namespace {

/// @ is the name of a network, % that of a bridge.
constexpr const char* kSpec = R"(hotsite 1
use std.machines
use std.linux
network "@" { subnet 10.20.1.0/24 }
network "@2" { subnet 10.20.2.0/24; vlan 120 }
network "@3" { subnet 10.20.3.0/24 }
kvm KVMPROD : sles_15_sp5 {
  bridge "%" carries "@" { type bridge }
  bridge "%2" carries "@2" { type openvswitch }
  bridge "%3" carries "@3" { type macvtap }
  linux LNXV : sles_15_sp5 {
    nic 0001 on "@"
    nic 0002 on "@2"
    nic 0003 on "@3"
  }
}
site home { machine CEC { lpar KVMPROD } }
recovery "kvm" { site hotsite { machine BIGBOX { lpar KVMPROD } } }
)";

std::string With(const std::string& network, const std::string& bridge) {
  std::string spec;
  for (const char* c = kSpec; *c != '\0'; ++c) spec += *c == '@' ? network : *c == '%' ? bridge : std::string(1, *c);
  return spec;
}

acceptance::RunResult Build(const Scratch& scratch, const std::string& spec) {
  scratch.Write("kvm.dr", spec);
  return acceptance::Run(scratch,
                         "cd " + acceptance::Quoted(scratch / "") + " && hotsite build kvm.dr -o out --only linux");
}

/// What xmllint has of the guest's file, without the names, which stand in comments and in attributes.
std::string Elements(const std::string& network, const std::string& bridge) {
  const Scratch scratch;
  const acceptance::RunResult built = Build(scratch, With(network, bridge));
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  const Reading reading = ReadXml(harness::ReadBytes(scratch / "out/linux/LNXV/interfaces.xml"));
  INFO(reading.complaints);
  CHECK(reading.accepted());
  std::string elements;
  bool inside = false;
  for (std::size_t at = 0; at < reading.understood.size(); ++at) {
    if (reading.understood.compare(at, 4, "<!--") == 0) at = reading.understood.find("-->", at) + 3;
    const char c = reading.understood[at];
    if (c == '"') inside = !inside;
    if (!inside) elements += c;
  }
  return elements;
}

TEST_CASE("names change nothing of the elements that libvirt reads") {
  const std::string plain = Elements("OFFICE", "br0");
  CHECK(std::count(plain.begin(), plain.end(), '<') > 10);
  for (const char* name : {"A-", "A--", "a--b---c", "devices", "xml-_-"}) {
    INFO(name);
    CHECK(Elements(name, "br0") == plain);
    CHECK(Elements("OFFICE", name) == plain);
  }
  for (const char* name : {"a'/><x y='", "A&B", "A--><x/>", "]]>", "<"}) {
    INFO(name);
    CHECK(Build(Scratch(), With(name, "br0")).exit_code == 1);
    CHECK(Build(Scratch(), With("OFFICE", name)).exit_code == 1);
  }
  CHECK_FALSE(ReadXml("<devices><!-- a -- b --></devices>\n").accepted());
  CHECK_FALSE(ReadXml("<devices><a b='c' '/></devices>\n").accepted());
}

}  // namespace
}  // namespace hotsite::readers
