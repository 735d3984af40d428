// The small pieces of model.json: stated values, addresses, plans, resources, attachments. Shared by the parts of the
// document.
#pragma once

#include <string>
#include <string_view>

#include "backends/backend.h"
#include "compiler/support/json.h"

namespace hotsite::backends::model_json {

/// `VMPROD/LNXWAS1` for a guest, else the name: unique in a spec.
std::string IdText(const model::Model& model, model::SystemId id);

/// Sets a member unless it says nothing: false, an empty string, an empty list or object, null.
/// The key under which a guest names what it runs under: `zvm` or `kvm`.
std::string HypervisorKey(const model::System& hypervisor);
void SetUnlessEmpty(Json& object, std::string key, Json value);

/// {"open": requirement}.
Json OpenJson(const BuildInput& input, model::HoleId hole);

/// A stated value, `text` made of its value by `print`; null when it is absent.
template <class T, class Print>
Json StatedJson(const BuildInput& input, const model::Stated<T>& stated, Print print) {
  if (stated.absent()) return {};
  if (stated.open()) return OpenJson(input, stated.hole());
  Json json = Json::MakeObject();
  json.Set("value", Json(print(*stated)));
  if (stated.comparator() != model::Comparator::kExactly) json.Set("comparator", model::ToString(stated.comparator()));
  SetUnlessEmpty(json, "reason", stated.reason());
  return json;
}

Json AddressJson(const model::Model& model, const model::Address& address);
Json PlanJson(const BuildInput& input, const model::NetworkPlan& plan);
Json ResourcesJson(const BuildInput& input, const model::Resources& resources);
Json SystemSettingsJson(const BuildInput& input, const model::SystemSettings& settings);
Json AttachmentJson(const BuildInput& input, const model::Attachment& attachment);
Json LanJson(const BuildInput& input, const model::Lan& lan);

/// Names of networks, ids of systems.
Json NamesOf(const model::Model& model, const std::vector<model::NetworkId>& networks);
Json IdsOf(const model::Model& model, const std::vector<model::SystemId>& systems);
Json TextsJson(const std::vector<std::string>& texts);

}  // namespace hotsite::backends::model_json
