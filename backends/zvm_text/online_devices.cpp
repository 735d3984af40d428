#include "backends/zvm_text/online_devices.h"

#include <algorithm>

#include "backends/zvm_text/text.h"
#include "compiler/model/grants.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Attachment;
using model::Placement;
using Use = OnlineDevices::Use;

void AddRange(Use& use, DeviceNumber first, unsigned count) { use.ranges.emplace_back(first, first.Plus(count - 1)); }

std::string NameOf(const Host& host, const Placement& placement) {
  return StatementName(host.model.SystemOf(placement).name);
}

bool Covers(const model::PlacedVolumes& said, const model::Volumes& volumes) {
  if (!said.devices.known() || (said.use && *said.use != volumes.use)) return false;
  if (said.labels.empty()) return true;
  return !volumes.labels.empty() && std::all_of(volumes.labels.begin(), volumes.labels.end(), [&](const auto& label) {
    return std::find(said.labels.begin(), said.labels.end(), label) != said.labels.end();
  });
}

bool IsCovered(const Placement& placement, const model::Volumes& volumes) {
  return std::any_of(placement.volumes.begin(), placement.volumes.end(),
                     [&](const model::PlacedVolumes& said) { return Covers(said, volumes); });
}

/// Whether the z/VM's volumes whose numbers are known can hold minidisks on any label: all of them, or a counted lot.
bool CoversAnyLabel(const Host& host) {
  const auto all = [](const model::PlacedVolumes& said) {
    return said.devices.known() && !said.use && said.labels.empty();
  };
  const std::vector<model::PlacedVolumes>& said = host.placement.volumes;
  if (std::any_of(said.begin(), said.end(), all)) return true;
  const std::vector<model::Volumes>& volumes = host.system().volumes;
  return std::any_of(volumes.begin(), volumes.end(), [&](const model::Volumes& one) {
    const bool for_guests = one.use == model::VolumeUse::kUser || one.use == model::VolumeUse::kData;
    return for_guests && one.labels.empty() && IsCovered(host.placement, one);
  });
}

std::vector<std::string> CoveredLabels(const Host& host) {
  std::vector<std::string> labels;
  for (const model::Volumes& volumes : host.system().volumes) {
    if (IsCovered(host.placement, volumes)) labels.insert(labels.end(), volumes.labels.begin(), volumes.labels.end());
  }
  std::sort(labels.begin(), labels.end());
  return labels;
}

void AddVolumes(Use& use, const Host& host, const Placement& placement) {
  for (const model::PlacedVolumes& said : placement.volumes) {
    if (said.devices.open()) use.missing.insert(host.requirements.IdOf(said.devices.hole()));
    if (!said.devices.known()) continue;
    use.ranges.insert(use.ranges.end(), said.devices->begin(), said.devices->end());
  }
  for (const model::Volumes& volumes : host.model.SystemOf(placement).volumes) {
    if (!IsCovered(placement, volumes)) use.missing.insert("VOLUMES OF " + NameOf(host, placement));
  }
}

Use Disks(const Host& host) {
  Use use{"DASD", {}, {}};
  AddVolumes(use, host, host.placement);
  const std::vector<std::string> labels = CoveredLabels(host);
  const bool any_label = CoversAnyLabel(host);
  for (const model::PlacementId id : host.placement.guests) {
    const Placement& guest = host.model.at(id);
    AddVolumes(use, host, guest);
    for (const model::Disk& disk : host.model.SystemOf(guest).disks) {
      if (any_label || std::binary_search(labels.begin(), labels.end(), disk.volume)) continue;
      use.missing.insert("VOLUMES OF MINIDISKS");
    }
  }
  if (use.ranges.empty() && use.missing.empty()) use.missing.insert("VOLUMES OF " + host.name);
  return use;
}

void AddPaths(Use& use, const Host& host, const Placement& placement) {
  for (const model::PlacedFcp& path : placement.fcp) {
    if (path.real.known()) AddRange(use, *path.real, 1);
    if (path.real.open()) use.missing.insert(host.requirements.IdOf(path.real.hole()));
    if (path.real.absent()) use.missing.insert("FCP DEVICES OF " + NameOf(host, placement));
  }
}

Use Fcp(const Host& host) {
  Use use{"FCP", {}, {}};
  AddPaths(use, host, host.placement);
  for (const model::PlacementId id : host.placement.guests) AddPaths(use, host, host.model.at(id));
  return use;
}

void AddTriplet(Use& use, const Attachment& to) {
  if (to.kind != Attachment::Kind::kDevices || to.device.open()) return;
  if (to.device.known()) AddRange(use, *to.device, 3);
  if (to.device.absent()) use.missing.insert("DEVICES THAT THE RANGE GIVEN DOES NOT HAVE (HS2303)");
}

/// The groups in use and, of ranges given to this z/VM by name, the rest too: spares are of use only when online.
Use Networks(const Host& host) {
  Use use{"NETWORKS", {}, {}};
  for (const model::PlacedNic& nic : host.placement.nics) AddTriplet(use, nic.attachment);
  for (const model::PlacedLan& lan : host.placement.lans) {
    for (const Attachment& uplink : lan.uplinks) AddTriplet(use, uplink);
  }
  for (const model::PlacementId id : host.placement.guests) {
    for (const GuestNic& nic : NicsOf(host.model, host.model.at(id))) AddTriplet(use, *nic.attachment);
  }
  for (const model::CarrierId id : host.model.machines[host.placement.machine.index].carriers) {
    const model::Grant grant = model::GrantFor(host.model, host.model.at(id).grants, host.placement);
    if (grant.line != nullptr && grant.system.valid() && grant.line->range.known())
      use.ranges.push_back(*grant.line->range);
  }
  for (const model::HoleId hole : host.device_holes) use.missing.insert(host.requirements.IdOf(hole));
  return use;
}

Use Consoles(const Host& host) {
  Use use{"CONSOLES", {}, {}};
  const model::Stated<DeviceRange>& devices = host.model.at(host.placement.partition).settings.console_devices;
  if (devices.known()) use.ranges.push_back(*devices);
  if (devices.open()) use.missing.insert(host.requirements.IdOf(devices.hole()));
  return use;
}

void Join(std::vector<DeviceRange>& ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<DeviceRange> joined;
  for (const DeviceRange& range : ranges) {
    if (!joined.empty() && range.first().value() <= joined.back().last().value() + 1u) {
      joined.back() = DeviceRange(joined.back().first(), std::max(joined.back().last(), range.last()));
    } else {
      joined.push_back(range);
    }
  }
  ranges = std::move(joined);
}

}  // namespace

bool OnlineDevices::complete() const {
  return std::all_of(uses.begin(), uses.end(), [](const Use& use) { return use.missing.empty(); });
}

OnlineDevices OnlineDevicesOf(const Host& host) {
  OnlineDevices online{{Disks(host), Fcp(host), Networks(host), Consoles(host)}};
  for (Use& use : online.uses) Join(use.ranges);
  return online;
}

}  // namespace hotsite::backends::zvm_text
