#include "backends/zos/stack_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "backends/naming.h"
#include "compiler/contract/answers.h"
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

/// The CHPID of HiperSockets isn't in the model: it is asked for together with the device numbers.
std::string ChpidOf(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic) {
  constexpr const char* kUnknown = "??";
  if (input.agreement == nullptr || !nic.attachment.carrier.valid()) return kUnknown;
  const requirements::Requirement* asked = input.requirements.Find(
      fmt::format("devices/{}/{}", input.model.at(nic.attachment.carrier).name, input.model.SystemOf(placement).name));
  const contract::RowAnswer* answer = asked == nullptr ? nullptr : input.agreement->answers.Find(asked->id);
  const bool said = answer != nullptr && answer->value && answer->value->chpids.size() == 1 &&
                    contract::StandingOf(answer->status) == contract::Standing::kAgreed;
  return said ? answer->value->chpids.front() : kUnknown;
}

bool Defines(const model::Model& model, const model::Placement& placement, model::InterfaceStatement statement) {
  const model::System& system = model.SystemOf(placement);
  if (!system.zos_release.valid()) return false;
  const auto& known = model.at(system.zos_release).interface_statements;
  return known.known() && std::find(known.value->begin(), known.value->end(), statement) != known.value->end();
}

bool AtHomeV6(const model::Model& model, model::NetworkId network) {
  const model::Stated<Subnet>& subnet = model.at(network).plan.subnet;
  return subnet.known() && !subnet->network().is_v4();
}

void SetAddresses(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic,
                  StackLink& link, std::vector<std::string>& unwritten) {
  const std::string network = PlainText(input.model.at(nic.network).name);
  const model::NetworkPlan& plan = input.model.PlanOf(placement.site, nic.network);
  for (const IpAddress& address : nic.addresses) {
    (address.is_v4() ? link.addresses : link.addresses6).push_back(address);
  }
  if (plan.subnet.known()) {
    link.subnets.push_back(*plan.subnet);
    if (nic.addresses.empty()) unwritten.push_back(fmt::format("NIC {}: it has no address in {}", link.nic, network));
  } else if (plan.subnet.open()) {
    link.subnet_token = OpenToken(input.requirements, plan.subnet.hole());
    link.token_is_v6 = AtHomeV6(input.model, nic.network);
    link.open.push_back({link.subnet_token.substr(2), fmt::format("subnet of {}", network)});
  } else {
    unwritten.push_back(fmt::format("NIC {}: network {} has no subnet at this site", link.nic, network));
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
  if (link.link.hipersockets) link.chpid = ChpidOf(input, placement, nic);
  link.device = link.link.hipersockets ? "IUTIQD" + link.chpid : name;
  link.link_name = name + "LNK";
  link.interface6 = link.link_name + "6";
  SetDevices(input, placement, nic, link);
  SetAddresses(input, placement, nic, link, unwritten);
  if (plan.vlan.known() && link.link.kind == model::Link::Kind::kOsa) link.vlan = *plan.vlan;
  link.mtu = model::MtuOf(model, placement, nic).value_or(kOsaMtu);
  return link;
}

/// One more network over the device of an earlier NIC: the other family of the same frames. Each further VLAN would
/// need an INTERFACE with a DATAPATH device and a virtual MAC of its own (SNA Network Implementation Guide, OSA-Express
/// by QDIO), and a group of devices has one.
void AddOver(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic, StackLink& link,
             std::vector<std::string>& unwritten) {
  const auto& vlan = input.model.PlanOf(placement.site, nic.network).vlan;
  const std::optional<std::int64_t> tag = vlan.known() ? std::optional<std::int64_t>(*vlan) : std::nullopt;
  const std::string network = PlainText(input.model.at(nic.network).name);
  if (vlan.open() || (tag && tag != link.vlan)) {
    unwritten.push_back(
        fmt::format("{} over NIC {}: z/OS needs one more DATAPATH device and a virtual MAC for each "
                    "VLAN of an OSA; give the network devices of its own",
                    network, link.nic));
    return;
  }
  SetAddresses(input, placement, nic, link, unwritten);
}

/// The links; `link_of` says which each NIC has: none for what can't be written.
void PlanLinks(const BuildInput& input, const model::Placement& placement, StackPlan& plan,
               std::vector<std::optional<std::size_t>>& link_of) {
  std::set<std::string> taken;
  for (const model::PlacedNic& nic : placement.nics) {
    std::optional<std::size_t> at = nic.over ? link_of[*nic.over] : std::optional<std::size_t>();
    if (nic.bonded_with) {
      plan.unwritten.push_back(
          fmt::format("NIC {}: z/OS has no bonds; it is reached by several OSAs at a VIPA, with an "
                      "address of each",
                      nic.device.ToString()));
    } else if (at) {
      AddOver(input, placement, nic, plan.links[*at], plan.unwritten);
    } else {
      at = plan.links.size();
      plan.links.push_back(PlanLink(input, placement, nic, taken, plan.unwritten));
    }
    link_of.push_back(at);
  }
  for (StackLink& link : plan.links) {
    const auto statement =
        link.link.hipersockets ? model::InterfaceStatement::kHipersockets : model::InterfaceStatement::kOsa;
    // An IPv4 INTERFACE takes one address (IP Configuration Reference, IPADDR).
    link.by_interface = Defines(input.model, placement, statement) && !link.has_v6() && link.addresses.size() <= 1;
  }
}

/// Static virtual addresses; one whose subnet the vendor has yet to say waits like any other.
void PlanVipas(const BuildInput& input, const model::Placement& placement, StackPlan& plan) {
  const model::Model& model = input.model;
  for (const model::Vipa& vipa : model.SystemOf(placement).vipas) {
    if (const auto address = model.Resolve(placement.site, vipa.address)) {
      (address->is_v4() ? plan.vipas : plan.vipas6).push_back(address->ToString());
    } else if (const auto& subnet = model.PlanOf(placement.site, vipa.address.network).subnet; subnet.open()) {
      const bool v6 = AtHomeV6(model, vipa.address.network);
      (v6 ? plan.vipas6 : plan.vipas).push_back(OpenToken(input.requirements, subnet.hole()));
    } else {
      plan.unwritten.push_back("a VIPA whose network has no subnet at this site");
    }
  }
  const auto by_link = [](const StackLink& link) { return link.has_v4() && !link.by_interface; };
  plan.vipas_by_interface = Defines(model, placement, model::InterfaceStatement::kVipa) &&
                            std::none_of(plan.links.begin(), plan.links.end(), by_link);
}

/// What waits for the vendor beside addresses and devices.
void PlanWaiting(const BuildInput& input, const model::Placement& placement,
                 const std::vector<std::optional<std::size_t>>& link_of, StackPlan& plan) {
  for (const model::OpenDefault& waits : model::OpenDefaultsOf(input.model, placement)) {
    const std::optional<std::size_t> link = link_of[waits.nic];
    if (!link) continue;  // told as unwritten already
    plan.open_defaults.push_back({OpenToken(input.requirements, waits.hole), *link, waits.v4});
    plan.links[*link].open.push_back(
        {plan.open_defaults.back().token.substr(2), "next hop of the default route over " + plan.links[*link].network});
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
  std::vector<std::optional<std::size_t>> link_of;
  PlanLinks(input, placement, plan, link_of);
  PlanVipas(input, placement, plan);
  for (const model::Hop& hop : routes.hops) {
    if (link_of[hop.nic]) plan.routes.push_back({hop, *link_of[hop.nic]});
  }
  PlanWaiting(input, placement, link_of, plan);
  return plan;
}

}  // namespace hotsite::backends::zos
