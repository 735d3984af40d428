// A spec as it is compared: its model, and the names that its things have on the newer side, so that a rename isn't
// told at every place where the name stands.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::diff {

/// Old name -> new name of the older spec's things.
struct NewNames {
  std::map<std::string, std::string, std::less<>> systems, sites, machines, networks;
  /// Names that several systems of either spec have, as guests of several hypervisors.
  std::set<std::string, std::less<>> shared;

  /// What holds for the newer spec: no new names.
  NewNames ForNewer() const;
};

/// What the newer spec says (`renamed from`), and what leaves no choice: the only site of its sort, machine of a site
/// or network that the other spec hasn't; a network only if its subnet or what carries it is the same. As in the
/// ledger, a `renamed from` says nothing where the newer spec still has a system of the old name, or the older spec
/// already had one of the new name: two systems that swap their names keep them here, and what they are changes.
NewNames FindNewNames(const model::Model& before, const model::Model& now);

class View {
 public:
  /// `names`: NewNames::ForNewer() for the newer spec; kept.
  View(const model::Model& model, NewNames names);

  const model::Model& model() const { return model_; }
  /// What a system, site, machine, network is called on the newer side.
  std::string_view Name(model::SystemId id) const;
  std::string_view Name(model::SiteId id) const;
  std::string_view Name(model::MachineId id) const;
  std::string_view Name(model::NetworkId id) const;
  /// What a name means on the newer side that may be of any of them.
  std::string_view NewNameOf(std::string_view name) const;
  /// The same as Name, with its hypervisor's name where two systems of a spec are called so: `VMPROD.LNX1`.
  std::string KeyOf(model::SystemId id) const;

 private:
  const model::Model& model_;
  NewNames names_;
};

}  // namespace hotsite::diff
