#include "compiler/model/properties.h"

namespace hotsite::model {
namespace {

bool Has(const Property& property, Kind kind) { return (property.of & SetOf(kind)) != 0; }

}  // namespace

std::vector<const Property*> PropertiesOf(Kind kind) {
  std::vector<const Property*> result;
  for (const auto table : {SystemProperties(), SiteProperties()}) {
    for (const Property& property : table) {
      if (Has(property, kind)) result.push_back(&property);
    }
  }
  return result;
}

const Property* FindProperty(Kind kind, std::string_view name) {
  for (const auto table : {SystemProperties(), SiteProperties()}) {
    for (const Property& property : table) {
      if (Has(property, kind) && (property.name == name || (!name.empty() && property.other == name))) return &property;
    }
  }
  return nullptr;
}

Tier TierOf(const Model& model, const System& system) {
  if (system.tier != Tier::kUnsaid || !system.parent.valid()) return system.tier;
  return model.at(system.parent).tier;
}

}  // namespace hotsite::model
