// A spec as it is compared: its model, and the names that its things have on the newer side, so that a rename isn't
// told at every place where the name stands.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::diff {

/// Old name -> new name of the older spec's things.
struct NewNames {
  std::map<std::string, std::string, std::less<>> systems, sites, machines, networks;
};

/// What the newer spec says (`renamed from`), and what leaves no choice: the only recovery site, the only machine of a
/// site that the other spec hasn't, the only network that it hasn't, if its subnet or what carries it is the same.
NewNames FindNewNames(const model::Model& before, const model::Model& now);

class View {
 public:
  /// `names` is empty for the newer spec, and is kept.
  View(const model::Model& model, NewNames names);

  const model::Model& model() const { return model_; }
  /// What a system, site, machine, network is called on the newer side.
  std::string_view Name(model::SystemId id) const;
  std::string_view Name(model::SiteId id) const;
  std::string_view Name(model::MachineId id) const;
  std::string_view Name(model::NetworkId id) const;
  /// What a name means that may be of any of them.
  std::string_view NewNameOf(std::string_view name) const;
  /// The same as Name, with its hypervisor's name where two systems are called so: `VMPROD.LNX1`.
  std::string KeyOf(model::SystemId id) const;

 private:
  const model::Model& model_;
  NewNames names_;
  std::vector<bool> ambiguous_;  // by SystemId: another system has its name
};

}  // namespace hotsite::diff
