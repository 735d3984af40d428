// A z/VM at one recovery site, with what all of its files need: its names, its guests' NICs, who is on which vswitch.
// Made per placement by the zvm backend and by the vendor's annex; refers to the model, which must outlive it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "backends/backend.h"

namespace hotsite::backends::zvm_text {

/// A NIC that the directory entry of a guest must define: its own, its TCP/IP stack's, or what stands behind a vswitch
/// of a z/VM that is a guest itself.
struct GuestNic {
  DeviceNumber device;  // virtual, the first of three
  model::NetworkId network;
  const model::Attachment* attachment = nullptr;
  std::optional<MacAddress> mac;
  std::string what;                           // "NIC 0700", "UPLINK OF VSW1", "TCP/IP STACK NIC 0900"
  std::vector<model::NetworkId> shared = {};  // further networks over the same device, each once
};

/// Three consecutive real devices. The groups of an answer are dealt out as a known range is, in the order of their
/// uses.
struct Triplet {
  model::Stated<DeviceNumber> first;
  unsigned group = 0;  // which group of the answer, from 0; only where `first` is open
};

struct LanMember {
  const model::Placement* guest = nullptr;
  GuestNic nic;
};

struct Host {
  const model::Model& model;
  const requirements::Requirements& requirements;
  const model::Placement& placement;
  std::string name;  // as in statements
  std::string node;  // what qualifies SYSTEM CONFIG records; empty: the vendor's, whose node name isn't ours to know
  std::vector<std::vector<LanMember>> members;         // by index of Placement::lans
  std::map<const model::Attachment*, unsigned> group;  // open triplets, see Triplet
  std::vector<model::HoleId> device_holes;             // the answers that name its real devices, in order of use

  const model::System& system() const { return model.SystemOf(placement); }
  const model::Site& site() const { return model.at(placement.site); }
  bool vendors() const { return system().vendors; }
  /// Whether its NICDEF statements authorise guests for vswitches. Unknown counts as no: a GRANT too many does no harm.
  bool nicdef_grants() const;
  Triplet TripletOf(const model::Attachment& attachment) const;
  /// `DR 2009, VMPROD AT HOTSITE`: the first line of its files.
  std::string Title() const;
};

Host MakeHost(const model::Model& model, const requirements::Requirements& requirements,
              const model::Placement& placement);

/// The z/VM systems placed at the recovery sites: ours or the vendor's, in text order.
std::vector<const model::Placement*> HostsOf(const model::Model& model, bool vendors);

/// The folder of its files within zvm/ or vendor-zvm/: its name, behind the site's where there is more than one.
std::string FolderOf(const model::Model& model, const model::Placement& placement);

/// The NICs that the directory entry of `guest` must define, in text order.
std::vector<GuestNic> NicsOf(const model::Model& model, const model::Placement& guest);

/// The devices by which the z/VM itself knows the uplink `index` of its vswitch `lan`: the real ones in a partition,
/// the virtual ones that the outer z/VM gives it otherwise.
Triplet UplinkDevices(const Host& host, std::size_t lan, std::size_t index);

/// The VLAN id of a network at a site; absent when it is untagged.
const model::Stated<std::int64_t>& VlanOf(const Host& host, model::NetworkId network);

/// The networks over the NIC's device that the guest tags by itself: those whose VLAN isn't that of its first network.
/// With any, its port on a vswitch must be a trunk, on which the guest tags its first network too: a NATIVE VLAN for
/// that would change how the frames of every guest leave the switch.
std::vector<model::NetworkId> TaggedBy(const Host& host, const GuestNic& nic);

/// The cluster that the z/VM is a member of, with its place among the members; null and 0 where it is in none.
struct Membership {
  const model::Cluster* cluster = nullptr;
  std::size_t place = 0;
};
Membership MembershipOf(const Host& host);

}  // namespace hotsite::backends::zvm_text
