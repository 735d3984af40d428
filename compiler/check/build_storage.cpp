// Where volumes and SCSI disks are, and how they get their data.
#include <fmt/format.h>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

/// As System::volumes reads it.
std::optional<model::VolumeUse> UseOf(std::string_view word) {
  for (const model::VolumeUse use : {model::VolumeUse::kRes, model::VolumeUse::kPage, model::VolumeUse::kSpool,
                                     model::VolumeUse::kUser, model::VolumeUse::kData}) {
    if (word == model::ToString(use)) return use;
  }
  return std::nullopt;
}

void ReadVolumesAt(BuildContext& context, const Entry& entry, const std::string& name, model::Placement& placement) {
  model::PlacedVolumes volumes;
  volumes.use = UseOf(entry.Text("use"));
  for (const Value* label : entry.All("labels")) volumes.labels.push_back(label->As<std::string>());
  const std::string use(entry.Text("use"));
  const std::string subject = use.empty() ? name : name + "/" + use;
  const Ask ask{"volumes", subject, fmt::format("device numbers of the {}{}volumes", use, use.empty() ? "" : " "),
                name};
  std::vector<DeviceRange> ranges;
  Span span = entry.whole;
  for (const Value& value : ValuesOf(context, entry, "devices", ask)) {
    if (value.hole) {
      const model::HoleId hole = AddHole(context, entry, value, ask);
      volumes.devices = model::Stated<std::vector<DeviceRange>>::Open(hole, value.span);
    } else {
      ranges.push_back(value.As<DeviceRange>());
      if (value.span.file != span.file) span = value.span;  // answered
    }
  }
  if (!volumes.devices.open()) {
    volumes.devices = model::Stated(std::move(ranges), span);
    volumes.devices.Because(entry.why());
  }
  placement.volumes.push_back(std::move(volumes));
}

model::PlacedFcp* PathAt(BuildContext& context, model::Placement& placement, const Value& device) {
  const std::vector<model::FcpPath>& declared = context.model.at(placement.system).fcp;
  for (model::PlacedFcp& path : placement.fcp) {
    if (declared[path.index].device == device.As<DeviceNumber>()) return &path;
  }
  auto& found = context.reporter.Error(codes::kUnknownName, device.span, "`{}` has no FCP device `{}`",
                                       context.model.at(placement.system).name, device.As<DeviceNumber>().ToString());
  found.Here("a site says where a path leads that the system declares");
  if (!declared.empty()) found.Mark(declared.front().written.name, "it has this one");
  return nullptr;
}

void ReadFcpAt(BuildContext& context, const Entry& entry, const std::string& name, model::Placement& placement) {
  model::PlacedFcp* path = PathAt(context, placement, *entry.Get("device"));
  if (path == nullptr) return;
  const std::string device = entry.Get("device")->As<DeviceNumber>().ToString();
  const std::string subject = name + "/" + device;
  const std::string about = "FCP device " + device + " of " + name;
  path->wwpn = StatedOf<Wwpn>(context, entry, "wwpn", {"wwpn", subject, "WWPN of the storage port", about});
  path->lun = StatedOf<FcpLun>(context, entry, "lun", {"lun", subject, "LUN", about});
}

}  // namespace

std::vector<DeviceRange> RangesOf(const Entry& entry, std::string_view role) {
  std::vector<DeviceRange> ranges;
  for (const Value* range : entry.All(role)) {
    if (!range->hole) ranges.push_back(range->As<DeviceRange>());
  }
  return ranges;
}

std::optional<model::Restore> RestoreOf(BuildContext& context, const Entry& entry) {
  model::Restore restore;
  if (const Value* by = entry.Get("system")) {
    restore.kind = model::Restore::Kind::kBySystem;
    restore.by = FindSystem(context, *by);
    if (!restore.by.valid()) return {};
  } else if (entry.Text("kind") == "floor") {
    restore.kind = model::Restore::Kind::kFloor;
  }
  restore.tools = entry.Text("tools");
  restore.span = entry.whole;
  restore.reason = entry.why();
  return restore;
}

std::vector<model::FcpPath> FcpPathsOf(const Entry& entry) {
  std::vector<model::FcpPath> paths;
  ForEach(entry, "fcp", [&](const Entry& child) {
    model::FcpPath path;
    path.device = child.Get("device")->As<DeviceNumber>();
    path.wwpn = StatedOf<Wwpn>(child, "wwpn");
    path.lun = StatedOf<FcpLun>(child, "lun");
    path.written = WrittenOf(child, "device");
    paths.push_back(std::move(path));
  });
  return paths;
}

void ReadStorageAt(BuildContext& context, const Entry& entry, model::Placement& placement) {
  const std::string& name = context.model.at(placement.system).name;
  ForEach(entry, "volumes", [&](const Entry& child) { ReadVolumesAt(context, child, name, placement); });
  ForEach(entry, "fcp", [&](const Entry& child) { ReadFcpAt(context, child, name, placement); });
  if (const Entry* child = entry.Child("restore")) placement.restore = RestoreOf(context, *child);
  if (const Entry* child = entry.Child("ipl")) placement.ipl = StatedOf<DeviceNumber>(*child, "device");
}

}  // namespace hotsite::check
