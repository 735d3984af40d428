// Channels, FCP paths, volumes and restore in model.json.
#include "backends/model_json/parts.h"
#include "backends/model_json/values.h"

namespace hotsite::backends::model_json {

using model::Model;

namespace {

Json RangesJson(const std::vector<DeviceRange>& ranges) {
  Json array = Json::MakeArray();
  for (const DeviceRange& range : ranges) array.Push(range.ToString());
  return array;
}

template <class T>
Json TextOf(const BuildInput& input, const model::Stated<T>& stated) {
  return StatedJson(input, stated, [](const T& value) { return value.ToString(); });
}

}  // namespace

Json ChannelJson(const BuildInput& input, const model::Channel& channel) {
  Json json = Json::MakeObject();
  json.Set("name", channel.name).Set("kind", channel.is_fcp() ? "fcp" : "ficon");
  SetUnlessEmpty(json, "reaches", IdsOf(input.model, channel.reaches));
  SetUnlessEmpty(json, "chpids", StatedJson(input, channel.chpids, [](std::int64_t n) { return n; }));
  if (channel.npiv) json.Set("npiv", true);
  Json grants = Json::MakeArray();
  for (const model::DeviceGrant& grant : channel.grants) grants.Push(GrantJson(input, grant));
  SetUnlessEmpty(json, "devices", std::move(grants));
  return json;
}

Json VolumesJson(const Model& model, const std::vector<model::Volumes>& volumes) {
  Json array = Json::MakeArray();
  for (const model::Volumes& some : volumes) {
    Json json = Json::MakeObject();
    json.Set("use", model::ToString(some.use)).Set("count", some.count);
    SetUnlessEmpty(json, "labels", TextsJson(some.labels));
    if (some.model.valid()) json.Set("model", model.at(some.model).name);
    SetUnlessEmpty(json, "devices", RangesJson(some.devices));
    array.Push(std::move(json));
  }
  return array;
}

Json FcpJson(const BuildInput& input, const std::vector<model::FcpPath>& paths) {
  Json array = Json::MakeArray();
  for (const model::FcpPath& path : paths) {
    Json json = Json::MakeObject();
    json.Set("device", path.device.ToString());
    SetUnlessEmpty(json, "wwpn", TextOf(input, path.wwpn));
    SetUnlessEmpty(json, "lun", TextOf(input, path.lun));
    array.Push(std::move(json));
  }
  return array;
}

Json RestoreJson(const Model& model, const std::optional<model::Restore>& restore) {
  if (!restore) return {};
  using Kind = model::Restore::Kind;
  Json json = Json::MakeObject();
  json.Set("kind", restore->kind == Kind::kStandAlone ? "standalone"
                   : restore->kind == Kind::kFloor    ? "floor"
                                                      : "system");
  if (restore->by.valid()) json.Set("by", IdText(model, restore->by));
  SetUnlessEmpty(json, "tools", restore->tools);
  SetUnlessEmpty(json, "reason", restore->reason);
  return json;
}

void SetPlacedStorage(const BuildInput& input, const model::Placement& placement, Json& json) {
  SetUnlessEmpty(json, "restore", RestoreJson(input.model, placement.restore));
  SetUnlessEmpty(json, "ipl", TextOf(input, placement.ipl));
  Json volumes = Json::MakeArray();
  for (const model::PlacedVolumes& some : placement.volumes) {
    Json one = Json::MakeObject();
    if (some.use) one.Set("use", model::ToString(*some.use));
    SetUnlessEmpty(one, "labels", TextsJson(some.labels));
    one.Set("devices", StatedJson(input, some.devices, RangesJson));
    volumes.Push(std::move(one));
  }
  SetUnlessEmpty(json, "volumes", std::move(volumes));
  Json paths = Json::MakeArray();
  for (const model::PlacedFcp& path : placement.fcp) {
    Json one = Json::MakeObject();
    one.Set("device", input.model.SystemOf(placement).fcp[path.index].device.ToString());
    if (path.channel.valid()) one.Set("channel", input.model.at(path.channel).name);
    SetUnlessEmpty(one, "real", TextOf(input, path.real));
    SetUnlessEmpty(one, "wwpn", TextOf(input, path.wwpn));
    SetUnlessEmpty(one, "lun", TextOf(input, path.lun));
    paths.Push(std::move(one));
  }
  SetUnlessEmpty(json, "fcp", std::move(paths));
}

Json SettingsJson(const BuildInput& input, const model::PartitionSettings& settings) {
  const auto same = [](const auto& value) { return value; };
  const auto name = [](auto value) { return model::ToString(value); };
  Json json = Json::MakeObject();
  SetUnlessEmpty(json, "mode", StatedJson(input, settings.mode, name));
  SetUnlessEmpty(json, "weight", StatedJson(input, settings.weight, same));
  SetUnlessEmpty(json, "capped", StatedJson(input, settings.capped, same));
  SetUnlessEmpty(json, "load", TextOf(input, settings.load));
  SetUnlessEmpty(json, "load_parameter", StatedJson(input, settings.load_parameter, same));
  SetUnlessEmpty(json, "crypto_domains", StatedJson(input, settings.crypto_domains, [](const auto& domains) {
                   Json array = Json::MakeArray();
                   for (const std::int64_t domain : domains) array.Push(domain);
                   return array;
                 }));
  SetUnlessEmpty(json, "crypto_type", StatedJson(input, settings.crypto_type, name));
  SetUnlessEmpty(json, "consoles", StatedJson(input, settings.consoles, same));
  SetUnlessEmpty(json, "console_means", StatedJson(input, settings.console_means, name));
  SetUnlessEmpty(json, "console_devices", TextOf(input, settings.console_devices));
  return json;
}

}  // namespace hotsite::backends::model_json
