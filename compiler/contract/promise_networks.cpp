// Networks as the vendor has them: addresses, VLANs, what carries them outside, and the LANs of its own z/VM.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "compiler/contract/putter.h"

namespace hotsite::contract {
namespace {

using check::Entry;

bool SetNetwork(Putter& put, const std::string& statement) {
  if (put.site() == nullptr) return false;
  return put.Set(put.At(*put.site()), "site", fmt::format("network \"{}\" {{ {} }}", put.part(1), statement));
}

/// Takes a network off a carrier; one that carries nothing is none.
void TakeOff(Entry& machine, const std::string& carrier, const std::string& network) {
  std::erase_if(machine.children, [&](Entry& child) {
    if (child.keyword() != "osa" || child.Text("name") != carrier) return false;
    std::erase_if(child.arguments, [&](const check::Argument& argument) {
      return argument.role == "networks" && argument.value.As<std::string>() == network;
    });
    return !child.Has("networks");
  });
}

/// The vendor's z/VM or KVM that a row about its LANs names, and the statement that declares it.
Edit* HypervisorAt(Putter& put) {
  const model::Placement* host = put.runner();
  if (host == nullptr) return nullptr;
  const model::System& system = put.model().SystemOf(*host);
  return &put.At(*host).inside[std::string(system.is_kvm() ? "kvm " : "zvm ") + system.name];
}

const model::Lan* LanAt(const Putter& put) {
  const model::Placement* host = put.runner();
  if (host == nullptr) return nullptr;
  for (const model::PlacedLan& placed : host->lans) {
    if (placed.lan.name == put.part(2)) return &placed.lan;
  }
  return nullptr;
}

std::string WordOf(const model::Lan& lan) {
  if (lan.is_bridge()) return "bridge";
  return lan.is_vswitch() ? "vswitch" : "guestlan";
}

bool PutDefinition(Putter& put, const model::Lan& lan, Edit& edit) {
  if (put.refused()) return edit.remove = true;
  return !lan.is_bridge() && put.Set(edit, WordOf(lan), fmt::format("transport {}", put.text()));
}

bool PutUplinks(Putter& put, const model::Lan& lan, Edit& edit) {
  constexpr std::uint64_t kMost = 3;  // DEFINE VSWITCH takes up to three real devices
  const bool none = put.refused() || put.answer().value->amount == 0;
  if (none) return put.Set(edit, WordOf(lan), "uplinks none");
  if (!lan.is_vswitch() || put.answer().value->amount > kMost) return false;
  return put.Set(edit, "vswitch", fmt::format("uplinks {}", put.text()));
}

}  // namespace

// `net/OFFICE/subnet`, also `net/OFFICE/UPLINK/vlan`.
bool PutNetwork(Putter& put) {
  const std::string& what = put.parts().back();
  if (put.refused()) return false;
  return SetNetwork(put, fmt::format("{} {}", what, put.text()));
}

bool PutIsolation(Putter& put) {
  const bool asked = put.answer().row->value == "connected";
  const bool connected = put.refused() ? !asked : put.text() == "connected";
  return SetNetwork(put, connected ? "connected to home" : "connected to nothing");
}

// `net/OFFICE/UPLINK`: the network isn't behind that OSA.
bool PutConnection(Putter& put) {
  if (!put.refused() || put.site() == nullptr || put.parts().size() != 3) return false;
  const model::Carrier* carrier = put.making().places.Carrier(*put.site(), put.part(2));
  if (carrier == nullptr) return false;
  put.At(put.model().at(carrier->machine))
      .change.emplace_back(
          [name = carrier->name, network = put.part(1)](Entry& entry) { TakeOff(entry, name, network); });
  return true;
}

// `vsw/VENDORVM/VSW1/definition`.
bool PutLan(Putter& put) {
  const model::Lan* lan = LanAt(put);
  Edit* hypervisor = HypervisorAt(put);
  if (lan == nullptr || hypervisor == nullptr) return false;
  Edit& edit = hypervisor->inside[WordOf(*lan) + " " + lan->name];
  if (put.part(3) == "definition") return PutDefinition(put, *lan, edit);
  if (put.part(3) == "uplink") return PutUplinks(put, *lan, edit);
  if (put.part(3) == "frame" && !put.refused()) return put.Set(edit, WordOf(*lan), "frame exactly " + put.text());
  return false;
}

// `vsw/VENDORVM/controllers`: of all its switches.
bool PutControllers(Putter& put) {
  Edit* hypervisor = HypervisorAt(put);
  if (hypervisor == nullptr || (!put.refused() && put.answer().value->amount > 0)) return false;
  auto none = check::ReadSnippet("controllers none", "vswitch", put.place());
  if (!none) return false;
  hypervisor->change.emplace_back([none = *none](Entry& entry) {
    for (Entry& child : entry.children) {
      if (child.keyword() != "vswitch") continue;
      std::erase_if(child.children, [](const Entry& one) { return one.keyword() == "controllers"; });
      child.children.push_back(none.front());
    }
  });
  return true;
}

}  // namespace hotsite::contract
