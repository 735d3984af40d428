// The disks of a system: volumes, disks of a Linux, paths to SCSI disks, as it declares them.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// A sheet about a part of a system.
Sheet PartOf(std::string key, std::string part, const Sheet& system, Code code) {
  Sheet sheet;
  sheet.key = std::move(key);
  sheet.owner = system.key;
  sheet.subject = system.subject;
  sheet.part = std::move(part);
  sheet.is_new = sheet.is_gone = code;
  return sheet;
}

/// All that is said of it in one text: `3390_9 cylinders 1..10016 on LX0100`.
std::string DiskText(const model::Model& model, const model::Disk& disk) {
  std::string text;
  if (disk.model.valid()) text = model.at(disk.model).name;
  if (disk.extent) text += fmt::format("{}cylinders {}", text.empty() ? "" : " ", disk.extent->ToString());
  if (!disk.volume.empty()) text += fmt::format("{}on {}", text.empty() ? "" : " ", disk.volume);
  return text;
}

void AddDisk(const model::Model& model, const model::Disk& disk, const Sheet& system, std::vector<Sheet>& sheets) {
  const std::string device = disk.device.ToString();
  Sheet sheet = PartOf(fmt::format("disk/{}/{}", system.subject, device), "disk " + device, system, codes::kDisk);
  sheet.span = disk.written.name;
  sheet.description = DiskText(model, disk);
  if (disk.model.valid()) AddWord(sheet, codes::kDisk, "model", model.at(disk.model).name, sheet.span);
  if (disk.extent) AddWord(sheet, codes::kDisk, "cylinders", disk.extent->ToString(), sheet.span);
  AddWord(sheet, codes::kDisk, "volume", disk.volume, disk.volume_span);
  sheets.push_back(std::move(sheet));
}

/// Where it leads is told at the placements; at home it leads where it is declared to.
void AddPath(const View& view, const model::FcpPath& path, const Sheet& system, std::vector<Sheet>& sheets) {
  const std::string device = path.device.ToString();
  Sheet sheet = PartOf(fmt::format("fcp/{}/{}", system.subject, device), "fcp " + device, system, codes::kScsiPath);
  sheet.span = path.written.name;
  sheet.unless_told = true;
  AddStated(sheet, codes::kScsiPath, "wwpn", path.wwpn, [](Wwpn wwpn) { return wwpn.ToString(); });
  AddStated(sheet, codes::kScsiPath, "lun", path.lun, [](FcpLun lun) { return lun.ToString(); });
  for (const Fact& fact : sheet.facts)
    sheet.description += fmt::format("{}{} {}", sheet.description.empty() ? "" : " ", fact.attribute, fact.text);
  AddReason(sheet, view.model(), "reason for the wwpn", path.wwpn);
  AddReason(sheet, view.model(), "reason for the lun", path.lun);
  sheets.push_back(std::move(sheet));
}

/// Its volumes have to be there where it runs: a vendor provides them.
bool RunsAtRecovery(const model::Model& model, model::SystemId id) {
  return std::any_of(model.sites.begin(), model.sites.end(), [&](const model::Site& site) {
    return site.recovery && model.Find(model.IdOf(site), id) != nullptr;
  });
}

}  // namespace

void AddStorage(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  const model::System& system = view.model().at(id);
  if (system.volumes.empty() && system.disks.empty() && system.fcp.empty()) return;
  Sheet owner;
  owner.subject = view.KeyOf(id);
  owner.key = "system/" + owner.subject;
  owner.recovery = RunsAtRecovery(view.model(), id);
  AddVolumes(view, system.volumes, owner, sheets);
  for (const model::Disk& disk : system.disks) AddDisk(view.model(), disk, owner, sheets);
  for (const model::FcpPath& path : system.fcp) AddPath(view, path, owner, sheets);
}

}  // namespace hotsite::diff
