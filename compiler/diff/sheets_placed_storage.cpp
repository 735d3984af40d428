// Where the volumes and SCSI disks of a placed system are.
#include <fmt/format.h>

#include <array>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/in_force.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

Sheet PartOf(const Sheet& place, std::string_view key, std::string part, Span span) {
  Sheet sheet;
  sheet.key = fmt::format("{}/{}", place.key, key);
  sheet.owner = place.key;
  sheet.subject = place.subject;
  sheet.part = std::move(part);
  sheet.site = place.site;
  sheet.recovery = place.recovery;
  sheet.span = span;
  return sheet;
}

/// What a site says of all volumes of one use.
struct Together {
  std::string text;  // 0D00-0D01; LX0100, LX0101 at ?
  bool all_open = true;
  bool labelled = false;
  Span span;
  std::string reason;
};

void Add(const model::Model& model, const model::PlacedVolumes& volumes, Together& all) {
  const model::Stated<std::vector<DeviceRange>>& devices = volumes.devices;
  if (all.text.empty()) all.span = devices.span();
  all.text += fmt::format("{}{}{}{}", all.text.empty() ? "" : "; ", fmt::join(volumes.labels, ", "),
                          volumes.labels.empty() ? "" : " at ", devices.open() ? "?" : RangesText(*devices));
  all.all_open = all.all_open && devices.open();
  all.labelled = all.labelled || !volumes.labels.empty();
  const std::string& reason = devices.open() ? model.at(devices.hole()).reason : devices.reason();
  if (!reason.empty()) all.reason += (all.reason.empty() ? "" : "; ") + reason;
}

constexpr std::size_t kUses = static_cast<std::size_t>(model::VolumeUse::kCouple) + 1;

Sheet SheetOfUse(std::size_t use, const Together& all, const Sheet& place) {
  const std::string part =
      use == kUses ? "volumes" : fmt::format("volumes {}", ToString(static_cast<model::VolumeUse>(use)));
  Sheet sheet = PartOf(place, part, part, all.span);
  sheet.is_new = sheet.is_gone = codes::kVolumeDevices;
  sheet.description = "at " + all.text;
  if (all.all_open && !all.labelled)
    AddOpen(sheet, codes::kVolumeDevices, "device numbers", all.span);
  else
    AddWord(sheet, codes::kVolumeDevices, "device numbers", all.text, all.span);
  AddEditorial(sheet, codes::kWords, "reason for the device numbers", all.reason, all.span);
  return sheet;
}

void AddVolumesAt(const model::Model& model, const model::Placement& placement, const Sheet& place,
                  std::vector<Sheet>& sheets) {
  std::array<Together, kUses + 1> uses;  // the last: of every use
  for (const model::PlacedVolumes& one : placement.volumes)
    Add(model, one, uses[one.use ? static_cast<std::size_t>(*one.use) : kUses]);
  for (std::size_t use = 0; use < uses.size(); ++use) {
    if (!uses[use].text.empty()) sheets.push_back(SheetOfUse(use, uses[use], place));
  }
}

/// What the vendor gives for several paths is one answer, of which they get the devices in turn.
void AddRealDevice(const model::PlacedFcp& path, Sheet& sheet) {
  AddStated(sheet, codes::kScsiPath, "real device", path.real, [](DeviceNumber device) { return device.ToString(); });
  if (path.real.open())
    AddWord(sheet, codes::kScsiPath, "place among the vendor's devices", std::to_string(path.behind + 1),
            path.real.span());
}

/// With the path, which the system declares, it is new or gone.
void AddPathAt(const View& view, const model::Placement& placement, const model::PlacedFcp& path, const Sheet& place,
               std::vector<Sheet>& sheets) {
  const model::Model& model = view.model();
  const model::FcpPath& declared = model.SystemOf(placement).fcp[path.index];
  const std::string part = "fcp " + declared.device.ToString();
  Sheet sheet = PartOf(place, part, part, declared.written.name);
  AddStated(sheet, codes::kScsiPath, "wwpn", path.wwpn, [](Wwpn wwpn) { return wwpn.ToString(); });
  AddReason(sheet, model, "reason for the wwpn", path.wwpn);
  AddStated(sheet, codes::kScsiPath, "lun", path.lun, [](FcpLun lun) { return lun.ToString(); });
  AddReason(sheet, model, "reason for the lun", path.lun);
  if (path.channel.valid())
    AddWord(sheet, codes::kScsiPath, "channel", model.at(path.channel).name, model.at(path.channel).written.name);
  AddRealDevice(path, sheet);
  sheets.push_back(std::move(sheet));
}

}  // namespace

void AddPlacedStorage(const View& view, const model::Placement& placement, const Sheet& place,
                      std::vector<Sheet>& sheets) {
  if (!placement.volumes.empty()) AddVolumesAt(view.model(), placement, place, sheets);
  for (const model::PlacedFcp& path : placement.fcp) AddPathAt(view, placement, path, place, sheets);
}

}  // namespace hotsite::diff
