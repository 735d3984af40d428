// The network interfaces of a guest of a KVM host as elements of its libvirt domain. Source: libvirt, Domain XML format
// (interface, address type ccw); IBM Docs, "KVM host network configuration" (bridge, Open vSwitch, macvtap).
#pragma once

#include <string>
#include <vector>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

struct LibvirtFragment {
  std::string text;
  std::vector<OpenPlace> open;  // the uplink that a macvtap names
};

/// A devices element, whose interfaces go into that of the domain, with the device numbers that the guest knows.
/// `guest` stands under a KVM host.
LibvirtFragment WriteLibvirt(const BuildInput& input, const model::Placement& guest);

}  // namespace hotsite::backends::linux_guest
