// NET: the networks that go on outside the machines, and the systems that are needed but not restored by us.
#include "compiler/model/segments.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kConnectedReason[] = "Nobody outside the machine reaches the systems without it.";
constexpr char kSubnetReason[] =
    "The addresses of the systems are in it; in another subnet each of them would have to be changed.";
constexpr char kGatewayReason[] = "It is the default route of the systems on this network.";
constexpr char kVlanReason[] = "The systems tag their frames; an access port drops them.";
constexpr char kMtuReason[] = "Larger packets are lost or cut to pieces on the way.";
constexpr char kHomeReason[] = "Users or systems at home work with the recovered systems over it.";
constexpr char kIsolatedReason[] =
    "The recovered systems have the addresses and names of production: where both are reachable, they answer for it.";
constexpr char kExternalReason[] = "It has to be reachable from the hot site all the same.";

void AddIsolation(Collector& out, const std::string& name, const model::Stated<bool>& connected) {
  if (!connected.known()) return;
  out.Demand(Category::kNetwork, "net/" + name + "/home")
      .About(name, *connected ? "connection to home" : "isolation from home")
      .Says(*connected ? SayConnectedHome(name) : SayIsolated(name))
      .Because(connected.reason(), *connected ? kHomeReason : kIsolatedReason)
      .Wants(ValueType::kText, *connected ? "connected" : "isolated")
      .At(connected.span());
}

void AddPlan(Collector& out, const model::NetworkId id) {
  const model::Model& model = out.model();
  const std::string& name = model.at(id).name;
  const model::NetworkPlan& plan = model.PlanOf(model.IdOf(out.site()), id);
  AskIfOpen(out, Category::kNetwork, plan.subnet);
  if (plan.subnet.known()) {
    out.Demand(Category::kNetwork, "net/" + name + "/subnet")
        .About(name, "subnet")
        .Says(SaySubnet(name, plan.subnet->ToString()))
        .Because(plan.subnet.reason(), kSubnetReason)
        .Wants(ValueType::kText, plan.subnet->ToString())
        .At(plan.subnet.span());
  }
  AddIsolation(out, name, plan.connected_home);
  for (const model::HoleId hole : {plan.gateway_hole, plan.dns_hole}) {
    if (hole.valid() && !out.Asked(hole)) AskHole(out, Category::kNetwork, hole);
  }
  if (!plan.gateway) return;
  const auto gateway = model.Resolve(model.IdOf(out.site()), *plan.gateway);
  if (!gateway) return;
  out.Demand(Category::kNetwork, "net/" + name + "/gateway")
      .About(name, "gateway")
      .Says(SayGateway(name, gateway->ToString()))
      .Because("", kGatewayReason)
      .Wants(ValueType::kText, gateway->ToString())
      .At(plan.gateway->span);
}

void AddConnection(Collector& out, const model::Carrier& carrier, const model::NetworkId id, bool first) {
  const model::Model& model = out.model();
  const model::SiteId site = model.IdOf(out.site());
  const model::Network& network = model.at(id);
  const model::NetworkPlan& plan = model.PlanOf(site, id);
  // Without a gateway nothing is routed to it, but the OSA still has to be plugged into it.
  if (!plan.gateway || model::HasOutside(model, site, id)) {
    out.Demand(Category::kNetwork, "net/" + network.name + "/" + carrier.name)
        .About(network.name, "connection outside")
        .Says(SayConnected(carrier.name, network.name))
        .Because(network.doc, kConnectedReason)
        .Wants(ValueType::kText, carrier.name)
        .At(carrier.written.name);
    if (first) AddPlan(out, id);
  }
  AskIfOpen(out, Category::kNetwork, plan.vlan);
  AskIfOpen(out, Category::kNetwork, plan.mtu);
  if (plan.vlan.known()) {
    out.Demand(Category::kNetwork, "net/" + network.name + "/" + carrier.name + "/vlan")
        .About(network.name, "VLAN")
        .Says(SayVlan(carrier.name, network.name, *plan.vlan))
        .Because(plan.vlan.reason(), kVlanReason)
        .Wants(ValueType::kCount, std::to_string(*plan.vlan))
        .At(plan.vlan.span());
  }
  if (plan.mtu.known() && first) {
    out.Demand(Category::kNetwork, "net/" + network.name + "/mtu")
        .About(network.name, "MTU")
        .Says(SayMtu(network.name, *plan.mtu))
        .Because(plan.mtu.reason(), kMtuReason)
        .Wants(ValueType::kCount, std::to_string(*plan.mtu), model::Comparator::kAtLeast)
        .At(plan.mtu.span());
  }
}

void AddExternal(Collector& out, const model::System& system) {
  const model::Model& model = out.model();
  const model::SiteId site = model.IdOf(out.site());
  Names addresses, needed_by;
  for (const model::Address& address : system.addresses) {
    if (const auto resolved = model.Resolve(site, address)) addresses.push_back(resolved->ToString());
  }
  for (const model::Reference& user : system.needed_by) {
    if (model.Find(site, user.system) != nullptr) needed_by.push_back(out.NameOf(user.system));
  }
  out.Information(Category::kNetwork, "external/" + system.name)
      .About(system.name, "external system")
      .Says(TellExternal(system.name, addresses, needed_by))
      .Because(system.doc, kExternalReason)
      .At(system.written.name);
}

}  // namespace

void AddNetworks(Collector& out) {
  const model::Model& model = out.model();
  std::vector<bool> seen(model.networks.size(), false);
  for (const model::MachineId machine : out.site().machines) {
    for (const model::CarrierId id : model.at(machine).carriers) {
      const model::Carrier& carrier = model.at(id);
      if (!carrier.is_osa()) continue;
      for (const model::NetworkId network : carrier.networks) {
        AddConnection(out, carrier, network, !seen[network.index]);
        seen[network.index] = true;
      }
    }
  }
  for (const model::System& system : model.systems) {
    if (system.kind == model::SystemKind::kExternal) AddExternal(out, system);
  }
}

}  // namespace hotsite::requirements
