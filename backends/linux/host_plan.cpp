#include "backends/linux/host_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"
#include "compiler/values/names.h"

namespace hotsite::backends::linux_guest {
namespace {

using model::Link;

void SetDevice(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic,
               Interface& face) {
  const model::Stated<DeviceNumber> device = model::DeviceOf(placement, nic);
  if (!device.open()) {
    face.file_id = device->ToBusId();
    face.channels = fmt::format("{} {} {}", device->ToBusId(), device->Plus(1).ToBusId(), device->Plus(2).ToBusId());
    return;
  }
  const std::string id = OpenToken(input.requirements, device.hole()).substr(2);
  const std::size_t group = model::DeviceGroupOf(placement, nic);
  const auto token = [&](unsigned plus) { return DeviceToken(input.requirements, device.hole(), group, plus); };
  face.file_id = fmt::format("OPEN-{}-{}", id, face.nic);
  face.channels = fmt::format("{} {} {}", token(0), token(1), token(2));
  face.open.push_back({id, fmt::format("first of three device numbers of {} (NIC {})", face.network, face.nic)});
}

/// A router on a layer-3 device must tell it so, or the device drops what isn't addressed to the router itself
/// (s390-tools, chzdev --help-attribute route4). Inside a QDIO guest LAN senders name the next hop, which is
/// registered: nothing is needed (from knowledge).
std::string ConnectorOf(const model::System& system, const Interface& face, model::NetworkId network) {
  const auto& forwards = system.forwards;
  if (face.layer2 || std::find(forwards.begin(), forwards.end(), network) == forwards.end()) return {};
  if (face.link.hipersockets) return "primary_connector";
  return face.link.reaches_osa ? "primary_router" : "";
}

void SetSubnet(const BuildInput& input, const model::NetworkPlan& plan, Interface& face,
               std::vector<std::string>& unwritten) {
  if (plan.subnet.known()) {
    face.subnet = *plan.subnet;
  } else if (plan.subnet.open()) {
    face.subnet_token = OpenToken(input.requirements, plan.subnet.hole());
    face.open.push_back(
        {face.subnet_token.substr(2), fmt::format("subnet of {} (address of NIC {})", face.network, face.nic)});
  } else {
    unwritten.push_back(fmt::format("NIC {}: network {} has no subnet at this site", face.nic, face.network));
  }
}

Interface PlanInterface(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic,
                        std::vector<std::string>& unwritten) {
  const model::Model& model = input.model;
  const model::NetworkPlan& plan = model.PlanOf(placement.site, nic.network);
  Interface face;
  face.nic = nic.device.ToString();
  face.network = PlainText(model.at(nic.network).name);
  SetDevice(input, placement, nic, face);
  face.link = model::LinkOf(model, nic);
  // An OSA of one's own does both layers; of the spec's silence we make layer 3, the qeth driver's default in the years
  // of hwcfg files (from knowledge).
  face.layer2 = face.link.transport == model::Transport::kEthernet;
  face.connector = ConnectorOf(model.SystemOf(placement), face, nic.network);
  face.addresses = nic.addresses;
  SetSubnet(input, plan, face, unwritten);
  face.mtu = model::MtuOf(model, placement, nic);
  if (face.layer2) face.mac = model.NicOf(placement, nic).mac;
  if (plan.vlan.known() && face.link.kind == Link::Kind::kOsa) {
    unwritten.push_back(fmt::format("NIC {}: the guest must tag VLAN {} itself on an OSA of its own (ifcfg-vlan{})",
                                    face.nic, *plan.vlan, *plan.vlan));
  }
  return face;
}

template <class T>
void AddOnce(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

void AddNameService(const model::Model& model, const model::Placement& placement, model::NetworkId network,
                    HostPlan& plan) {
  const model::NetworkPlan& here = model.PlanOf(placement.site, network);
  for (const model::Address& dns : here.dns) {
    if (const auto address = model.Resolve(placement.site, dns)) AddOnce(plan.name_servers, *address);
  }
  if (!here.domain.known()) return;
  if (WhyNotDomain(*here.domain)) {
    plan.unwritten.push_back(fmt::format("the domain of network {} is no DNS name", PlainText(model.at(network).name)));
  } else {
    AddOnce(plan.search, *here.domain);
  }
}

/// What waits for the vendor beside addresses and devices.
void PlanWaiting(const BuildInput& input, const model::Placement& placement, HostPlan& plan) {
  for (const model::OpenDefault& waits : model::OpenDefaultsOf(input.model, placement)) {
    const char* what = waits.v4 ? "next hop of the default route" : "next hop of the IPv6 default route";
    plan.open_defaults.push_back({OpenToken(input.requirements, waits.hole), waits.nic, what});
  }
  for (const model::Waiting& waiting : model::WaitingOf(input.model, placement)) {
    plan.unwritten.push_back(PlainText(waiting.what) + ": see the answer to " +
                             OpenToken(input.requirements, waiting.hole).substr(2));
  }
}

}  // namespace

std::string HostPlan::FullName() const { return domain.empty() ? host_name : host_name + "." + domain; }

bool HostPlan::HasIpv6() const {
  return std::any_of(interfaces.begin(), interfaces.end(), [](const Interface& face) {
    return std::any_of(face.addresses.begin(), face.addresses.end(), [](const IpAddress& a) { return !a.is_v4(); });
  });
}

HostPlan PlanHost(const BuildInput& input, const model::Placement& placement) {
  const model::System& system = input.model.SystemOf(placement);
  HostPlan plan;
  plan.system = PathPart(system.name);
  plan.host_name = HostName(system.name);
  model::HostRoutes routes = model::RoutesOf(input.model, placement);
  plan.routes = std::move(routes.hops);
  plan.unwritten = std::move(routes.unwritten);
  // The network of the default route comes first: its domain is the system's.
  if (!plan.routes.empty() && !plan.routes.front().destination) {
    AddNameService(input.model, placement, placement.nics[plan.routes.front().nic].network, plan);
  }
  for (const model::PlacedNic& nic : placement.nics) {
    plan.interfaces.push_back(PlanInterface(input, placement, nic, plan.unwritten));
    AddNameService(input.model, placement, nic.network, plan);
  }
  PlanWaiting(input, placement, plan);
  if (!plan.search.empty()) plan.domain = plan.search.front();
  plan.forwards = !system.forwards.empty();
  return plan;
}

}  // namespace hotsite::backends::linux_guest
