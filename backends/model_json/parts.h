// The parts of model.json in the order of the document. Each writes into an open container.
#pragma once

#include "backends/backend.h"
#include "backends/model_json/json_lines.h"

namespace hotsite::backends::model_json {

Json RecoveryJson(const BuildInput& input);
Json SystemJson(const BuildInput& input, model::SystemId id);
Json VolumesJson(const model::Model& model, const std::vector<model::Volumes>& volumes);
Json ClusterJson(const model::Model& model, const model::Cluster& cluster);
Json SysplexJson(const model::Model& model, const model::Sysplex& sysplex);
void WriteSite(const BuildInput& input, const model::Site& site, JsonLines& out);

}  // namespace hotsite::backends::model_json
