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
  if (names == model::InterfaceNames::kEth) {
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
      const Interface& parent = plan.interfaces[face.parent];
      const std::string with_dot = fmt::format("{}.{}", parent.name, face.vlan);
      const bool fits = dotted && (parent.name != parent.file_name || with_dot.size() <= kLongestInterfaceName);
      face.name = fits ? with_dot : fmt::format("vlan{}", face.vlan);
      face.file_name = fits ? fmt::format("{}.{}", parent.file_name, face.vlan) : face.name;
    }
  }
}

}  // namespace hotsite::backends::linux_guest
