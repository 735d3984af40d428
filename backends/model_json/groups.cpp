// Single system images and sysplexes.
#include "backends/model_json/parts.h"
#include "backends/model_json/values.h"

namespace hotsite::backends::model_json {
namespace {

Json MembersJson(const model::Model& model, const std::vector<model::Reference>& members) {
  Json array = Json::MakeArray();
  for (const model::Reference& member : members) array.Push(IdText(model, member.system));
  return array;
}

}  // namespace

Json ClusterJson(const model::Model& model, const model::Cluster& cluster) {
  Json json = Json::MakeObject();
  json.Set("name", cluster.name).Set("members", MembersJson(model, cluster.members));
  SetUnlessEmpty(json, "guests", IdsOf(model, cluster.guests));
  SetUnlessEmpty(json, "volumes", VolumesJson(model, cluster.volumes));
  SetUnlessEmpty(json, "doc", cluster.doc);
  return json;
}

Json SysplexJson(const model::Model& model, const model::Sysplex& sysplex) {
  Json json = Json::MakeObject();
  json.Set("name", sysplex.name).Set("members", MembersJson(model, sysplex.members));
  SetUnlessEmpty(json, "coupling_facilities", IdsOf(model, sysplex.couplings));
  SetUnlessEmpty(json, "volumes", VolumesJson(model, sysplex.volumes));
  if (sysplex.timer == model::Timer::kStp) json.Set("timer", "stp");
  SetUnlessEmpty(json, "doc", sysplex.doc);
  return json;
}

}  // namespace hotsite::backends::model_json
