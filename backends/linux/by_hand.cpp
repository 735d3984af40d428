#include "backends/linux/by_hand.h"

#include <fmt/format.h>

#include <algorithm>

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::size_t kAboutWidth = 8;

template <class Items, class ToText>
std::string Joined(const Items& items, ToText to_text) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : " ") + to_text(item);
  return text;
}

/// Every row says what it is about, so that it can be read alone in a list of differences.
std::string Row(std::string_view about, std::string_view what, std::string_view value) {
  const std::size_t width = std::max<std::size_t>(about.size(), kAboutWidth);
  return value.empty() ? "" : fmt::format("{:<{}}  {:<12}  {}\n", about, width, what, value);
}

std::string Addresses(const Interface& face) {
  if (!face.subnet) return face.subnet_token;
  return Joined(face.addresses,
                [&](const IpAddress& one) { return fmt::format("{}/{}", one.ToString(), face.subnet->prefix()); });
}

std::string InterfaceRows(const Interface& face, const ByHand& by_hand) {
  std::string text = Row(face.network, "qeth device", face.channels);
  text += Row(face.network, "interface", InterfaceName(face, by_hand.names));
  text += Row(face.network, "layer2", face.layer2 ? "1" : "0");
  text += Row(face.network, "address", Addresses(face));
  text += Row(face.network, "MTU", face.mtu ? std::to_string(*face.mtu) : "the driver's default");
  text += Row(face.network, "MAC", face.mac ? face.mac->ToString() : "");
  text += Row(face.network, "route4", face.connector);
  return text;
}

}  // namespace

std::optional<ByHand> FindByHand(const model::Model& model, const model::System& system) {
  using enum model::NetworkFiles;
  // The forms of the commands are from the tools' manual pages: wicked(8), nmcli(1), netplan-try(8), interfaces(5);
  // those of the older systems are from their documentation.
  static constexpr ByHand kAll[] = {
      {kSuseIfcfg, "ifcfg", "/etc/sysconfig/network", "rcnetwork restart", "", model::InterfaceNames::kEth},
      {kIfcfg, "ifcfg", "/etc/sysconfig/network", "wicked ifreload all", "", model::InterfaceNames::kEth},
      {kRhIfcfg, "ifcfg", "/etc/sysconfig/network-scripts", "service network restart", "", model::InterfaceNames::kEth},
      {kNetworkManager, "NetworkManager", "/etc/NetworkManager/system-connections", "nmcli connection reload",
       "nmcli connection up"},
      {kNetplan, "netplan", "/etc/netplan", "netplan try", ""},
      {kIfupdown, "interfaces", "/etc/network", "systemctl restart networking", ""},
  };
  if (!system.distribution.valid() || IsGuestOfKvm(model, system)) return std::nullopt;
  const model::Distribution& distribution = model.at(system.distribution);
  for (const ByHand& one : kAll) {
    if (!distribution.network_files.known() || one.kind != *distribution.network_files) continue;
    ByHand found = one;
    if (distribution.interface_names.known()) found.names = *distribution.interface_names;
    return found;
  }
  return std::nullopt;
}

std::string InterfaceName(const Interface& face, model::InterfaceNames names) {
  if (face.file_id.starts_with("OPEN-") || names == model::InterfaceNames::kEth) return {};
  if (names == model::InterfaceNames::kEnccw) return "enccw" + face.file_id;
  const std::size_t first = face.file_id.find_first_not_of("0.");
  return first == std::string::npos ? std::string() : "enc" + face.file_id.substr(first);
}

File WriteValues(const HostPlan& plan, const ByHand& by_hand) {
  std::string text = Row("system", "host name", plan.FullName());
  text += Row("system", "name servers", Joined(plan.name_servers, [](const IpAddress& one) { return one.ToString(); }));
  text += Row("system", "search", Joined(plan.search, [](const std::string& one) { return one; }));
  if (plan.forwards) text += Row("system", "forwarding", "on");
  for (const Interface& face : plan.interfaces) text += InterfaceRows(face, by_hand);
  for (const model::Hop& hop : plan.routes) {
    text +=
        Row(plan.interfaces[hop.nic].network, "route",
            fmt::format("{} via {}", hop.destination ? hop.destination->ToString() : "default", hop.via.ToString()));
  }
  for (const OpenDefault& one : plan.open_defaults) {
    text += Row(plan.interfaces[one.nic].network, "route", "default via " + one.token);
  }
  return {"", text, {}};
}

}  // namespace hotsite::backends::linux_guest
