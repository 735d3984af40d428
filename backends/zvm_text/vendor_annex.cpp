#include "backends/zvm_text/vendor_annex.h"

#include "backends/zvm_text/readme_parts.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

void WriteSteps(TextWriter& out, const std::vector<HostFile>& files) {
  StepWriter steps(out);
  steps.Step(
      "Compare the user IDs and LAN names above, and the profile names and volume labels in the files, with those "
      "of your z/VM. If one exists already, tell us before the test: we rename ours.");
  if (HasFile(files, "USER.DIRECT"))
    steps.Step(
        "USER.DIRECT: keep a copy of your directory. Put the PROFILE entries before your first USER or IDENTITY "
        "entry, the USER entries at the end. Check with  DIRECTXA fn ft fm (EDIT  and load with  DIRECTXA fn ft fm. "
        " It must end with EOJ DIRECTORY UPDATED AND ON LINE.");
  steps.Step(
      "SYSTEM.CONFIG: add the statements to your SYSTEM CONFIG (or give the same operands to the CP commands "
      "DEFINE VSWITCH, DEFINE LAN and SET VSWITCH, which need no IPL) and check with  CPSYNTAX SYSTEM CONFIG fm.");
  if (HasFile(files, "CONTROLLERS.txt"))
    steps.Step(
        "CONTROLLERS.txt: tick every line. Without a controller a vswitch has no uplink, and nothing looks wrong.");
  if (HasFile(files, "DRSTART.EXEC")) {
    steps.Step(
        "DRSTART.EXEC: put it as DRSTART EXEC on a disk of the operator's. It is run by hand, with  DRSTART GO, "
        "when the volumes are restored and attached to SYSTEM. It asks before it starts anything.");
  }
  steps.Step(
      "After the test: LOGOFF or FORCE the user IDs, take the entries and the PROFILE entries out of the "
      "directory, run DIRECTXA again, detach the LANs and vswitches, put the copies back.");
}

void WriteNames(TextWriter& out, const Host& host) {
  std::vector<std::string> users;
  std::vector<std::string> lans;
  for (const model::PlacementId id : host.placement.guests)
    users.push_back(StatementName(host.model.SystemOf(host.model.at(id)).name));
  for (const model::PlacedLan& placed : host.placement.lans) lans.push_back(StatementName(placed.lan.name));
  out.Wrapped(users.empty() ? "none" : JoinWords(users), kTextWidth, "User IDs:      ", "               ");
  out.Wrapped(lans.empty() ? "none" : JoinWords(lans), kTextWidth, "LANs:          ", "               ");
}

HostFile WriteReadme(const Host& host, const std::vector<HostFile>& files) {
  TextWriter out;
  out.Line(host.Title());
  out.Line("WHAT THE VENDOR'S Z/VM NEEDS SO THAT OUR GUESTS RUN UNDER IT");
  out.Line();
  WriteNames(out, host);
  out.Line();
  WriteFileList(out, files);
  WriteWaiting(out, files);
  out.Line("STEPS");
  WriteSteps(out, files);
  out.Line();
  WriteUnsaid(out, files);
  return {"README.txt", out.Take(), OpenPlacesOf(files)};
}

}  // namespace

std::vector<HostFile> VendorFiles(const Host& host) {
  std::vector<HostFile> files = SharedFiles(host);
  files.insert(files.begin(), WriteReadme(host, files));
  return files;
}

std::vector<VendorAnnex> VendorAnnexes(const model::Model& model, const requirements::Requirements& requirements) {
  std::vector<VendorAnnex> annexes;
  for (const model::Placement* placement : HostsOf(model, true)) {
    const Host host = MakeHost(model, requirements, *placement);
    VendorAnnex annex{host.name, "Statements for " + host.name, {}};
    for (HostFile& file : VendorFiles(host)) annex.files.emplace_back(std::move(file.name), std::move(file.text));
    annexes.push_back(std::move(annex));
  }
  return annexes;
}

}  // namespace hotsite::backends::zvm_text
