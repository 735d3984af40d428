#include <algorithm>

#include "compiler/model/segments.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Segment;

/// z/OS speaks layer 3 on HiperSockets (from knowledge: layer 2 came to it late, with HiperSockets Converged
/// Interface, and for other uses).
std::vector<std::string> LayerThreeMembers(const Model& model, const Segment& segment) {
  std::vector<std::string> names;
  for (const model::Member& member : segment.members) {
    const model::System& system = model.SystemOf(model.at(member.placement));
    if (system.is_zos() && (names.empty() || names.back() != system.name)) names.push_back(system.name);
  }
  return names;
}

const model::Carrier* HiperSocketsOf(const Model& model, const model::PlacedLan& placed) {
  for (const model::Attachment& uplink : placed.uplinks) {
    if (uplink.kind != model::Attachment::Kind::kDevices) continue;
    if (!model.at(uplink.carrier).is_osa()) return &model.at(uplink.carrier);
  }
  return nullptr;
}

void LookAt(const Model& model, const model::Site& site, const model::Network& network, const Segment& segment,
            model::RuleReporter& report) {
  for (const auto& [host, index] : segment.lans) {
    const model::PlacedLan& placed = model.at(host).lans[index];
    const model::Carrier* carrier = placed.lan.is_bridge() ? HiperSocketsOf(model, placed) : nullptr;
    const std::vector<std::string> others =
        carrier == nullptr ? std::vector<std::string>() : LayerThreeMembers(model, segment);
    if (others.empty()) continue;
    auto& finding = report.Error(placed.lan.written.name,
                                 "bridge `{}` of `{}` would join `{}` to z/OS {} over HiperSockets at `{}`",
                                 placed.lan.name, NameOf(model, host), network.name, FewNames(others), site.name);
    finding.Here("a bridge speaks layer 2")
        .Mark(carrier->written.name, "HiperSockets, on which z/OS speaks layer 3")
        .Note("HiperSockets don't convert between the layers: both sides are up, and no packet arrives")
        .Advise(
            "carry the network by an OSA, which converts, or give the KVM's guests a router: the host itself, with "
            "a `nic` on the network");
    finding.About(NameOf(model, host));
    AboutAll(finding, others);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    const auto all = model::SegmentsAt(model, model.IdOf(site));
    for (const model::Network& network : model.networks) {
      for (const Segment& segment : all[model.IdOf(network).index]) LookAt(model, site, network, segment, report);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A bridge of a KVM host has HiperSockets as its uplink, and z/OS is on the same
network. A Linux bridge, Open vSwitch or macvtap forwards Ethernet frames, so
the host drives the HiperSockets device in layer 2. z/OS drives its own in
layer 3. An OSA converts between the two; HiperSockets don't. Both sides come
up, both say that the device is online, and not one packet passes between
them.

To repair it, carry the network by an OSA, or let the KVM host route: give it a
`nic` on the HiperSockets network and its guests a network of their own.

HiperSockets between KVM hosts alone work. The host's devices must then take
packets for foreign MAC addresses (bridge port, or VNIC characteristics).

Source: IBM Docs, Device Drivers, "Setting the layer2 attribute": "There is no
support for layer 2 to layer 3 conversion"; "Working with qeth devices in layer
2 mode". That z/OS speaks layer 3 on HiperSockets is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
kvm KVMPROD {
  bridge br0 carries DATABASE
  linux APP1 { nic 0600 on DATABASE address DATABASE[21] }
}

site home {
  machine CEC {
    lpar PRODA
    lpar KVMPROD
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
kvm KVMPROD {
  bridge br0 carries DATABASE
  linux APP1 { nic 0600 on DATABASE address DATABASE[21] }
}

site home {
  machine CEC {
    lpar PRODA
    lpar KVMPROD
    osa OSA0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kBridgeOnHipersockets = {
    .title = "A bridge of a KVM host would reach z/OS over HiperSockets.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
