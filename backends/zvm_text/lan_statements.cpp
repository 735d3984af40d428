#include "backends/zvm_text/lan_statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "backends/zvm_text/config_statement.h"
#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Attachment;
using model::Lan;
using model::PlacedLan;

/// Whether a member of the LAN forwards one of its networks: then a layer-3 switch must hand it what isn't addressed to
/// it.
bool HasRouter(const Host& host, std::size_t lan) {
  const auto forwards = [&](const LanMember& member) {
    const std::vector<model::NetworkId>& networks = host.model.SystemOf(*member.guest).forwards;
    return std::find(networks.begin(), networks.end(), member.nic.network) != networks.end();
  };
  return std::any_of(host.members[lan].begin(), host.members[lan].end(), forwards);
}

std::string Rdev(const Host& host, std::size_t index, OpenPlaces& open) {
  const PlacedLan& placed = host.placement.lans[index];
  std::string devices;
  for (std::size_t i = 0; i < placed.uplinks.size(); ++i) {
    if (placed.uplinks[i].kind == Attachment::Kind::kNone) continue;
    const std::string what = fmt::format("first device of uplink {} of {}", i + 1, StatementName(placed.lan.name));
    devices += " " + open.Device(UplinkDevices(host, index, i), 0, what);
  }
  return devices.empty() ? "RDEV NONE" : "RDEV" + devices;
}

/// A default VLAN id is understood by every release, AWARE only by newer ones (CP Planning and Administration, DEFINE
/// VSWITCH; which release brought AWARE: from knowledge), so the older form goes with the older grants.
std::string Vlan(const Host& host, const Lan& lan, OpenPlaces& open) {
  for (const model::NetworkId network : lan.networks) {
    const model::Stated<std::int64_t>& vlan = VlanOf(host, network);
    if (vlan.absent()) continue;
    if (host.nicdef_grants()) return "VLAN AWARE";
    return "VLAN " +
           (vlan.open() ? open.Token(vlan.hole(), "VLAN of " + StatementName(lan.name)) : std::to_string(*vlan));
  }
  return {};
}

/// DEFINE VSWITCH takes one controller or `*`, any eligible one; `*` with the shipped two is IBM's recommendation
/// (vm.ibm.com/virtualnetwork/contrllr.html).
std::string Controller(const Lan& lan, OpenPlaces& open) {
  if (lan.controllers.open()) {
    return "CONTROLLER " + open.Token(lan.controllers.hole(), "controllers of " + StatementName(lan.name));
  }
  const std::vector<std::string> names = ControllersOf(lan);
  return "CONTROLLER " + (names.size() == 1 ? names.front() : "*");
}

void WriteGrants(TextWriter& out, const Host& host, std::size_t index, OpenPlaces& open) {
  if (host.nicdef_grants()) return;
  const std::string lan = StatementName(host.placement.lans[index].lan.name);
  std::set<std::string> granted;
  for (const LanMember& member : host.members[index]) {
    const bool stack = member.guest == &host.placement;
    const model::System& system = host.model.SystemOf(*member.guest);
    const std::string user = StatementName(stack && system.tcpip ? system.tcpip->userid : system.name);
    const model::Stated<std::int64_t>& vlan = VlanOf(host, member.nic.network);
    std::string statement = fmt::format("MODIFY VSWITCH {} GRANT {}", lan, user);
    if (vlan.known()) statement += " VLAN " + std::to_string(*vlan);
    if (vlan.open()) statement += " VLAN " + open.Token(vlan.hole(), "VLAN of " + user);
    if (granted.insert(statement).second) WriteConfigStatement(out, host.node, statement, {});
  }
}

void WriteVswitch(TextWriter& out, const Host& host, std::size_t index, OpenPlaces& open) {
  const Lan& lan = host.placement.lans[index].lan;
  const std::string rdev = Rdev(host, index, open);
  std::string transport = ToUpper(model::ToString(lan.effective_transport()));
  if (lan.effective_transport() == model::Transport::kIp)
    transport += lan.primary_router || HasRouter(host, index) ? " PRIROUTER" : " NONROUTER";
  if (lan.local) ConfigRemark(out, "LOCAL ON PURPOSE: NO UPLINK.");
  if (!lan.local && rdev == "RDEV NONE")
    ConfigRemark(out, "NOTHING CARRIES ITS NETWORK HERE: IT REACHES NOTHING OUTSIDE THIS Z/VM.");
  if (rdev.find(kUnsaid) != std::string::npos) ConfigRemark(out, "THE RANGE GIVEN HAS NO THREE DEVICES LEFT (HS2303).");
  if (lan.controllers.open() && !lan.local)
    ConfigRemark(out, "CONTROLLER TAKES ONE USER ID: WRITE * WHERE THE ANSWER NAMES MORE.");
  if (lan.controllers_none) ConfigRemark(out, "THE SPEC SAYS THAT IT HAS NO CONTROLLERS: THE UPLINK CANNOT COME UP.");
  std::vector<std::string> operands = {"TYPE QDIO", rdev};
  if (!lan.local) operands.push_back(Controller(lan, open));
  operands.push_back(transport);
  if (const std::string vlan = Vlan(host, lan, open); !vlan.empty()) operands.push_back(vlan);
  WriteConfigStatement(out, host.node, "DEFINE VSWITCH " + StatementName(lan.name), operands);
  WriteGrants(out, host, index, open);
}

/// Guest LANs are unrestricted unless said otherwise, so they need no grants; MFS is for HIPERS, ETHERNET for QDIO
/// (CP Planning and Administration, DEFINE VSWITCH).
void WriteGuestLan(TextWriter& out, const Host& host, const Lan& lan, OpenPlaces& open) {
  std::vector<std::string> operands = {"OWNERID SYSTEM"};
  if (lan.type == model::LanType::kHipers) {
    operands.push_back("TYPE HIPERS");
    if (lan.frame.open())
      operands.push_back("MFS " + open.Token(lan.frame.hole(), "frame size of " + StatementName(lan.name)));
    if (lan.frame.known()) operands.push_back(fmt::format("MFS {}K", lan.frame->kib()));
  } else {
    operands.push_back("TYPE QDIO");
    operands.push_back(ToUpper(model::ToString(lan.effective_transport())));
  }
  WriteConfigStatement(out, host.node, "DEFINE LAN " + StatementName(lan.name), operands);
}

}  // namespace

void WriteLanStatements(TextWriter& out, const Host& host, std::size_t index, OpenPlaces& open) {
  const Lan& lan = host.placement.lans[index].lan;
  if (lan.is_vswitch()) {
    WriteVswitch(out, host, index, open);
  } else {
    WriteGuestLan(out, host, lan, open);
  }
}

}  // namespace hotsite::backends::zvm_text
