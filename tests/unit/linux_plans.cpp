#include "tests/unit/linux_plans.h"

#include <stdexcept>
#include <utility>

#include "backends/linux/interface_names.h"

namespace hotsite::testing {
namespace {

using namespace backends::linux_guest;

Device OneDevice(std::uint16_t number, bool hipersockets, bool layer2) {
  Device device;
  const DeviceNumber first(number);
  device.nic = first.ToString();
  device.channels = {first.ToBusId(), first.Plus(1).ToBusId(), first.Plus(2).ToBusId()};
  device.file_id = device.channels.front();
  device.link.hipersockets = hipersockets;
  device.link.kind = hipersockets ? model::Link::Kind::kHiperSockets : model::Link::Kind::kVswitch;
  device.layer2 = layer2;
  return device;
}

Interface& AddDevice(HostPlan& plan, Device device) {
  Interface& face = plan.interfaces.emplace_back();
  face.device = plan.devices.size();
  plan.devices.push_back(std::move(device));
  return face;
}

HostAddress At(std::string_view address, std::string_view subnet) {
  return {*IpAddress::Parse(address), *Subnet::Parse(subnet)};
}

HostRoute Via(std::string_view destination, std::string_view via, std::size_t interface) {
  HostRoute route;
  if (!destination.empty()) route.destination = *Subnet::Parse(destination);
  route.via = *IpAddress::Parse(via);
  route.v4 = route.via->is_v4();
  route.interface = interface;
  return route;
}

HostPlan Named(HostPlan plan, model::InterfaceNames names, bool dotted) {
  plan.system = "LNX01";
  plan.host_name = "lnx01";
  plan.domain = "dr.example.com";
  plan.names = names;
  NameInterfaces(plan, names, dotted);
  return plan;
}

}  // namespace

HostPlan EverythingPlan(model::InterfaceNames names, bool dotted) {
  HostPlan plan;
  Interface& osa = AddDevice(plan, OneDevice(0x0600, false, true));
  osa.addresses = {At("10.20.1.11", "10.20.1.0/24"), At("2001:db8:20:1::11", "2001:db8:20:1::/64")};
  osa.mtu = 1500;
  Interface& fast = AddDevice(plan, OneDevice(0x7000, true, false));
  fast.addresses = {At("10.99.0.11", "10.99.0.0/24")};
  fast.mtu = 8192;
  AddDevice(plan, OneDevice(0x0900, false, true)).bond = 4;
  AddDevice(plan, OneDevice(0x0A00, false, true)).bond = 4;
  Interface& bond = plan.interfaces.emplace_back();
  bond.kind = Interface::Kind::kBond;
  bond.ports = {2, 3};
  bond.addresses = {At("10.20.2.11", "10.20.2.0/24")};
  Interface& vlan = plan.interfaces.emplace_back();
  vlan.kind = Interface::Kind::kVlan;
  vlan.parent = 0;
  vlan.vlan = 120;
  vlan.addresses = {At("10.20.120.11", "10.20.120.0/24")};
  plan.routes = {Via("", "10.20.1.1", 0), Via("", "2001:db8:20:1::1", 0), Via("172.16.0.0/16", "10.20.1.254", 0),
                 Via("10.88.0.0/16", "10.99.0.1", 1)};
  plan.name_servers = {*IpAddress::Parse("10.20.0.53"), *IpAddress::Parse("10.20.0.54")};
  plan.search = {"dr.example.com", "example.com"};
  return Named(std::move(plan), names, dotted);
}

HostPlan RouterPlan(model::InterfaceNames names) {
  HostPlan plan;
  Interface& osa = AddDevice(plan, OneDevice(0x0600, false, false));
  osa.addresses = {At("10.20.1.1", "10.20.1.0/24"), At("2001:db8:20:1::1", "2001:db8:20:1::/64")};
  Interface& fast = AddDevice(plan, OneDevice(0x7000, true, false));
  fast.addresses = {At("10.99.0.1", "10.99.0.0/24")};
  plan.devices[0].options = {{"route4", "primary_router"}, {"route6", "primary_router"}};
  plan.devices[1].options = {{"route4", "primary_connector"}};
  plan.forwards = true;
  return Named(std::move(plan), names, true);
}

HostPlan WaitingPlan(model::InterfaceNames names) {
  HostPlan plan;
  Device device = OneDevice(0x0600, false, true);
  device.channels = {"??OSA-002", "??OSA-002+1", "??OSA-002+2"};
  device.file_id = "OPEN-OSA-002-0600";
  device.open = {{"OSA-002", "first of three device numbers of LAN (NIC 0600)"}};
  Interface& osa = AddDevice(plan, std::move(device));
  osa.subnet_tokens = {"??NET-003"};
  osa.open = {{"NET-003", "subnet of LAN (address of NIC 0600)"}};
  HostRoute& route = plan.routes.emplace_back();
  route.via_token = "??NET-004";
  route.open = {{"NET-004", "next hop of the default route"}};
  return Named(std::move(plan), names, true);
}

std::map<std::string, std::string> TextsOf(const std::vector<File>& files) {
  std::map<std::string, std::string> texts;
  for (const File& file : files) {
    if (!texts.emplace(file.path, file.text).second) throw std::runtime_error("written twice: " + file.path);
  }
  return texts;
}

}  // namespace hotsite::testing
