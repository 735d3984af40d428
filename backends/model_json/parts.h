// The parts of model.json in the order of the document. Each writes into an open container.
#pragma once

#include "backends/backend.h"
#include "backends/model_json/json_lines.h"

namespace hotsite::backends::model_json {

Json RecoveryJson(const BuildInput& input);
Json SystemJson(const BuildInput& input, model::SystemId id);

// storage.cpp.
Json GrantJson(const BuildInput& input, const model::DeviceGrant& grant);  // sites.cpp
Json ChannelJson(const BuildInput& input, const model::Channel& channel);
Json FcpJson(const BuildInput& input, const std::vector<model::FcpPath>& paths);
Json RestoreJson(const model::Model& model, const std::optional<model::Restore>& restore);
Json SettingsJson(const BuildInput& input, const model::PartitionSettings& settings);
/// What a placement says of volumes, SCSI disks, restore and IPL.
void SetPlacedStorage(const BuildInput& input, const model::Placement& placement, Json& json);

Json VolumesJson(const model::Model& model, const std::vector<model::Volumes>& volumes);
Json ClusterJson(const model::Model& model, const model::Cluster& cluster);
Json SysplexJson(const model::Model& model, const model::Sysplex& sysplex);
void WriteSite(const BuildInput& input, const model::Site& site, JsonLines& out);

}  // namespace hotsite::backends::model_json
