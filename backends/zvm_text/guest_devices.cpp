#include "backends/zvm_text/guest_devices.h"

#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Attachment;

/// The low half of a MAC address; the high half is VMLAN's prefix (DirMaint Commands Reference, NICDEF).
std::string MacId(const MacAddress& mac) {
  const auto& b = mac.bytes();
  return fmt::format("{:02X}{:02X}{:02X}", b[3], b[4], b[5]);
}

std::string VlanValue(const model::Stated<std::int64_t>& vlan, const GuestNic& nic, OpenPlaces& open) {
  return vlan.open() ? open.Token(vlan.hole(), "VLAN of " + nic.what) : std::to_string(*vlan);
}

/// CP puts the prefix of VMLAN before MACID, so an address can be given only where its high half is that prefix. Where
/// the spec doesn't say the prefix it is as at home, which SYSTEM CONFIG reminds of.
void AddMac(std::vector<std::string>& lines, const Host& host, const GuestNic& nic) {
  if (!nic.mac) return;
  const model::Stated<std::string>& prefix = host.placement.settings.mac_prefix;
  if (!prefix.known() || ToUpper(*prefix) == MacPrefix(*nic.mac)) {
    lines.push_back("NICDEF " + nic.device.ToString() + " MACID " + MacId(*nic.mac));
    return;
  }
  lines.push_back(
      fmt::format("* {}: MAC ADDRESS {} HAS ANOTHER PREFIX THAN THIS Z/VM ({}): THE SYSTEM MUST SET IT ITSELF",
                  nic.what, ToUpper(nic.mac->ToString()), PlainText(*prefix)));
}

/// The port on the vswitch. A guest that tags frames itself needs a trunk that lets through each VLAN by name: without
/// a number all its untagged frames are discarded (CP Commands and Utilities Reference, DEFINE VSWITCH). Before
/// z/VM 6.4 SYSTEM CONFIG says the same with the grant.
void AddPort(std::vector<std::string>& lines, const Host& host, const GuestNic& nic, OpenPlaces& open) {
  const std::string start = "NICDEF " + nic.device.ToString();
  const std::vector<model::NetworkId> tagged = TaggedBy(host, nic);
  if (!tagged.empty()) lines.push_back(start + " PORTTYPE TRUNK");
  const model::Stated<std::int64_t>& own = VlanOf(host, nic.network);
  std::string vlans;
  if (!own.absent()) vlans = " " + VlanValue(own, nic, open);
  for (const model::NetworkId network : tagged) vlans += " " + VlanValue(VlanOf(host, network), nic, open);
  if (!vlans.empty()) lines.push_back(start + " VLAN" + vlans);
}

void AddLanNic(std::vector<std::string>& lines, const Host& host, const GuestNic& nic, OpenPlaces& open) {
  // A NIC of a guest hangs on its host's LANs; `host` of the attachment is always the z/VM whose directory this is.
  const model::Lan& lan = host.model.at(nic.attachment->host).lans[nic.attachment->lan].lan;
  const char* type = lan.type == model::LanType::kHipers ? "HIPERS" : "QDIO";
  lines.push_back(fmt::format("NICDEF {} TYPE {} LAN SYSTEM {}", nic.device.ToString(), type, StatementName(lan.name)));
  AddMac(lines, host, nic);
  if (lan.is_vswitch() && host.nicdef_grants()) AddPort(lines, host, nic, open);
}

void AddRealNic(std::vector<std::string>& lines, const Host& host, const GuestNic& nic, const std::string& guest,
                OpenPlaces& open) {
  const Attachment& to = *nic.attachment;
  lines.push_back(fmt::format("* {}: {} DEVICES, READ, WRITE, DATA", nic.what,
                              to.carrier.valid() ? ToUpper(host.model.at(to.carrier).KindName()) : "REAL"));
  if (to.device.absent()) lines.push_back("* THE RANGE GIVEN HAS NO THREE DEVICES LEFT (HS2303): REPLACE EACH ??.");
  for (unsigned i = 0; i < 3; ++i) {
    lines.push_back(fmt::format("DEDICATE {} {}", nic.device.Plus(i).ToString(),
                                open.Device(host.TripletOf(to), i, "real devices of " + guest + " " + nic.what)));
  }
}

template <class T>
std::string EndOf(const model::Stated<T>& end, const std::string& what, OpenPlaces& open) {
  if (end.open()) return open.Token(end.hole(), what);
  return end.known() ? end->ToString() : kUnsaid;
}

std::string DiskType(const model::Model& model, const model::Disk& disk) {
  if (!disk.model.valid()) return "3390";
  return StatementName(model.at(disk.model).type.value.value_or("3390"));
}

/// Without an extent the whole volume but cylinder 0, which holds the label (CP Planning and Administration, MDISK).
std::string Extent(const model::Disk& disk) {
  if (!disk.extent) return "0001 END";
  return fmt::format("{:04} {}", disk.extent->first, disk.extent->size());
}

}  // namespace

void AddNic(std::vector<std::string>& lines, const Host& host, const model::Placement& guest, const GuestNic& nic,
            OpenPlaces& open) {
  const std::string name = StatementName(host.model.SystemOf(guest).name);
  const std::string network = PlainText(host.model.at(nic.network).name);
  switch (nic.attachment->kind) {
    case Attachment::Kind::kLan:
      AddLanNic(lines, host, nic, open);
      return;
    case Attachment::Kind::kDevices:
      AddRealNic(lines, host, nic, name, open);
      return;
    case Attachment::Kind::kNone:
      break;
  }
  lines.push_back("* " + nic.what + ": NOTHING CARRIES NETWORK " + network + " AT THIS SITE");
}

std::optional<DeviceNumber> IplDeviceOf(const model::System& system, const model::Placement& guest) {
  if (!system.is_linux()) return std::nullopt;
  if (guest.ipl.known()) return *guest.ipl;
  if (!system.disks.empty()) return system.disks.front().device;
  if (!system.fcp.empty()) return system.fcp.front().device;
  return std::nullopt;
}

void AddLoadDevice(std::vector<std::string>& lines, const model::System& system, const model::Placement& guest,
                   DeviceNumber ipl, OpenPlaces& open) {
  for (const model::PlacedFcp& path : guest.fcp) {
    if (system.fcp[path.index].device != ipl) continue;
    const std::string what = " of FCP device " + ipl.ToString() + " of " + StatementName(system.name);
    lines.push_back("LOADDEV PORTNAME " + EndOf(path.wwpn, "WWPN" + what, open));
    lines.push_back("LOADDEV LUN " + EndOf(path.lun, "LUN" + what, open));
    return;
  }
}

void AddFcp(std::vector<std::string>& lines, const Host& host, const model::Placement& guest, OpenPlaces& open) {
  const model::System& system = host.model.SystemOf(guest);
  for (const model::PlacedFcp& path : guest.fcp) {
    const DeviceNumber device = system.fcp[path.index].device;
    const std::string what = "real FCP device " + device.ToString() + " of " + StatementName(system.name);
    std::string real = kUnsaid;
    if (path.real.known()) real = path.real->ToString();
    if (path.real.open()) {
      real = open.Token(path.real.hole(), what);
      if (path.behind > 0) real += "+" + std::to_string(path.behind);
    }
    lines.push_back(fmt::format("* FCP {}{}", device.ToString(),
                                path.channel.valid() ? ": CHANNEL " + PlainText(host.model.at(path.channel).name)
                                                     : ": NO FCP CHANNEL OF THE MACHINE WAS GIVEN TO IT"));
    lines.push_back(fmt::format("DEDICATE {} {}", device.ToString(), real));
  }
}

void AddDisks(std::vector<std::string>& lines, const model::Model& model, const model::System& system) {
  for (const model::Disk& disk : system.disks) {
    if (disk.volume.empty()) lines.push_back("* THE SPEC DOES NOT SAY ON WHICH VOLUME: REPLACE THE ??.");
    const std::string volume = disk.volume.empty() ? kUnsaid : VolumeLabel(disk.volume);
    lines.push_back(
        fmt::format("MDISK {} {} {} {} MR", disk.device.ToString(), DiskType(model, disk), Extent(disk), volume));
  }
  for (const model::Volumes& volumes : system.volumes) {
    if (volumes.labels.empty()) {
      const std::string kind = volumes.model.valid() ? PlainText(model.at(volumes.model).name) : "DISK";
      lines.push_back(fmt::format("* {} VOLUMES {}: DEDICATE OR ATTACH THEM", volumes.count, kind));
      continue;
    }
    for (const std::string& label : volumes.labels) {
      lines.push_back(
          fmt::format("* VOLUME {} ({}): DEDICATE OR ATTACH IT", VolumeLabel(label), ToUpper(ToString(volumes.use))));
    }
  }
}

}  // namespace hotsite::backends::zvm_text
