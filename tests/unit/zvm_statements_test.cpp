// Statements of z/VM files that depend on what the spec says beside the usual: processors and shares, networks over one
// device, MAC addresses, IPv6, controllers of one's own, single system images, devices online at IPL, and what the
// vendor takes out again. Each file also passes the independent checkers.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/zvm_checker.h"
#include "tests/unit/zvm_models.h"

namespace {

using namespace hotsite;
using namespace hotsite::zvm_test;
using Strings = std::vector<std::string>;

template <class T>
model::Stated<T> Said(T value) {
  return model::Stated<T>(std::move(value), Span{});
}

/// The lines that begin with `start`, in any file of the path.
Strings Lines(const Built& built, const std::string& path, const std::string& start) {
  const std::string& text = built.Get(path).text;
  Strings lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (text.compare(at, start.size(), start) == 0) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

const char* const kDirectory = "zvm/VMPROD/USER.DIRECT";
const char* const kConfig = "zvm/VMPROD/SYSTEM.CONFIG";
const char* const kLast = "zvm/VMPROD/SYSTEM.DRLAST";
const char* const kTcpip = "zvm/VMPROD/VMPROD.TCPIP";

void CheckStatements(const Built& built) {
  for (const backends::Artifact& file : built.artifacts) {
    CAPTURE(file.path, file.text);
    if (file.path.ends_with("USER.DIRECT")) CHECK(CheckDirectory(file.text).problems == Strings{});
    if (file.path.ends_with("SYSTEM.CONFIG")) CHECK(CheckSystemConfig(file.text).problems == Strings{});
    if (file.path.ends_with("SYSTEM.DRLAST")) CHECK(CheckSystemConfig(file.text).problems == Strings{});
    if (file.path.ends_with(".TCPIP")) CHECK(CheckTcpip(file.text).problems == Strings{});
  }
}

/// The placement of a system at the hot site.
model::Placement& Placed(model::Model& model, const std::string& name) {
  for (model::Placement& placement : model.placements) {
    if (model.at(placement.site).recovery && model.SystemOf(placement).name == name) return placement;
  }
  FAIL("not placed: " << name);
  return model.placements.front();
}

constexpr Choices kNew{false, true, true,
                       true};  // devices known, a release that has NICDEF operands, OFFICE is VLAN 71

TEST_CASE("a share is written as the spec says it") {
  model::Model model = OwnHost(kNew);
  using Limit = model::Share::Limit;
  Placed(model, "LNXWAS1").settings.share = Said(model::Share{false, 300, Limit::kNone});
  Placed(model, "LNXWAS2").settings.share = Said(model::Share{true, 125, Limit::kHard});
  Placed(model, "LNXBLZ1").settings.share = Said(model::Share{true, 50, Limit::kSoft});
  const Built built = Build(model);
  CheckStatements(built);
  CHECK(Lines(built, kDirectory, "SHARE") ==
        Strings{"SHARE RELATIVE 300", "SHARE ABSOLUTE 12.5% LIMITHARD", "SHARE ABSOLUTE 5% LIMITSOFT"});
}

/// A z/VM whose partition is of `mode`, its guest LNXWAS1 with two IFLs.
model::Model OnIfls(model::PartitionMode mode, bool knows_types) {
  model::Model model = OwnHost(kNew);
  if (knows_types) {
    model.releases[0].partition_modes.value = Said(std::vector<model::PartitionMode>{model::PartitionMode::kZvm});
  }
  model::Placement& guest = Placed(model, "LNXWAS1");
  guest.resources.engines = Said(EngineChoice{{EngineType::kIfl}});
  guest.resources.processors = Said<std::int64_t>(2);
  model::Placement& host = Placed(model, "VMPROD");
  model.partitions[host.partition.index].settings.mode = Said(mode);
  host.resources.engines = Said(EngineChoice{{EngineType::kIfl}});
  return model;
}

TEST_CASE("IFLs where the z/VM gives CPs are defined at logon, where the release can") {
  const Built mixed = Build(OnIfls(model::PartitionMode::kZvm, true));
  CheckStatements(mixed);
  CHECK(Lines(mixed, kDirectory, "COMMAND") ==
        Strings{"COMMAND SET VCONFIG MODE LINUX", "COMMAND DEFINE CPU 00-01 TYPE IFL"});
  CHECK(Lines(Build(OnIfls(model::PartitionMode::kLinuxOnly, true)), kDirectory, "COMMAND") == Strings{});
  const Built old = Build(OnIfls(model::PartitionMode::kZvm, false));
  CHECK(Lines(old, kDirectory, "COMMAND") == Strings{});
  CHECK(Lines(old, kDirectory, "* IT NEEDS IFL PROCESSORS").size() == 1);
}

/// LNXRTR has INSIDE, VLAN 72, over its NIC 0800 on OFFICE.
model::Model WithTrunk(const Choices& choices) {
  model::Model model = OwnHost(choices);
  for (model::Site& site : model.sites) site.plans[1].vlan = Said<std::int64_t>(72);
  for (model::Placement& placement : model.placements) {
    if (model.SystemOf(placement).name != "LNXRTR") continue;
    model::PlacedNic over = placement.nics[2];
    over.network = model::NetworkId{1};
    over.over = 2;
    placement.nics.push_back(over);
  }
  return model;
}

TEST_CASE("a guest that tags frames itself has a trunk port, by NICDEF or by the grant") {
  const Built built = Build(WithTrunk(kNew));
  CheckStatements(built);
  CHECK(Lines(built, kDirectory, "NICDEF 0800") ==
        Strings{"NICDEF 0800 TYPE QDIO LAN SYSTEM VSW1", "NICDEF 0800 PORTTYPE TRUNK", "NICDEF 0800 VLAN 71 72"});
  CHECK(Lines(built, kConfig, "          NATIVE") == Strings{});
  const Built old = Build(WithTrunk({false, false, true, true}));
  CheckStatements(old);
  CHECK(Lines(old, kDirectory, "NICDEF 0800") == Strings{"NICDEF 0800 TYPE QDIO LAN SYSTEM VSW1"});
  CHECK(old.Get(kConfig).text.find("GRANT LNXRTR,\n          PORTTYPE TRUNK,\n          VLAN 71 72\n") !=
        std::string::npos);
}

TEST_CASE("a MAC address needs the z/VM's prefix, which is written when the spec says it") {
  model::Model model = OwnHost(kNew);
  const auto with = [&](const char* mac, const char* prefix) {
    model.systems[Placed(model, "LNXWAS1").system.index].nics[0].mac = *MacAddress::Parse(mac);
    if (prefix != nullptr) Placed(model, "VMPROD").settings.mac_prefix = Said<std::string>(prefix);
    const Built built = Build(model);
    CheckStatements(built);
    return built;
  };
  const Built unsaid = with("02:00:0A:12:34:56", nullptr);
  CHECK(Lines(unsaid, kDirectory, "NICDEF 0600 MACID") == Strings{"NICDEF 0600 MACID 123456"});
  CHECK(Lines(unsaid, kConfig, "VMPROD: VMLAN") == Strings{});
  CHECK(unsaid.Get(kConfig).text.find("MACPREFIX 02000A,") != std::string::npos);
  const Built same = with("02:00:0A:12:34:56", "02000a");
  CHECK(Lines(same, kDirectory, "NICDEF 0600 MACID") == Strings{"NICDEF 0600 MACID 123456"});
  CHECK(Lines(same, kConfig, "VMPROD: VMLAN") == Strings{"VMPROD: VMLAN MACPREFIX 02000A"});
  const Built other = with("02:00:0B:12:34:56", "02000A");
  CHECK(Lines(other, kDirectory, "NICDEF 0600 MACID") == Strings{});
  CHECK(Lines(other, kDirectory, "* NIC 0600: MAC ADDRESS 02:00:0B:12:34:56").size() == 1);
}

TEST_CASE("volumes with minidisks are listed by label for our own z/VM too") {
  CHECK(Lines(Build(OwnHost(kNew)), kConfig, "VMPROD: USER_VOLUME_LIST") ==
        Strings{"VMPROD: USER_VOLUME_LIST LX0100 LX0121 LX0122 LX0141"});
}

/// All that must be online: disks at 0D00-0D1F, consoles 0700-0701, and the devices of kNew.
model::Model WithDevices(bool consoles) {
  model::Model model = OwnHost(kNew);
  model::Placement& host = Placed(model, "VMPROD");
  const auto range = [](std::uint16_t first, std::uint16_t last) {
    return DeviceRange(DeviceNumber(first), DeviceNumber(last));
  };
  model::PlacedVolumes volumes;
  volumes.devices = Said(std::vector<DeviceRange>{range(0x0D00, 0x0D0F), range(0x0D10, 0x0D1F)});
  host.volumes = {volumes};
  if (consoles) model.partitions[host.partition.index].settings.console_devices = Said(range(0x0700, 0x0701));
  return model;
}

TEST_CASE("devices are taken online by name once all are known") {
  const Built built = Build(WithDevices(true));
  CheckStatements(built);
  CHECK(Lines(built, kLast, "          O") ==
        Strings{"          OFFLINE_AT_IPL 0000-FFFF,", "          ONLINE_AT_IPL 0D00-0D1F,",
                "          ONLINE_AT_IPL 0C00-0C02,", "          ONLINE_AT_IPL 0C04-0C06,",
                "          ONLINE_AT_IPL 0F00-0F02,", "          ONLINE_AT_IPL 0700-0701,"});
  CHECK(Lines(built, kLast, "          0700 ") == Strings{"          0700 0701,"});
  CHECK(Lines(built, kLast, "          SYSTEM_3270") == Strings{"          SYSTEM_3270 SYSTEM_CONSOLE"});
  CHECK(Lines(built, kLast, "          AUTO_WARM_IPL").size() == 1);
}

TEST_CASE("with any device missing there is no DEVICES statement, but what is known and what isn't") {
  const Built built = Build(OwnHost({true, true, true, true}));
  CheckStatements(built);
  CHECK(Lines(built, kLast, "VMPROD: DEVICES") == Strings{});
  CHECK(Lines(built, kLast, "/* DASD, MISSING: VOLUMES OF MINIDISKS").size() == 1);
  CHECK(Lines(built, kLast, "/* NETWORKS, MISSING: HSK-").size() == 1);
  CHECK(Lines(built, kLast, "          SYSTEM_3270") == Strings{"          SYSTEM_3270 SYSTEM_CONSOLE"});
}

/// IPv6 beside IPv4 on the stack's NIC: a second network over the same device.
model::Model WithIpv6(model::Stated<std::int64_t> vlan) {
  model::Model model = OwnHost({false, true, false, true});
  model::Network network;
  network.name = "OFFICE6";
  network.plan.subnet = Said(*Subnet::Parse("2001:db8:30::/64"));
  network.plan.gateway = model::Address{model::NetworkId{3}, 1, {}, {}};
  network.plan.vlan = std::move(vlan);
  model.networks.push_back(network);
  for (model::Site& site : model.sites) {
    site.plans.push_back(network.plan);
    site.readdressed.push_back(false);
  }
  for (model::Placement& placement : model.placements) {
    if (!model.SystemOf(placement).tcpip) continue;
    model::PlacedNic over = placement.nics[0];
    over.network = model::NetworkId{3};
    over.over = 0;
    over.addresses = {*IpAddress::Parse("2001:db8:30::20")};
    placement.nics.push_back(over);
  }
  return model;
}

TEST_CASE("the z/VM's stack has both families on one link, and one VLAN on it") {
  const Built built = Build(WithIpv6({}));
  CheckStatements(built);
  CHECK(Lines(built, kTcpip, "LINK") == Strings{"LINK LNK0900 QDIOETHERNET DEV0900 MTU 1492 IP ENABLEIPV6"});
  CHECK(Lines(built, kTcpip, "2001:") == Strings{"2001:DB8:30::20/64 LNK0900"});
  CHECK(Lines(built, kTcpip, "DEFAULTNET") ==
        Strings{"DEFAULTNET 10.20.30.1 LNK0900 1492", "DEFAULTNET6 2001:DB8:30::1 LNK0900 1492"});
  CHECK(Lines(built, kTcpip, "START") == Strings{"START DEV0900"});
  const Built tagged = Build(WithIpv6(Said<std::int64_t>(76)));
  CheckStatements(tagged);
  CHECK(Lines(tagged, kTcpip, "2001:") == Strings{});
  CHECK(Lines(tagged, kTcpip, "; NETWORK OFFICE6 OVER LNK0900").size() == 1);
}

/// The hot site's vswitch is controlled by VSWCTL1, which home doesn't have.
model::Model WithController(std::int64_t ssi_members) {
  model::Model model = OwnHost(kNew);
  model.releases[0].ssi_members.value = Said(ssi_members);
  Placed(model, "VMPROD").lans[0].lan.controllers = Said(std::vector<std::string>{"DTCVSW1", "VSWCTL1"});
  return model;
}

TEST_CASE("a controller that nobody has yet gets an entry: a user, or an identity where the release has them") {
  const Built user = Build(WithController(1));
  CheckStatements(user);
  CHECK(Lines(user, kDirectory, "USER VSWCTL1") == Strings{"USER VSWCTL1 AUTOONLY 32M 128M BG"});
  CHECK(Lines(user, kDirectory, "IUCV *VSWITCH").size() == 1);
  const Built identity = Build(WithController(4));
  CheckStatements(identity);
  CHECK(Lines(identity, kDirectory, "IDENTITY") == Strings{"IDENTITY VSWCTL1 AUTOONLY 32M 128M BG"});
  CHECK(Lines(identity, kDirectory, "BUILD") == Strings{"BUILD ON * USING SUBCONFIG DRVS1-1"});
  CHECK(Lines(Build(OwnHost(kNew)), kDirectory, "IUCV") == Strings{});
  CHECK(Lines(identity, "zvm/VMPROD/CONTROLLERS.txt", "[ ] VSWCTL1") ==
        Strings{"[ ] VSWCTL1   is not there yet: its entry is in USER.DIRECT"});
  CHECK(Lines(identity, "zvm/VMPROD/VSWCTL1.TCPIP", "VSWITCH") == Strings{"VSWITCH CONTROLLER ON"});
  CHECK(Lines(identity, "zvm/VMPROD/SYSTEM.DTCPARMS", ":nick.").size() == 2);
}

TEST_CASE("a stack on a vswitch of its own z/VM needs its NICDEF, with the VLAN, in an entry that isn't ours") {
  model::Model model = OwnHost(kNew);
  model::Placement& host = Placed(model, "VMPROD");
  model::Attachment to;
  to.kind = model::Attachment::Kind::kLan;
  to.host = model.IdOf(host);
  host.nics[0].attachment = to;
  const Built built = Build(model);
  CheckStatements(built);
  CHECK(Lines(built, kDirectory, "* NICDEF 0900") ==
        Strings{"* NICDEF 0900 TYPE QDIO LAN SYSTEM VSW1", "* NICDEF 0900 VLAN 71"});
  CHECK(Lines(built, kDirectory, "* ADD TO") == Strings{"* ADD TO THE ENTRY OF TCPIP:"});
}

TEST_CASE("members of a single system image share one directory: names differ, and the SSI statement stays") {
  model::Model model = WithController(4);
  model::Cluster cluster;
  cluster.name = "PRODSSI";
  model::System away;
  away.name = "VMAWAY";
  away.kind = model::SystemKind::kZvm;
  model.systems.push_back(away);
  const model::SystemId first = model.IdOf(model.systems.back());
  cluster.members = {{first, Span{}}, {Placed(model, "VMPROD").system, Span{}}};
  model.clusters = {cluster};
  const Built built = Build(model);
  CheckStatements(built);
  CHECK(Lines(built, kDirectory, "PROFILE") == Strings{"PROFILE DRPB1"});
  CHECK(Lines(built, kDirectory, "BUILD") == Strings{"BUILD ON VMPROD USING SUBCONFIG DRVS1-1"});
  CHECK(Lines(built, kConfig, "/* VMAWAY IS NOT HERE: QUERY SSI").size() == 1);
}

/// What is between the comments of `which`, with them, taken out of `text`.
std::string Without(std::string text, const std::string& which) {
  const std::size_t begin = text.find("* DR " + which + " BEGIN");
  const std::size_t end = text.find("* DR " + which + " END");
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  const std::size_t line = text.find('\n', end);
  return text.erase(begin, line == std::string::npos ? line : line + 1 - begin);
}

TEST_CASE("the vendor's list takes out what the files put in: every entry, profile, LAN and volume") {
  const Built built = Build(VendorHost());
  const std::string& undo = built.Get("vendor-zvm/VENDORVM/UNDO.txt").text;
  const std::string& directory = built.Get("vendor-zvm/VENDORVM/USER.DIRECT").text;
  CAPTURE(undo);
  for (const char* name : {"PRODA", "LNXRTR", "LNXWAS1", "DRPROF1", "LX0100", "LX0121"}) {
    CHECK(undo.find(std::string(" ") + name) != std::string::npos);
  }
  for (const char* command : {"DETACH VSWITCH DRVSW\n", "DETACH LAN DRLAN OWNERID SYSTEM\n",
                              "DETACH LAN DRHS OWNERID SYSTEM\n", "IMBED DRGUEST CONFIG"}) {
    CHECK(undo.find(command) != std::string::npos);
  }
  const std::string rest = Without(Without(directory, "PROFILES"), "ENTRIES");
  for (const char* statement : {"\nPROFILE ", "\nUSER ", "\nIDENTITY ", "\nMDISK "}) {
    CHECK(directory.find("\nUSER ") != std::string::npos);
    CHECK(rest.find(statement) == std::string::npos);
  }
}

TEST_CASE("the annex fits the request's pages") {
  const Built built = Build(VendorHost());
  for (const backends::Artifact& file : built.artifacts) {
    for (std::size_t at = 0; at < file.text.size();) {
      const std::size_t end = file.text.find('\n', at);
      CAPTURE(file.path, file.text.substr(at, end - at));
      CHECK(end - at <= 72);
      at = end + 1;
    }
  }
}

}  // namespace
