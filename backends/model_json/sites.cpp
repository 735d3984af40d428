#include <algorithm>

#include "backends/model_json/parts.h"
#include "backends/model_json/values.h"
#include "compiler/model/host_network.h"

namespace hotsite::backends::model_json {
namespace {

using model::Model;

/// From the machine through the partition and each z/VM to the system.
Json PathJson(const Model& model, const model::Placement& placement) {
  std::vector<std::string> names{IdText(model, placement.system)};
  for (model::PlacementId host = placement.host; host.valid(); host = model.at(host).host) {
    names.push_back(IdText(model, model.at(host).system));
  }
  names.push_back(model.at(placement.partition).name);
  names.push_back(model.at(placement.machine).name);
  std::reverse(names.begin(), names.end());
  return TextsJson(names);
}

Json PlacedNicJson(const BuildInput& input, const model::Placement& placement, const model::PlacedNic& nic) {
  Json json = Json::MakeObject();
  if (nic.of_tcpip) json.Set("tcpip", true);
  json.Set("network", input.model.at(nic.network).name);
  // A TCP/IP stack is a guest of its z/VM: its number is virtual like any guest's.
  const model::Stated<DeviceNumber> device =
      nic.of_tcpip ? model::Stated<DeviceNumber>(nic.device, {}) : model::DeviceOf(placement, nic);
  if (device.open()) {
    json.Set("device", OpenJson(input, device.hole()));
  } else {
    json.Set("device", device->ToString());
  }
  Json addresses = Json::MakeArray();
  for (const IpAddress& address : nic.addresses) addresses.Push(address.ToString());
  SetUnlessEmpty(json, "addresses", std::move(addresses));
  if (nic.over) json.Set("over", *nic.over);
  if (nic.bonded_with) json.Set("bonded_with", *nic.bonded_with);
  return json.Set("attachment", AttachmentJson(input, nic.attachment));
}

Json PlacementJson(const BuildInput& input, const model::Placement& placement) {
  const Model& model = input.model;
  Json json = Json::MakeObject();
  json.Set("system", IdText(model, placement.system)).Set("kind", model::ToString(model.SystemOf(placement).kind));
  json.Set("level", placement.level).Set("path", PathJson(model, placement));
  SetUnlessEmpty(json, "resources", ResourcesJson(input, placement.resources));
  SetUnlessEmpty(json, "settings", SystemSettingsJson(input, placement.settings));
  Json nics = Json::MakeArray();
  for (const model::PlacedNic& nic : placement.nics) nics.Push(PlacedNicJson(input, placement, nic));
  SetUnlessEmpty(json, "nics", std::move(nics));
  Json lans = Json::MakeArray();
  for (const model::PlacedLan& placed : placement.lans) {
    Json lan = LanJson(input, placed.lan);
    Json uplinks = Json::MakeArray();
    for (const model::Attachment& uplink : placed.uplinks) uplinks.Push(AttachmentJson(input, uplink));
    SetUnlessEmpty(lan, "uplinks", std::move(uplinks));
    lans.Push(std::move(lan));
  }
  SetUnlessEmpty(json, "lans", std::move(lans));
  SetPlacedStorage(input, placement, json);
  SetUnlessEmpty(json, "reason", placement.reason);
  Json guests = Json::MakeArray();
  for (const model::PlacementId guest : placement.guests) guests.Push(IdText(model, model.at(guest).system));
  SetUnlessEmpty(json, "guests", std::move(guests));
  return json;
}

Json CarrierJson(const BuildInput& input, const model::Carrier& carrier) {
  Json json = Json::MakeObject();
  json.Set("name", carrier.name).Set("kind", carrier.is_osa() ? "osa" : "hipersockets");
  if (carrier.feature.valid()) json.Set("feature", input.model.at(carrier.feature).name);
  json.Set("networks", NamesOf(input.model, carrier.networks));
  SetUnlessEmpty(json, "reaches", IdsOf(input.model, carrier.reaches));
  SetUnlessEmpty(json, "chpids", StatedJson(input, carrier.chpids, [](std::int64_t n) { return n; }));
  SetUnlessEmpty(json, "frame_kib", StatedJson(input, carrier.frame, [](FrameSize frame) { return frame.kib(); }));
  Json grants = Json::MakeArray();
  for (const model::DeviceGrant& grant : carrier.grants) grants.Push(GrantJson(input, grant));
  SetUnlessEmpty(json, "devices", std::move(grants));
  return json;
}

Json MachineHead(const BuildInput& input, const model::Machine& machine) {
  const Model& model = input.model;
  Json json = Json::MakeObject();
  json.Set("name", machine.name);
  SetUnlessEmpty(json, "model",
                 StatedJson(input, machine.model, [&](model::MachineModelId id) { return model.at(id).name; }));
  Json engines = Json::MakeArray();
  for (const EngineCount& engine : machine.engines) {
    engines.Push(Json::MakeObject().Set("count", engine.count).Set("type", ToString(engine.type)));
  }
  SetUnlessEmpty(json, "engines", std::move(engines));
  if (machine.engines_hole.valid()) json.Set("engines_asked", OpenJson(input, machine.engines_hole));
  const auto text = [](const std::string& value) { return value; };
  SetUnlessEmpty(json, "capacity", StatedJson(input, machine.capacity, text));
  SetUnlessEmpty(json, "serial", StatedJson(input, machine.serial, text));
  if (machine.hmc) json.Set("hmc", machine.hmc->by_customer ? "customer" : "vendor");
  SetUnlessEmpty(json, "memory_mib", StatedJson(input, machine.memory, [](MemorySize size) {
                   return static_cast<std::int64_t>(size.mib());
                 }));
  if (!machine.tape) return json;
  Json tape = Json::MakeObject();
  SetUnlessEmpty(tape, "count", StatedJson(input, machine.tape->count, [](std::int64_t n) { return n; }));
  SetUnlessEmpty(tape, "reads", machine.tape->reads);
  if (machine.tape->pace) tape.Set("minutes_per_volume", machine.tape->pace->minutes());
  return json.Set("tape", std::move(tape));
}

Json PlansJson(const BuildInput& input, const model::Site& site, std::size_t network) {
  Json json = Json::MakeObject();
  json.Set("network", input.model.networks[network].name);
  if (network < site.readdressed.size() && site.readdressed[network]) json.Set("readdressed", true);
  return json.Set("plan", PlanJson(input, site.plans[network]));
}

/// The placements of a site by partition, each in the site's order (hosts before their guests).
std::vector<std::vector<model::PlacementId>> ByPartition(const Model& model, const model::Site& site) {
  std::vector<std::vector<model::PlacementId>> placements(model.partitions.size());
  for (const model::PlacementId id : site.placements) placements[model.at(id).partition.index].push_back(id);
  return placements;
}

}  // namespace

Json GrantJson(const BuildInput& input, const model::DeviceGrant& grant) {
  Json json = Json::MakeObject();
  if (grant.range.known()) json.Set("range", grant.range->ToString());
  SetUnlessEmpty(json, "systems", IdsOf(input.model, grant.systems));
  if (!grant.range.open()) return json;
  Json holes = Json::MakeArray();
  for (const model::HoleId hole : grant.holes) holes.Push(input.requirements.IdOf(hole));
  if (grant.holes.empty() && grant.range.hole().valid()) holes.Push(input.requirements.IdOf(grant.range.hole()));
  return json.Set("open", std::move(holes));
}

void WriteSite(const BuildInput& input, const model::Site& site, JsonLines& out) {
  const Model& model = input.model;
  const auto placements = ByPartition(model, site);
  out.OpenObject();
  out.Add("name", site.name);
  out.Add("recovery", site.recovery);
  out.OpenArray("networks");
  for (std::size_t i = 0; i < site.plans.size() && i < model.networks.size(); ++i) out.Add(PlansJson(input, site, i));
  out.Close();
  out.OpenArray("machines");
  for (const model::MachineId machine : site.machines) {
    out.OpenObject();
    out.AddMembers(MachineHead(input, model.at(machine)));
    out.OpenArray("carriers");
    for (const model::CarrierId carrier : model.at(machine).carriers) out.Add(CarrierJson(input, model.at(carrier)));
    out.Close();
    if (!model.at(machine).channels.empty()) {
      out.OpenArray("channels");
      for (const model::ChannelId channel : model.at(machine).channels) out.Add(ChannelJson(input, model.at(channel)));
      out.Close();
    }
    out.OpenArray("partitions");
    for (const model::PartitionId partition : model.at(machine).partitions) {
      out.OpenObject();
      out.Add("name", model.at(partition).name);
      const Json said = ResourcesJson(input, model.at(partition).said_here);
      if (!said.AsObject()->empty()) out.Add("said_here", said);
      const Json settings = SettingsJson(input, model.at(partition).settings);
      if (!settings.AsObject()->empty()) out.Add("settings", settings);
      out.OpenArray("placements");
      for (const model::PlacementId id : placements[partition.index]) out.Add(PlacementJson(input, model.at(id)));
      out.Close();
      out.Close();
    }
    out.Close();
    out.Close();
  }
  out.Close();
  out.Close();
}

}  // namespace hotsite::backends::model_json
