// Networks, addresses, LANs, NICs.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

model::BridgeType BridgeTypeOf(std::string_view word) {
  if (word == "openvswitch") return model::BridgeType::kOpenvswitch;
  return word == "macvtap" ? model::BridgeType::kMacvtap : model::BridgeType::kBridge;
}
model::Lan::Kind LanKindOf(std::string_view word) {
  if (word == "bridge") return model::Lan::Kind::kBridge;
  return word == "vswitch" ? model::Lan::Kind::kVswitch : model::Lan::Kind::kGuestLan;
}
model::Transport TransportOf(std::string_view word) {
  return word == "ethernet" ? model::Transport::kEthernet : model::Transport::kIp;
}

void ReadControllers(BuildContext& context, const Entry& entry, model::Lan& lan) {
  const Entry* controllers = entry.Child("controllers");
  if (controllers == nullptr) return;
  lan.controllers_span = controllers->whole;
  const Ask ask{"controllers", lan.name, "controllers of the virtual switch"};
  const std::vector<Value> userids = ValuesOf(context, *controllers, "userids", ask);
  std::vector<std::string> names;
  for (const Value& userid : userids) {
    if (!userid.hole) {
      names.push_back(userid.As<std::string>());
      if (userid.span.file != controllers->whole.file) lan.controllers_span = userid.span;  // answered
      continue;
    }
    if (userids.size() > 1) {
      context.reporter
          .Error(codes::kHoleNotAllowed, userid.span, "`{}` has both a question and named controllers", lan.name)
          .Here("the vendor names them all, or the spec does")
          .Offer("ask for all of them", {{controllers->whole, "controllers ?"}})
          .Advise("or write the user IDs alone");
      return;
    }
    const model::HoleId hole = AddHole(context, *controllers, userid, ask);
    context.model.holes[hole.index].kind = model::Hole::Kind::kControllers;
    lan.controllers = model::Stated<std::vector<std::string>>::Open(hole, userid.span);
    return;
  }
  lan.controllers_none = userids.empty();
  lan.controllers = model::Stated(std::move(names), lan.controllers_span);
}

// The network with whose name the text at `span` begins, as in `OFFICE[21]`. Where a value stands for it, the text is
// the value's name, which no fix may replace.
model::NetworkId FindNamedBefore(BuildContext& context, const std::string& name, Span span) {
  const auto length = static_cast<std::uint32_t>(name.size());
  if (span.end - span.begin > length)
    return FindNetwork(context, Value{name, {span.file, span.begin, span.begin + length}, false});
  const auto found = context.networks.find(name);
  if (found != context.networks.end()) return found->second;
  ReportUnknown(context, Value{name, span, false}, "network", {});
  return {};
}

void ReadSubnet(BuildContext& context, const Entry& entry, const std::string& network, model::NetworkPlan& plan) {
  const Value& value = *entry.Get("subnet");
  plan.part.reset();
  const auto* part = value.If<SymbolicSubnet>();
  if (part == nullptr) {
    plan.subnet = StatedOf<Subnet>(context, entry, "subnet", {"subnet", network, "subnet"});
    return;
  }
  plan.subnet = {};
  const model::NetworkId whole = FindNamedBefore(context, part->network, value.span);
  if (whole.valid()) plan.part = model::SubnetPart{whole, part->prefix, part->index, value.span};
}

/// A number that `ask` bounds; absent after reporting one that lies outside.
model::Stated<std::int64_t> NumberIn(BuildContext& context, const Entry& entry, std::string_view role, const Ask& ask) {
  const Value& number = *entry.Get(role);
  if (!number.hole && !InRange(context, entry, number, ask.least, ask.most)) return {};
  return StatedOf<std::int64_t>(context, entry, role, ask);
}

void ReadGateway(BuildContext& context, const Entry& entry, const std::string& network, model::NetworkPlan& plan) {
  const Ask ask{"gateway", network, "gateway"};
  const Value value = ValuesOf(context, entry, "address", ask).front();
  plan.gateway_hole = {};
  if (value.hole) {
    plan.gateway.reset();
    plan.gateway_hole = AddHole(context, entry, value, ask);
  } else if (const auto address = AddressOf(context, value)) {
    plan.gateway = *address;
  }
}

void ReadDns(BuildContext& context, const Entry& entry, const std::string& network, model::NetworkPlan& plan) {
  plan.dns.clear();
  plan.dns_hole = {};
  const Ask ask{"dns", network, "name servers"};
  for (const Value& server : ValuesOf(context, entry, "servers", ask)) {
    if (server.hole) {
      plan.dns_hole = AddHole(context, entry, server, ask);
    } else if (const auto address = AddressOf(context, server)) {
      plan.dns.push_back(*address);
    }
  }
}

}  // namespace

model::LanType LanTypeOf(std::string_view word) {
  return word == "hipers" ? model::LanType::kHipers : model::LanType::kQdio;
}

model::Written WrittenOf(const Entry& entry, std::string_view name_role) {
  return {entry.SpanOf(name_role), entry.whole, entry.block, entry.generated};
}

std::optional<model::Address> AddressOf(BuildContext& context, const Value& value) {
  model::Address address;
  address.span = value.span;
  if (const auto* symbolic = value.If<SymbolicAddress>()) {
    address.network = FindNamedBefore(context, symbolic->network, value.span);
    address.index = symbolic->index;
    if (!address.network.valid()) return {};
  } else {
    address.literal = value.As<IpAddress>();
  }
  return address;
}

model::NetworkPlan PlanOf(BuildContext& context, const Entry& entry, model::NetworkPlan below) {
  const std::string name(entry.Text("name"));
  model::NetworkPlan plan = std::move(below);
  if (const Entry* child = entry.Child("subnet")) ReadSubnet(context, *child, name, plan);
  if (const Entry* child = entry.Child("gateway")) ReadGateway(context, *child, name, plan);
  if (const Entry* child = entry.Child("dns")) ReadDns(context, *child, name, plan);
  if (const Entry* child = entry.Child("domain")) {
    plan.domain = StatedOf<std::string>(context, *child, "domain", {"domain", name, "DNS domain"});
  }
  if (const Entry* child = entry.Child("mtu")) {
    plan.mtu = NumberIn(context, *child, "bytes", {"mtu", name, "MTU", {}, 576, 65535});
  }
  if (const Entry* child = entry.Child("vlan")) {
    plan.vlan = NumberIn(context, *child, "id", {"vlan", name, "VLAN", {}, 1, 4094});
  }
  if (const Entry* child = entry.Child("connected")) {
    plan.connected_home = model::Stated(child->Text("where") == "home", child->whole);
    plan.connected_home.Because(child->why());
  }
  return plan;
}

void DeclareNetworks(BuildContext& context) {
  std::vector<const Entry*> entries;
  ForEachTop(context, "network", [&](const Entry& entry) {
    model::Network network;
    network.name = entry.Text("name");
    network.doc = entry.doc;
    network.written = WrittenOf(entry);
    const std::string name = network.name;
    context.networks[name] = Append<model::Network, model::NetworkId>(context.model.networks, std::move(network));
    entries.push_back(&entry);
    Require(context, entry, "subnet", "addresses such as `NAME[21]` and every generated network file are made from it");
  });
  // Plans may name other networks, so they come after all names.
  std::vector<model::NetworkPlan> plans;
  for (const Entry* entry : entries) plans.push_back(PlanOf(context, *entry, {}));
  ResolveParts(context, plans);
  for (std::size_t i = 0; i < entries.size(); ++i) context.model.networks[i].plan = std::move(plans[i]);
}

model::Lan LanOf(BuildContext& context, const Entry& entry) {
  model::Lan lan;
  lan.kind = LanKindOf(entry.keyword());
  lan.name = entry.Text("name");
  lan.written = WrittenOf(entry);
  lan.doc = entry.doc;
  for (const Value* network : entry.All("networks")) {
    if (const auto id = FindNetwork(context, *network); id.valid()) lan.networks.push_back(id);
  }
  if (const Entry* child = entry.Child("type")) {
    if (lan.is_bridge()) lan.bridge_type = BridgeTypeOf(child->Text("type"));
    if (lan.is_guest_lan()) lan.type = LanTypeOf(child->Text("type"));
  }
  if (const Entry* child = entry.Child("transport")) {
    lan.transport = model::Stated(TransportOf(child->Text("transport")), child->SpanOf("transport"));
  }
  lan.primary_router = entry.Child("router") != nullptr;
  if (const Entry* child = entry.Child("frame")) {
    lan.frame = StatedOf<FrameSize>(context, *child, "size", {"frame", lan.name, "maximum frame size"});
  }
  if (const Entry* child = entry.Child("uplinks")) {
    lan.local = !child->Has("count");
    lan.uplinks = StatedOf<std::int64_t>(*child, "count").value_or(0);
    if (lan.uplinks > 3) {
      context.reporter.Error(codes::kOutOfRange, child->SpanOf("count"), "a vswitch has at most 3 uplinks")
          .Here("found more than that")
          .Note("DEFINE VSWITCH takes up to three real devices: one in use, two as backups");
      lan.uplinks = 3;
    }
  }
  ReadControllers(context, entry, lan);
  return lan;
}

}  // namespace hotsite::check
