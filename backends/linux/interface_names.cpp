#include "backends/linux/interface_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace hotsite::backends::linux_guest {
namespace {

/// enc600 for 0.0.0600: leading zeros and dots go.
std::string EncName(const std::string& bus_id) {
  const std::size_t first = bus_id.find_first_not_of("0.");
  return "enc" + (first == std::string::npos ? std::string("0") : bus_id.substr(first));
}

/// Open devices have a name that no system has, so that nothing by that name can come up.
void NameDevice(const HostPlan& plan, model::InterfaceNames names, unsigned number, Interface& face) {
  const Device& device = plan.devices[face.device];
  if (names == model::InterfaceNames::kEth || names == model::InterfaceNames::kEthByRule) {
    face.name = fmt::format("{}{}", device.link.hipersockets ? "hsi" : "eth", number);
  } else if (device.is_open()) {
    face.name = "enc" + device.channels.front();
    face.file_name = device.file_id;
    return;
  } else {
    face.name = names == model::InterfaceNames::kEnccw ? "enccw" + device.file_id : EncName(device.file_id);
  }
  face.file_name = face.name;
}

bool IsTaken(const HostPlan& plan, const std::string& name) {
  return std::any_of(plan.interfaces.begin(), plan.interfaces.end(),
                     [&](const Interface& face) { return face.name == name; });
}

/// vlan120 says nothing of its parent: the same VLAN on a second device is vlan0120, which the scripts of SUSE and Red
/// Hat read alike (initscripts, ifup; wicked, ifcfg-vlan.5). A third one gets a name that only its keys explain.
std::string PlainVlanName(const HostPlan& plan, const Interface& face) {
  for (const std::string& name : {fmt::format("vlan{}", face.vlan), fmt::format("vlan{:04}", face.vlan)}) {
    if (!IsTaken(plan, name)) return name;
  }
  return fmt::format("v{}.{}", face.parent, face.vlan);
}

void NameVlan(const HostPlan& plan, bool dotted, Interface& face) {
  const Interface& parent = plan.interfaces[face.parent];
  const std::string with_dot = fmt::format("{}.{}", parent.name, face.vlan);
  const bool fits = dotted && (parent.name != parent.file_name || with_dot.size() <= kLongestInterfaceName);
  face.name = fits ? with_dot : PlainVlanName(plan, face);
  face.file_name = fits ? fmt::format("{}.{}", parent.file_name, face.vlan) : face.name;
}

}  // namespace

void NameInterfaces(HostPlan& plan, model::InterfaceNames names, bool dotted) {
  unsigned eth = 0, hsi = 0, bonds = 0;
  for (Interface& face : plan.interfaces) {
    if (face.kind == Interface::Kind::kDevice) {
      unsigned& number = plan.devices[face.device].link.hipersockets ? hsi : eth;
      NameDevice(plan, names, number++, face);
    } else if (face.kind == Interface::Kind::kBond) {
      face.name = face.file_name = fmt::format("bond{}", bonds++);
    } else if (face.kind == Interface::Kind::kVlan) {
      NameVlan(plan, dotted, face);
    }
  }
}

}  // namespace hotsite::backends::linux_guest
