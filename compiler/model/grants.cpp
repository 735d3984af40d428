#include "compiler/model/grants.h"

#include <algorithm>

namespace hotsite::model {
namespace {

bool Names(const std::vector<SystemId>& systems, SystemId system) {
  return std::find(systems.begin(), systems.end(), system) != systems.end();
}

const Placement* Outward(const Model& model, const Placement& placement) {
  return placement.host.valid() ? &model.at(placement.host) : nullptr;
}

}  // namespace

bool Reaches(const Model& model, const std::vector<SystemId>& reaches, const Placement& placement) {
  if (reaches.empty()) return true;
  for (const Placement* one = &placement; one != nullptr; one = Outward(model, *one)) {
    if (Names(reaches, one->system)) return true;
  }
  return false;
}

Grant GrantFor(const Model& model, const std::vector<DeviceGrant>& lines, const Placement& placement) {
  for (const Placement* one = &placement; one != nullptr; one = Outward(model, *one)) {
    for (const DeviceGrant& line : lines) {
      if (Names(line.systems, one->system)) return {&line, one->system};
    }
  }
  for (const DeviceGrant& line : lines) {
    if (line.systems.empty()) return {&line, {}};
  }
  return {};
}

}  // namespace hotsite::model
