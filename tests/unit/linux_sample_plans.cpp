#include "tests/unit/linux_sample_plans.h"

#include <fmt/format.h>

#include "backends/linux/interface_names.h"

namespace hotsite::testing {
namespace {

using namespace backends::linux_guest;

HostPlan Empty(model::DeviceFiles device_files) {
  HostPlan plan;
  plan.system = "LNX01";
  plan.host_name = "lnx01";
  plan.device_files = device_files;
  return plan;
}

std::size_t AddDevice(HostPlan& plan, unsigned number, bool layer2, bool hipersockets = false) {
  Device device;
  device.nic = fmt::format("{:04X}", number);
  for (unsigned plus = 0; plus < 3; ++plus) device.channels.push_back(fmt::format("0.0.{:04x}", number + plus));
  device.file_id = device.channels.front();
  device.layer2 = layer2;
  device.link.hipersockets = hipersockets;
  Interface face;
  face.device = plan.devices.size();
  plan.devices.push_back(std::move(device));
  plan.interfaces.push_back(std::move(face));
  return plan.interfaces.size() - 1;
}

std::size_t AddVlan(HostPlan& plan, std::size_t parent, std::int64_t vlan) {
  Interface& face = plan.interfaces.emplace_back();
  face.kind = Interface::Kind::kVlan;
  face.parent = parent;
  face.vlan = vlan;
  return plan.interfaces.size() - 1;
}

void AddAddress(HostPlan& plan, std::size_t interface, const char* address, const char* subnet) {
  plan.interfaces[interface].addresses.push_back({*IpAddress::Parse(address), *Subnet::Parse(subnet)});
}

void AddRoute(HostPlan& plan, std::size_t interface, const char* destination, const char* via) {
  HostRoute route;
  if (*destination != '\0') route.destination = *Subnet::Parse(destination);
  route.via = *IpAddress::Parse(via);
  route.v4 = route.via->is_v4();
  route.interface = interface;
  plan.routes.push_back(std::move(route));
}

HostPlan Named(HostPlan plan) {
  NameInterfaces(plan, model::InterfaceNames::kEnc, true);
  return plan;
}

/// Devices come before bonds and VLANs: `more` of them before the names are given.
HostPlan Reference(model::DeviceFiles device_files) {
  HostPlan plan = Empty(device_files);
  plan.domain = "dr.example.com";
  AddDevice(plan, 0x0600, true);
  AddDevice(plan, 0x7000, false, true);
  plan.interfaces[0].mtu = 1500;
  plan.interfaces[1].mtu = 8192;
  AddAddress(plan, 0, "10.20.1.11", "10.20.1.0/24");
  AddAddress(plan, 0, "2001:db8:20:1::11", "2001:db8:20:1::/64");
  AddAddress(plan, 1, "10.99.0.11", "10.99.0.0/24");
  AddRoute(plan, 0, "", "10.20.1.1");
  AddRoute(plan, 0, "", "2001:db8:20:1::1");
  AddRoute(plan, 0, "172.16.0.0/16", "10.20.1.254");
  AddRoute(plan, 1, "10.88.0.0/16", "10.99.0.1");
  plan.name_servers = {*IpAddress::Parse("10.20.0.53"), *IpAddress::Parse("10.20.0.54")};
  plan.search = {"dr.example.com", "example.com"};
  return plan;
}

}  // namespace

HostPlan ReferencePlan(model::DeviceFiles device_files) { return Named(Reference(device_files)); }

HostPlan WidePlan(model::DeviceFiles device_files) {
  HostPlan plan = Reference(device_files);
  const std::size_t first = AddDevice(plan, 0x0900, true);
  const std::size_t second = AddDevice(plan, 0x0A00, true);
  Interface bond;
  bond.kind = Interface::Kind::kBond;
  bond.ports = {first, second};
  bond.mtu = 9000;
  for (const std::size_t port : bond.ports) plan.interfaces[port].bond = plan.interfaces.size();
  plan.interfaces.push_back(std::move(bond));
  AddAddress(plan, plan.interfaces.size() - 1, "10.20.2.11", "10.20.2.0/24");
  AddAddress(plan, AddVlan(plan, 0, 120), "10.20.120.11", "10.20.120.0/24");
  return Named(std::move(plan));
}

HostPlan RouterPlan(model::DeviceFiles device_files) {
  HostPlan plan = Empty(device_files);
  AddDevice(plan, 0x0800, true);
  AddDevice(plan, 0x0700, false, true);
  plan.devices[0].mac = *MacAddress::Parse("02:00:0A:00:00:01");
  plan.devices[1].options = {{"route4", "primary_connector"}, {"route6", "primary_connector"}};
  AddAddress(plan, 0, "10.20.30.30", "10.20.30.0/24");
  AddAddress(plan, 1, "192.168.40.1", "192.168.40.0/24");
  AddAddress(plan, 1, "192.168.41.1", "192.168.41.0/24");
  AddAddress(plan, 1, "2001:db8:40::1", "2001:db8:40::/64");
  AddRoute(plan, 0, "", "10.20.30.1");
  plan.forwards = true;
  return Named(std::move(plan));
}

HostPlan OpenPlan(model::DeviceFiles device_files) {
  HostPlan plan = Empty(device_files);
  AddDevice(plan, 0x0600, true);
  Device& device = plan.devices.front();
  device.channels = {"??OSA-002", "??OSA-002+1", "??OSA-002+2"};
  device.file_id = "OPEN-OSA-002-0600";
  device.open = {{"OSA-002", "first of three device numbers of LAN (NIC 0600)"}};
  plan.interfaces.front().subnet_tokens = {"??NET-003"};
  plan.interfaces.front().open = {{"NET-003", "subnet of LAN (address of NIC 0600)"}};
  HostRoute route;
  route.via_token = "??NET-004";
  route.open = {{"NET-004", "next hop of the default route"}};
  plan.routes.push_back(std::move(route));
  return Named(std::move(plan));
}

HostPlan BridgePlan(model::DeviceFiles device_files) {
  HostPlan plan = Empty(device_files);
  const std::size_t vlan = AddVlan(plan, AddDevice(plan, 0x0600, true), 120);
  Interface bridge;
  bridge.kind = Interface::Kind::kBridge;
  bridge.name = bridge.file_name = "br0";
  bridge.ports = {vlan};
  plan.interfaces[vlan].bridge = plan.interfaces.size();
  plan.interfaces.push_back(std::move(bridge));
  return Named(std::move(plan));
}

}  // namespace hotsite::testing
