// The ansible backend: ansible/<site>.yml, an inventory of a site (home and each recovery site), so that the same
// playbook runs against either: `ansible-playbook -i ansible/hotsite.yml …`. Hosts are what Ansible can log on to:
// Linux and KVM, and z/OS; z/VM systems and partitions are groups. Listed in backends/all.cpp.
//
// Source of the form: Ansible, "How to build your inventory", and the documentation of the inventory plugin
// ansible.builtin.yaml; `!unsafe` and names of groups: "Advanced playbook syntax" and "Creating valid variable names".
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::ansible {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"ansible", "an Ansible inventory of every site", "ansible/<site>.yml", &Generate};

}  // namespace hotsite::backends::ansible
