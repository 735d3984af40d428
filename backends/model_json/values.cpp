#include "backends/model_json/values.h"

#include <fmt/format.h>

namespace hotsite::backends::model_json {

using model::Model;

std::string IdText(const Model& model, model::SystemId id) {
  const model::System& system = model.at(id);
  return system.parent.valid() ? model.at(system.parent).name + "/" + system.name : system.name;
}

std::string HypervisorKey(const model::System& hypervisor) { return hypervisor.is_kvm() ? "kvm" : "zvm"; }

void SetUnlessEmpty(Json& object, std::string key, Json value) {
  const bool empty = value.is_null() || (value.AsString() && value.AsString()->empty()) ||
                     (value.AsArray() && value.AsArray()->empty()) || (value.AsObject() && value.AsObject()->empty());
  if (!empty) object.Set(std::move(key), std::move(value));
}

Json OpenJson(const BuildInput& input, model::HoleId hole) {
  return Json::MakeObject().Set("open", input.requirements.IdOf(hole));
}

Json TextsJson(const std::vector<std::string>& texts) {
  Json array = Json::MakeArray();
  for (const std::string& text : texts) array.Push(text);
  return array;
}

Json NamesOf(const Model& model, const std::vector<model::NetworkId>& networks) {
  Json array = Json::MakeArray();
  for (const model::NetworkId id : networks) array.Push(model.at(id).name);
  return array;
}

Json IdsOf(const Model& model, const std::vector<model::SystemId>& systems) {
  Json array = Json::MakeArray();
  for (const model::SystemId id : systems) array.Push(IdText(model, id));
  return array;
}

Json AddressJson(const Model& model, const model::Address& address) {
  if (!address.network.valid()) return address.literal.ToString();
  return fmt::format("{}[{}]", model.at(address.network).name, address.index);
}

Json PlanJson(const BuildInput& input, const model::NetworkPlan& plan) {
  const auto number = [](std::int64_t n) { return n; };
  Json json = Json::MakeObject();
  SetUnlessEmpty(json, "subnet",
                 StatedJson(input, plan.subnet, [](const Subnet& subnet) { return subnet.ToString(); }));
  if (plan.gateway) json.Set("gateway", AddressJson(input.model, *plan.gateway));
  if (plan.gateway_hole.valid()) json.Set("gateway", OpenJson(input, plan.gateway_hole));
  if (plan.dns_hole.valid()) json.Set("dns", OpenJson(input, plan.dns_hole));
  Json dns = Json::MakeArray();
  for (const model::Address& address : plan.dns) dns.Push(AddressJson(input.model, address));
  SetUnlessEmpty(json, "dns", std::move(dns));
  SetUnlessEmpty(json, "domain", StatedJson(input, plan.domain, [](const std::string& domain) { return domain; }));
  SetUnlessEmpty(json, "mtu", StatedJson(input, plan.mtu, number));
  SetUnlessEmpty(json, "vlan", StatedJson(input, plan.vlan, number));
  SetUnlessEmpty(json, "connected_home", StatedJson(input, plan.connected_home, [](bool yes) { return yes; }));
  return json;
}

Json ResourcesJson(const BuildInput& input, const model::Resources& resources) {
  const auto number = [](std::int64_t n) { return n; };
  const auto mib = [](MemorySize size) { return static_cast<std::int64_t>(size.mib()); };
  Json json = Json::MakeObject();
  SetUnlessEmpty(json, "processors", StatedJson(input, resources.processors, number));
  SetUnlessEmpty(json, "engines", StatedJson(input, resources.engines, [](const EngineChoice& choice) {
                   Json types = Json::MakeArray();
                   for (const EngineType type : choice.types) types.Push(ToString(type));
                   return types;
                 }));
  SetUnlessEmpty(json, "sharing",
                 StatedJson(input, resources.sharing, [](model::Sharing s) { return model::ToString(s); }));
  SetUnlessEmpty(json, "memory_mib", StatedJson(input, resources.memory, mib));
  SetUnlessEmpty(json, "max_memory_mib", StatedJson(input, resources.max_memory, mib));
  SetUnlessEmpty(json, "xstore_mib", StatedJson(input, resources.xstore, mib));
  return json;
}

Json ShareJson(const model::Share& share) {
  Json json = Json::MakeObject();
  if (share.absolute) {
    json.Set("absolute_permille", share.amount);
  } else {
    json.Set("relative", share.amount);
  }
  if (share.limit != model::Share::Limit::kNone)
    json.Set("limit", share.limit == model::Share::Limit::kHard ? "hard" : "soft");
  return json;
}

Json SystemSettingsJson(const BuildInput& input, const model::SystemSettings& settings) {
  const auto text = [](const std::string& value) { return value; };
  Json json = Json::MakeObject();
  SetUnlessEmpty(json, "node", StatedJson(input, settings.node, text));
  SetUnlessEmpty(json, "timezone", StatedJson(input, settings.timezone, text));
  SetUnlessEmpty(json, "autolog",
                 StatedJson(input, settings.autolog, [](model::Autolog autolog) { return model::ToString(autolog); }));
  SetUnlessEmpty(json, "overcommit",
                 StatedJson(input, settings.overcommit, [](Ratio ratio) { return ratio.ToString(); }));
  SetUnlessEmpty(json, "share", StatedJson(input, settings.share, ShareJson));
  SetUnlessEmpty(json, "mac_prefix", StatedJson(input, settings.mac_prefix, text));
  return json;
}

Json AttachmentJson(const BuildInput& input, const model::Attachment& attachment) {
  using Kind = model::Attachment::Kind;
  const Model& model = input.model;
  Json json = Json::MakeObject();
  if (attachment.kind == Kind::kNone) return json.Set("kind", "none");
  if (attachment.kind == Kind::kLan) {
    const model::Placement& host = model.at(attachment.host);
    return json.Set("kind", "lan")
        .Set(HypervisorKey(model.SystemOf(host)), IdText(model, host.system))
        .Set("lan", host.lans[attachment.lan].lan.name);
  }
  json.Set("kind", "devices").Set("carrier", model.at(attachment.carrier).name);
  SetUnlessEmpty(json, "device",
                 StatedJson(input, attachment.device, [](DeviceNumber device) { return device.ToString(); }));
  return json;
}

Json LanJson(const BuildInput& input, const model::Lan& lan) {
  Json json = Json::MakeObject();
  json.Set("name", lan.name).Set("kind", lan.is_bridge() ? "bridge" : lan.is_vswitch() ? "vswitch" : "guestlan");
  json.Set("networks", NamesOf(input.model, lan.networks));
  json.Set("type", lan.is_bridge() ? model::ToString(lan.bridge_type) : model::ToString(lan.type));
  json.Set("transport", model::ToString(lan.effective_transport()));
  if (lan.primary_router) json.Set("primary_router", true);
  SetUnlessEmpty(json, "frame_kib", StatedJson(input, lan.frame, [](FrameSize frame) { return frame.kib(); }));
  SetUnlessEmpty(json, "controllers", StatedJson(input, lan.controllers, TextsJson));
  if (lan.controllers_none) json.Set("controllers_none", true);
  if (lan.takes_uplinks()) json.Set("uplink_count", lan.local ? std::int64_t{0} : lan.uplinks);
  return json;
}

}  // namespace hotsite::backends::model_json
