#include "backends/linux/writers.h"

#include "backends/linux/ifupdown.h"
#include "backends/linux/netplan.h"
#include "backends/linux/network_manager.h"
#include "backends/linux/networkd.h"
#include "backends/linux/suse_hwcfg.h"

namespace hotsite::backends::linux_guest {
namespace {

const Writer* FindKind(model::NetworkFiles kind) {
  static const Writer kWriters[] = {
      {model::NetworkFiles::kSuseHwcfg,
       &WriteSuseHwcfg,
       &SuseHwcfgCommands,
       {"etc/sysconfig/hardware/hwcfg-qeth-*", "etc/sysconfig/network/ifcfg-qeth-*",
        "etc/sysconfig/network/ifcfg-hsi-*", "etc/sysconfig/network/ifroute-*"},
       {"A HiperSockets file may be named ifcfg-hsi-bus-ccw-... at home: keep the name that the home system has (and "
        "the UNIQUE and "
        "_nm_name lines of its file), and let the contents come from here. Which of the two names an installation "
        "chose is from "
        "knowledge, not from a source.",
        "The installer quoted with \", these files quote with '; for hwup and ifup both are the same."}},
      {model::NetworkFiles::kNetworkManager,
       &WriteNetworkManager,
       &NetworkManagerCommands,
       {"etc/NetworkManager/system-connections/*", "etc/sysconfig/network-scripts/ifcfg-*",
        "etc/sysconfig/network-scripts/route*-*"},
       {"NetworkManager passes over a keyfile that others than root may read or that isn't root's: owner root, mode "
        "0600.",
        "Where ccw_init brings devices up (RHEL 9), it looks for an ifcfg file of the device before it looks for the "
        "keyfile: none may be left in /etc/sysconfig/network-scripts."}},
      {model::NetworkFiles::kNetplan,
       &WriteNetplan,
       &NetplanCommands,
       {"etc/netplan/*.yaml"},
       {"netplan joins all files in /etc/netplan: a file of the installer or of cloud-init that is left there adds its "
        "addresses to those of 90-hotsite.yaml."}},
      {model::NetworkFiles::kIfupdown,
       &WriteIfupdown,
       &IfupdownCommands,
       {"etc/network/interfaces.d/*"},
       {"The dns- lines are read where the package resolvconf is installed, /etc/resolv.conf where it isn't. Bonds "
        "need "
        "the package ifenslave, bridges bridge-utils."}},
      {model::NetworkFiles::kNetworkd,
       &WriteNetworkd,
       &NetworkdCommands,
       {"etc/systemd/network/*.network", "etc/systemd/network/*.netdev"},
       {"Name servers are those of systemd-resolved: /etc/resolv.conf must be its link."}},
  };
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
