// A host of the inventory: what a playbook is told of it.
#pragma once

#include <string>
#include <vector>

#include "backends/ansible/yaml.h"
#include "backends/backend.h"

namespace hotsite::backends::ansible {

/// Whether Ansible can log on to it.
bool IsHost(const model::System& system);

struct Host {
  std::string name;                 // lnxwas1: the host name that the Linux files give it
  std::vector<std::string> groups;  // names of groups, valid for Ansible
  std::vector<OpenPlace> open;
};

/// Writes the variables of a placed system and fills `host.open`; `host.name` is set already.
void WriteVariables(const BuildInput& input, const model::Placement& placement, Host& host, YamlWriter& out);

/// The groups that it is in: `kind_linux`, `machine_BIGBOX`, `partition_VMPROD`, `hypervisor_VMPROD`,
/// `distribution_sles_10_sp2`, `release_zos_2_5`, `tier_production`, `role_router`, `network_OFFICE`.
std::vector<std::string> GroupsOf(const model::Model& model, const model::Placement& placement);

}  // namespace hotsite::backends::ansible
