#include "backends/zos/stack_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zos {
namespace {

/// OSA-Express in QDIO mode, layer 3 (Linux on Z Device Drivers; the z/OS V1R7 implementation guide SG24-7170 uses it
/// too).
constexpr std::int64_t kOsaMtu = 1492;

/// A name of at most `longest` characters for VTAM and TCP/IP, made from a network's: letters and digits, first a
/// letter. Names that begin with IUT belong to Communications Server.
std::string StackName(std::string_view network, std::size_t longest) {
  std::string name;
  for (const char c : ToUpper(network)) {
    const bool letter = c >= 'A' && c <= 'Z';
    if (letter || (!name.empty() && c >= '0' && c <= '9')) name += c;
  }
  if (name.empty() || name.starts_with("IUT")) name = "NET" + name;
  return name.substr(0, longest);
}

std::string Unique(const std::string& wanted, std::set<std::string>& taken) {
  std::string name = wanted;
  for (int n = 2; !taken.insert(name).second; ++n)
    name = fmt::format("{}{}", wanted.substr(0, 8 - std::to_string(n).size()), n);
  return name;
}

void SetDevices(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic,
                StackLink& link) {
  const model::Stated<DeviceNumber> device = model::DeviceOf(placement, nic);
  if (!device.open()) {
    link.read = device->ToString();
    link.write = device->Plus(1).ToString();
    link.datapath = device->Plus(2).ToString();
    link.odd_read = device->value() % 2 != 0;
    return;
  }
  const std::size_t group = model::DeviceGroupOf(placement, nic);
  link.read = DeviceToken(input.requirements, device.hole(), group);
  link.write = DeviceToken(input.requirements, device.hole(), group, 1);
  link.datapath = DeviceToken(input.requirements, device.hole(), group, 2);
  link.open.push_back({OpenToken(input.requirements, device.hole()).substr(2),
                       fmt::format("device numbers of {} (NIC {})", link.network, link.nic)});
}

void SetAddresses(const BuildInput& input, const model::NetworkPlan& plan, const model::PlacedNic& nic, StackLink& link,
                  std::vector<std::string>& unwritten) {
  for (const IpAddress& address : nic.addresses) {
    if (address.is_v4()) {
      link.addresses.push_back(address);
    } else {
      unwritten.push_back(fmt::format("{} on {}: IPv6 needs an INTERFACE statement", address.ToString(), link.network));
    }
  }
  if (plan.subnet.known()) {
    link.subnet = *plan.subnet;
  } else if (plan.subnet.open()) {
    link.subnet_token = OpenToken(input.requirements, plan.subnet.hole());
    link.open.push_back({link.subnet_token.substr(2), fmt::format("subnet of {}", link.network)});
  } else {
    unwritten.push_back(fmt::format("NIC {}: network {} has no subnet at this site", link.nic, link.network));
  }
}

StackLink PlanLink(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic,
                   std::set<std::string>& taken, std::vector<std::string>& unwritten) {
  const model::Model& model = input.model;
  const model::NetworkPlan& plan = model.PlanOf(placement.site, nic.network);
  StackLink link;
  link.nic = nic.device.ToString();
  link.network = PlainText(model.at(nic.network).name);
  link.link = model::LinkOf(model, nic);
  const std::string name = Unique(StackName(model.at(nic.network).name, 8), taken);
  // All systems that share an OSA port must give it the same PORTNAME, so it is the network's name in each (IBM-MAIN,
  // note on the QDIO TRLE, archived as msg39945). A HiperSockets device is named after its CHPID (SG24-7170, 4.4.2),
  // which no spec states.
  link.device = link.link.hipersockets ? "IUTIQD??" : name;
  link.link_name = name + "LNK";
  SetDevices(input, placement, nic, link);
  SetAddresses(input, plan, nic, link, unwritten);
  if (plan.vlan.known() && link.link.kind == model::Link::Kind::kOsa) link.vlan = *plan.vlan;
  link.mtu = model::MtuOf(model, placement, nic).value_or(kOsaMtu);
  return link;
}

/// Static virtual addresses; one whose subnet the vendor has yet to say waits like any other.
void PlanVipas(const BuildInput& input, const model::Placement& placement, StackPlan& plan) {
  const model::Model& model = input.model;
  for (const model::Vipa& vipa : model.SystemOf(placement).vipas) {
    const auto address = model.Resolve(placement.site, vipa.address);
    if (address && address->is_v4()) {
      plan.vipas.push_back(address->ToString());
    } else if (address) {
      plan.unwritten.push_back(address->ToString() + " is a VIPA: IPv6 needs an INTERFACE statement");
    } else if (const auto& subnet = model.PlanOf(placement.site, vipa.address.network).subnet; subnet.open()) {
      plan.vipas.push_back(OpenToken(input.requirements, subnet.hole()));
    } else {
      plan.unwritten.push_back("a VIPA whose network has no subnet at this site");
    }
  }
}

/// What waits for the vendor beside addresses and devices.
void PlanWaiting(const BuildInput& input, const model::Placement& placement, StackPlan& plan) {
  for (const model::OpenDefault& waits : model::OpenDefaultsOf(input.model, placement)) {
    if (!waits.v4) {  // BEGINROUTES of what is written here is IPv4
      const std::string& network = input.model.at(placement.nics[waits.nic].network).name;
      plan.unwritten.push_back(fmt::format("the IPv6 default route over {}: see the answer to {}", PlainText(network),
                                           OpenToken(input.requirements, waits.hole).substr(2)));
      continue;
    }
    plan.default_token = OpenToken(input.requirements, waits.hole);
    plan.default_nic = waits.nic;
    StackLink& link = plan.links[waits.nic];
    link.open.push_back({plan.default_token.substr(2), "next hop of the default route over " + link.network});
  }
  for (const model::Waiting& waiting : model::WaitingOf(input.model, placement)) {
    plan.unwritten.push_back(PlainText(waiting.what) + ": see the answer to " +
                             OpenToken(input.requirements, waiting.hole).substr(2));
  }
}

}  // namespace

StackPlan PlanStack(const BuildInput& input, const model::Placement& placement) {
  StackPlan plan;
  plan.system = PathPart(input.model.SystemOf(placement).name);
  plan.guest = placement.host.valid();
  model::HostRoutes routes = model::RoutesOf(input.model, placement);
  plan.unwritten = std::move(routes.unwritten);
  for (const model::Hop& hop : routes.hops) {
    if (hop.via.is_v4()) plan.routes.push_back(hop);
  }
  PlanVipas(input, placement, plan);
  std::set<std::string> taken;
  for (const model::PlacedNic& nic : placement.nics) {
    plan.links.push_back(PlanLink(input, placement, nic, taken, plan.unwritten));
  }
  PlanWaiting(input, placement, plan);
  return plan;
}

}  // namespace hotsite::backends::zos
