#include "backends/zvm_text/lan_statements.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

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
    const auto among = [&](model::NetworkId one) {
      return std::find(networks.begin(), networks.end(), one) != networks.end();
    };
    return among(member.nic.network) || std::any_of(member.nic.shared.begin(), member.nic.shared.end(), among);
  };
  return std::any_of(host.members[lan].begin(), host.members[lan].end(), forwards);
}

bool HasUplink(const PlacedLan& placed) {
  return std::any_of(placed.uplinks.begin(), placed.uplinks.end(),
                     [](const Attachment& uplink) { return uplink.kind != Attachment::Kind::kNone; });
}

std::string Rdev(const Host& host, std::size_t index, OpenPlaces& open) {
  const PlacedLan& placed = host.placement.lans[index];
  if (!HasUplink(placed)) return "RDEV NONE";
  std::string devices;
  for (std::size_t i = 0; i < placed.uplinks.size(); ++i) {
    if (placed.uplinks[i].kind == Attachment::Kind::kNone) continue;
    const std::string what = fmt::format("first device of uplink {} of {}", i + 1, StatementName(placed.lan.name));
    devices += " " + open.Device(UplinkDevices(host, index, i), 0, what);
  }
  return "RDEV" + devices;
}

std::string VlanValue(const model::Stated<std::int64_t>& vlan, const std::string& of, OpenPlaces& open) {
  return vlan.open() ? open.Token(vlan.hole(), "VLAN of " + of) : std::to_string(*vlan);
}

/// The first VLAN of the switch's networks, if any has one.
const model::Stated<std::int64_t>* FirstVlan(const Host& host, const Lan& lan) {
  for (const model::NetworkId network : lan.networks) {
    const model::Stated<std::int64_t>& vlan = VlanOf(host, network);
    if (!vlan.absent()) return &vlan;
  }
  return nullptr;
}

/// A default VLAN id is understood by every release, AWARE only by newer ones (CP Planning and Administration, DEFINE
/// VSWITCH; which release brought AWARE: from knowledge), so the older form goes with the older grants. No NATIVE for a
/// trunk's sake: its guest tags all of its frames, and the native VLAN of a switch is that of all its guests' frames.
std::vector<std::string> Vlan(const Host& host, std::size_t index, OpenPlaces& open) {
  const Lan& lan = host.placement.lans[index].lan;
  const model::Stated<std::int64_t>* first = FirstVlan(host, lan);
  if (first == nullptr) return {};
  if (host.nicdef_grants()) return {"VLAN AWARE"};
  return {"VLAN " + VlanValue(*first, StatementName(lan.name), open)};
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

/// What GRANT must let a user have on the switch: one statement a user, since a second one replaces the first (from
/// knowledge).
struct UserGrant {
  std::string user;
  bool trunk = false;
  std::vector<std::string> vlans;
};

void AddVlan(UserGrant& grant, const model::Stated<std::int64_t>& vlan, OpenPlaces& open) {
  if (vlan.absent()) return;
  const std::string value = VlanValue(vlan, grant.user, open);
  if (std::find(grant.vlans.begin(), grant.vlans.end(), value) == grant.vlans.end()) grant.vlans.push_back(value);
}

std::vector<UserGrant> GrantsOf(const Host& host, std::size_t index, OpenPlaces& open) {
  std::vector<UserGrant> grants;
  std::map<std::string, std::size_t> place;
  for (const LanMember& member : host.members[index]) {
    const bool stack = member.guest == &host.placement;
    const model::System& system = host.model.SystemOf(*member.guest);
    const std::string user = StatementName(stack && system.tcpip ? system.tcpip->userid : system.name);
    const auto [found, is_new] = place.emplace(user, grants.size());
    if (is_new) grants.push_back({user, false, {}});
    UserGrant& grant = grants[found->second];
    AddVlan(grant, VlanOf(host, member.nic.network), open);
    for (const model::NetworkId network : TaggedBy(host, member.nic)) {
      grant.trunk = true;
      AddVlan(grant, VlanOf(host, network), open);
    }
  }
  return grants;
}

void WriteGrants(TextWriter& out, const Host& host, std::size_t index, OpenPlaces& open) {
  if (host.nicdef_grants()) return;
  const std::string lan = StatementName(host.placement.lans[index].lan.name);
  for (const UserGrant& grant : GrantsOf(host, index, open)) {
    std::vector<std::string> operands;
    if (grant.trunk) operands.push_back("PORTTYPE TRUNK");
    if (!grant.vlans.empty()) operands.push_back("VLAN " + Words(grant.vlans));
    if (!grant.trunk && grant.vlans.size() > 1)
      ConfigRemark(out, grant.user + " HAS NICS IN SEVERAL VLANS: ONE GRANT HOLDS FOR ALL OF THEM.");
    std::string statement = fmt::format("MODIFY VSWITCH {} GRANT {}", lan, grant.user);
    if (operands.size() == 1) statement += " " + std::exchange(operands, {}).front();
    WriteConfigStatement(out, host.node, statement, operands);
  }
}

/// NOUPLINK says that none will ever be wanted; which release brought it isn't known, so it goes with the newer grants.
std::vector<std::string> UplinkOperands(const Host& host, std::size_t index, OpenPlaces& open) {
  const Lan& lan = host.placement.lans[index].lan;
  const std::string rdev = Rdev(host, index, open);
  if (lan.local) return {host.nicdef_grants() ? "NOUPLINK" : rdev};
  return {rdev, Controller(lan, open)};
}

void WriteWarnings(TextWriter& out, const Host& host, std::size_t index, const std::vector<std::string>& uplink) {
  const Lan& lan = host.placement.lans[index].lan;
  if (lan.local) ConfigRemark(out, "LOCAL ON PURPOSE: NO UPLINK.");
  if (!lan.local && uplink.front() == "RDEV NONE")
    ConfigRemark(out, "NOTHING CARRIES ITS NETWORK HERE: IT REACHES NOTHING OUTSIDE THIS Z/VM.");
  if (uplink.front().find(kUnsaid) != std::string::npos)
    ConfigRemark(out, "THE RANGE GIVEN HAS NO THREE DEVICES LEFT (HS2303).");
  if (lan.controllers.open() && !lan.local)
    ConfigRemark(out, "CONTROLLER TAKES ONE USER ID: WRITE * WHERE THE ANSWER NAMES MORE.");
  if (lan.controllers_none) ConfigRemark(out, "THE SPEC SAYS THAT IT HAS NO CONTROLLERS: THE UPLINK CANNOT COME UP.");
}

void WriteVswitch(TextWriter& out, const Host& host, std::size_t index, OpenPlaces& open) {
  const Lan& lan = host.placement.lans[index].lan;
  std::vector<std::string> operands = UplinkOperands(host, index, open);
  WriteWarnings(out, host, index, operands);
  operands.insert(operands.begin(), "TYPE QDIO");
  std::string transport = ToUpper(model::ToString(lan.effective_transport()));
  if (lan.effective_transport() == model::Transport::kIp)
    transport += lan.primary_router || HasRouter(host, index) ? " PRIROUTER" : " NONROUTER";
  operands.push_back(transport);
  for (std::string& operand : Vlan(host, index, open)) operands.push_back(std::move(operand));
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
