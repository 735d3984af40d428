#include <fmt/format.h>

#include "backends/request/parts.h"
#include "compiler/requirements/checks.h"
#include "compiler/requirements/sentences.h"

namespace hotsite::backends::request {

std::string Wanted(const requirements::Requirement& row) { return requirements::WantedValue(row); }

std::string Subject(const requirements::Requirement& row) {
  return row.site.empty() ? row.subject : row.subject + " at " + row.site;
}

std::string KindOf(const model::Model& model, const model::System& system) {
  if (system.is_zvm() && system.release.valid() && model.at(system.release).version.known()) {
    return fmt::format("z/VM {}", *model.at(system.release).version);
  }
  if (system.is_linux() && system.distribution.valid()) return model.at(system.distribution).title;
  if (system.is_kvm() && system.distribution.valid())
    return fmt::format("KVM on {}", model.at(system.distribution).title);
  return ToString(system.kind);
}

std::vector<model::NetworkId> NetworksAt(const model::Model& model, const model::Site& site) {
  std::vector<bool> there(model.networks.size(), false);
  const auto add = [&](const std::vector<model::NetworkId>& networks) {
    for (const model::NetworkId network : networks) there[network.index] = true;
  };
  for (const model::PlacementId id : site.placements) {
    for (const model::PlacedNic& nic : model.at(id).nics) add({nic.network});
    for (const model::PlacedLan& placed : model.at(id).lans) add(placed.lan.networks);
  }
  for (const model::MachineId machine : site.machines) {
    for (const model::CarrierId carrier : model.at(machine).carriers) add(model.at(carrier).networks);
  }
  std::vector<model::NetworkId> networks;
  for (std::uint32_t i = 0; i < there.size(); ++i) {
    if (there[i]) networks.push_back({i});
  }
  return networks;
}

std::string Window(const model::TestWindow& test) {
  return fmt::format("{} to {}", requirements::SayTime(test.from, test.zone),
                     requirements::SayTime(test.to, test.zone));
}

std::string Joined(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, ", ")); }

}  // namespace hotsite::backends::request
