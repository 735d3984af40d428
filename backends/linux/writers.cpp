#include "backends/linux/writers.h"

#include <utility>

#include "backends/linux/ifupdown.h"
#include "backends/linux/netplan.h"
#include "backends/linux/network_manager.h"
#include "backends/linux/networkd.h"
#include "backends/linux/rh_ifcfg.h"
#include "backends/linux/suse_hwcfg.h"
#include "backends/linux/suse_ifcfg.h"

namespace hotsite::backends::linux_guest {
namespace {

Writer SuseHwcfg() {
  return {
      model::NetworkFiles::kSuseHwcfg,
      &WriteSuseHwcfg,
      &SuseHwcfgCommands,
      {"etc/sysconfig/hardware/hwcfg-qeth-*", "etc/sysconfig/network/ifcfg-qeth-*", "etc/sysconfig/network/ifcfg-hsi-*",
       "etc/sysconfig/network/ifcfg-eth-id-*", "etc/sysconfig/network/ifcfg-bond*", "etc/sysconfig/network/ifcfg-vlan*",
       "etc/sysconfig/network/ifroute-*", "etc/sysconfig/network/routes"},
      {"A HiperSockets file may be named ifcfg-hsi-bus-ccw-... at home: keep the name that the home system has (and "
       "the UNIQUE and _nm_name lines of its file), and let the contents come from here. Which of the two names an "
       "installation chose is from knowledge, not from a source.",
       "The installer quoted with \", these files quote with '; for hwup and ifup both are the same.",
       "From knowledge, not from a source: the forms of hwup, ifup and rcnetwork."}};
}

constexpr const char* kNamedByOrder =
    "Interfaces are called eth0, eth1, ... (HiperSockets: hsi0, ...) in the order of the spec's NICs. ";

/// What of a SUSE system since 11 configures the same. chzdev's own rules (41-qeth-*) stay: its import writes those of
/// our devices anew, and a system that is IPLed before the import would come up without its devices.
std::vector<std::string> ReplacedBySuse() {
  std::vector<std::string> patterns;
  patterns.insert(patterns.end(), {"etc/sysconfig/network/ifcfg-[!l]*", "etc/sysconfig/network/ifroute-*",
                                   "etc/sysconfig/network/routes", "etc/udev/rules.d/51-qeth-*.rules",
                                   "etc/udev/rules.d/51-hsi-*.rules"});
  return patterns;
}

std::string SuseNames() {
  return std::string(kNamedByOrder) +
         "70-persistent-net.rules ties each name to a device number. Home may use other names (HiperSockets may be "
         "eth1 "
         "there): then give the rules, the ifcfg and ifroute files and what is in them the names of home, or firewall "
         "zones and applications that name an interface lose it.";
}

Writer SuseIfcfg() {
  return {model::NetworkFiles::kSuseIfcfg, &WriteSuseIfcfg, &SuseIfcfgCommands, ReplacedBySuse(), {SuseNames()}};
}

Writer Ifcfg() {
  return {model::NetworkFiles::kIfcfg,
          &WriteIfcfg,
          &IfcfgCommands,
          ReplacedBySuse(),
          {SuseNames(),
           "etc/sysconfig/network/config holds the keys for name servers only, boot/zipl/active_devices.txt the lines "
           "of the network's devices only: merge them into the system's files."}};
}

Writer RhIfcfg() {
  std::vector<std::string> patterns;
  patterns.insert(patterns.end(),
                  {"etc/sysconfig/network-scripts/ifcfg-[!l]*", "etc/sysconfig/network-scripts/route-*",
                   "etc/sysconfig/network-scripts/route6-*", "etc/NetworkManager/system-connections/*"});
  return {model::NetworkFiles::kRhIfcfg,
          &WriteRhIfcfg,
          &RhIfcfgCommands,
          std::move(patterns),
          {"Up to RHEL 6: " + std::string(kNamedByOrder) +
               "If home has them in another order, change DEVICE, the names of the files and, in RHEL 6, "
               "70-persistent-net.rules. Since RHEL 7 the name follows from the device number.",
           "There is no HWADDR line: it would tie the file to the card at home. Where the home file has one, drop it.",
           "From knowledge, not from a source: that RHEL 4 reads OPTIONS, and that announcing a subchannel (echo add) "
           "brings a new device up. An IPL does so in any case."}};
}

Writer NetworkManager() {
  return {
      model::NetworkFiles::kNetworkManager,
      &WriteNetworkManager,
      &NetworkManagerCommands,
      {"etc/NetworkManager/system-connections/*", "etc/sysconfig/network-scripts/ifcfg-*",
       "etc/sysconfig/network-scripts/route*-*"},
      {"NetworkManager passes over a keyfile that others than root may read or that isn't root's: owner root, mode "
       "0600.",
       "Where ccw_init brings devices up (RHEL 9), it looks for an ifcfg file of the device before it looks for the "
       "keyfile: none may be left in /etc/sysconfig/network-scripts."}};
}

Writer Netplan() {
  return {model::NetworkFiles::kNetplan,
          &WriteNetplan,
          &NetplanCommands,
          {"etc/netplan/*.yaml"},
          {"netplan joins all files in /etc/netplan: a file of the installer or of cloud-init that is left there adds "
           "its addresses to those of 90-hotsite.yaml."}};
}

Writer Ifupdown() {
  return {model::NetworkFiles::kIfupdown,
          &WriteIfupdown,
          &IfupdownCommands,
          {"etc/network/interfaces.d/*"},
          {"The dns- lines are read where the package resolvconf is installed, /etc/resolv.conf where it isn't. Bonds "
           "need the package ifenslave, bridges bridge-utils."}};
}

Writer Networkd() {
  return {model::NetworkFiles::kNetworkd,
          &WriteNetworkd,
          &NetworkdCommands,
          {"etc/systemd/network/*.network", "etc/systemd/network/*.netdev"},
          {"Name servers are those of systemd-resolved: /etc/resolv.conf must be its link."}};
}

const Writer* FindKind(model::NetworkFiles kind) {
  static const std::vector<Writer> kWriters = {SuseHwcfg(),      SuseIfcfg(), Ifcfg(),    RhIfcfg(),
                                               NetworkManager(), Netplan(),   Ifupdown(), Networkd()};
  for (const Writer& writer : kWriters) {
    if (writer.kind == kind) return &writer;
  }
  return nullptr;
}

}  // namespace

bool IsGuestOfKvm(const model::Model& model, const model::System& system) {
  return system.parent.valid() && model.at(system.parent).is_kvm();
}

const Writer* FindWriter(const model::Model& model, const model::System& system) {
  if (!system.distribution.valid() || IsGuestOfKvm(model, system)) return nullptr;
  const model::Distribution& distribution = model.at(system.distribution);
  return distribution.network_files.known() ? FindKind(*distribution.network_files) : nullptr;
}

}  // namespace hotsite::backends::linux_guest
