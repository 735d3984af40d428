#include "backends/linux/writers.h"

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
        "The installer quoted with \", these files quote with '; for hwup and ifup both are the same.",
        "From knowledge, not from a source: the forms of hwup, ifup and rcnetwork."}},
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
