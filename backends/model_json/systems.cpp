#include <fmt/format.h>

#include "backends/model_json/parts.h"
#include "backends/model_json/values.h"

namespace hotsite::backends::model_json {
namespace {

using model::Model;

Json NicsJson(const Model& model, const std::vector<model::Nic>& nics) {
  Json array = Json::MakeArray();
  for (const model::Nic& nic : nics) {
    Json json = Json::MakeObject();
    json.Set("device", nic.device.ToString()).Set("network", model.at(nic.network).name);
    Json addresses = Json::MakeArray();
    for (const model::Address& address : nic.addresses) addresses.Push(AddressJson(model, address));
    SetUnlessEmpty(json, "addresses", std::move(addresses));
    if (nic.mac) json.Set("mac", nic.mac->ToString());
    if (nic.over) json.Set("over", *nic.over);
    if (nic.bonded_with) json.Set("bonded_with", *nic.bonded_with);
    array.Push(std::move(json));
  }
  return array;
}

Json RoutesJson(const Model& model, const std::vector<model::Route>& routes) {
  Json array = Json::MakeArray();
  for (const model::Route& route : routes) {
    const std::string to = route.network.valid() ? model.at(route.network).name
                           : route.subnet        ? route.subnet->ToString()
                                                 : std::string("default");
    array.Push(Json::MakeObject().Set("to", to).Set("via", AddressJson(model, route.via)));
  }
  return array;
}

Json DisksJson(const Model& model, const std::vector<model::Disk>& disks) {
  Json array = Json::MakeArray();
  for (const model::Disk& disk : disks) {
    Json json = Json::MakeObject();
    json.Set("device", disk.device.ToString());
    if (disk.model.valid()) json.Set("model", model.at(disk.model).name);
    if (disk.extent) json.Set("first_cylinder", disk.extent->first).Set("last_cylinder", disk.extent->last);
    SetUnlessEmpty(json, "volume", disk.volume);
    array.Push(std::move(json));
  }
  return array;
}

Json BackupsJson(const std::vector<model::Backup>& backups) {
  Json array = Json::MakeArray();
  for (const model::Backup& backup : backups) {
    Json json = Json::MakeObject();
    json.Set("frequency", backup.frequency);
    if (backup.full) json.Set("full", true);
    array.Push(json.Set("media", TextsJson(backup.media)));
  }
  return array;
}

Json ReferencesJson(const Model& model, const std::vector<model::Reference>& references) {
  Json array = Json::MakeArray();
  for (const model::Reference& reference : references) array.Push(IdText(model, reference.system));
  return array;
}

void SetObjective(const model::System& system, Json& json) {
  if (!system.objective) return;
  if (system.objective->rto) json.Set("rto_minutes", system.objective->rto->minutes());
  if (system.objective->rpo) json.Set("rpo_minutes", system.objective->rpo->minutes());
}

Json VipasJson(const Model& model, const std::vector<model::Vipa>& vipas) {
  Json array = Json::MakeArray();
  for (const model::Vipa& vipa : vipas) array.Push(AddressJson(model, vipa.address));
  return array;
}

void SetKind(const Model& model, const model::System& system, Json& json) {
  json.Set("kind", model::ToString(system.kind));
  if (system.parent.valid()) json.Set(HypervisorKey(model.at(system.parent)), IdText(model, system.parent));
  if (system.cluster.valid()) json.Set("ssi", model.at(system.cluster).name);
  if (system.vendors) json.Set("vendors", true);
  if (system.release.valid()) json.Set("release", model.at(system.release).name);
  if (system.zos_release.valid()) json.Set("release", model.at(system.zos_release).name);
  if (system.distribution.valid()) json.Set("distribution", model.at(system.distribution).name);
  SetUnlessEmpty(json, "tier", model::ToString(system.tier));
  SetUnlessEmpty(json, "runs", TextsJson(system.runs));
}

void SetNetworking(const BuildInput& input, const model::System& system, Json& json) {
  const Model& model = input.model;
  SetUnlessEmpty(json, "nics", NicsJson(model, system.nics));
  if (system.tcpip) {
    json.Set("tcpip",
             Json::MakeObject().Set("userid", system.tcpip->userid).Set("nics", NicsJson(model, system.tcpip->nics)));
  }
  Json lans = Json::MakeArray();
  for (const model::Lan& lan : system.lans) lans.Push(LanJson(input, lan));
  SetUnlessEmpty(json, "lans", std::move(lans));
  SetUnlessEmpty(json, "vipas", VipasJson(model, system.vipas));
  SetUnlessEmpty(json, "routes", RoutesJson(model, system.routes));
  SetUnlessEmpty(json, "forwards", NamesOf(model, system.forwards));
}

}  // namespace

Json SystemJson(const BuildInput& input, model::SystemId id) {
  const Model& model = input.model;
  const model::System& system = model.at(id);
  Json json = Json::MakeObject();
  json.Set("id", IdText(model, id)).Set("name", system.name);
  SetKind(model, system, json);
  SetUnlessEmpty(json, "resources", ResourcesJson(input, system.resources));
  SetUnlessEmpty(json, "settings", SystemSettingsJson(input, system.settings));
  SetNetworking(input, system, json);
  SetUnlessEmpty(json, "volumes", VolumesJson(model, system.volumes));
  SetUnlessEmpty(json, "disks", DisksJson(model, system.disks));
  SetUnlessEmpty(json, "fcp", FcpJson(input, system.fcp));
  if (system.ipl.known()) json.Set("ipl", system.ipl->ToString());
  SetUnlessEmpty(json, "backups", BackupsJson(system.backups));
  SetUnlessEmpty(json, "restore", RestoreJson(model, system.restore));
  SetObjective(system, json);
  SetUnlessEmpty(json, "needs", ReferencesJson(model, system.needs));
  if (system.start.first) json.Set("start_first", true);
  SetUnlessEmpty(json, "start_after", ReferencesJson(model, system.start.after));
  SetUnlessEmpty(json, "needed_by", ReferencesJson(model, system.needed_by));
  Json addresses = Json::MakeArray();
  for (const model::Address& address : system.addresses) addresses.Push(AddressJson(model, address));
  SetUnlessEmpty(json, "addresses", std::move(addresses));
  SetUnlessEmpty(json, "doc", system.doc);
  return json;
}

}  // namespace hotsite::backends::model_json
