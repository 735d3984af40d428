#include "backends/zvm_text/vendor_annex.h"

#include "backends/zvm_text/added.h"
#include "backends/zvm_text/readme_parts.h"
#include "backends/zvm_text/text.h"
#include "backends/zvm_text/vendor_undo.h"

namespace hotsite::backends::zvm_text {
namespace {

void WriteSteps(TextWriter& out, const std::vector<HostFile>& files) {
  StepWriter steps(out);
  steps.Step(
      "Compare the names above with those of your z/VM: user IDs, profiles and subconfigurations with the directory, "
      "LANs with QUERY VSWITCH and QUERY LAN, volume labels with QUERY DASD. If one exists already, tell us before "
      "the test: we rename ours. Two volumes with one label: CP takes the first that it finds.");
  if (HasFile(files, "USER.DIRECT"))
    steps.Step(
        "USER.DIRECT: keep a copy of your directory. Put what stands between DR PROFILES BEGIN and END before your "
        "first USER or IDENTITY entry, what stands between DR ENTRIES BEGIN and END at the end, with these comments: "
        "UNDO.txt goes by them. Check with  DIRECTXA fn ft fm (EDIT  and load with  DIRECTXA fn ft fm.  It must end "
        "with EOJ DIRECTORY UPDATED AND ON LINE.");
  steps.Step(std::string("SYSTEM.CONFIG: put it on the parm disk as ") + kVendorConfig + ", add the line  IMBED " +
             kVendorConfig +
             "  at the end of your SYSTEM CONFIG and check with  CPSYNTAX SYSTEM CONFIG fm.  Without an IPL: give the "
             "same operands to the CP commands DEFINE VSWITCH, DEFINE LAN and SET VSWITCH.");
  if (HasFile(files, "CONTROLLERS.txt"))
    steps.Step(
        "CONTROLLERS.txt: tick every line. Without a controller a vswitch has no uplink, and nothing looks wrong.");
  if (HasFile(files, "DRSTART.EXEC")) {
    steps.Step(
        "DRSTART.EXEC: put it as DRSTART EXEC on a disk of the operator's. It is run by hand, with  DRSTART GO, "
        "when the volumes are restored and attached to SYSTEM. It asks before it starts anything.");
  }
  steps.Step("After the test: UNDO.txt takes everything out again.");
}

void WriteNameList(TextWriter& out, std::string_view what, const std::vector<std::string>& names) {
  if (names.empty()) return;
  out.Wrapped(JoinWords(names), kTextWidth, PadRight(what, 20), std::string(20, ' '));
}

/// What must not exist in the vendor's z/VM before.
void WriteNames(TextWriter& out, const Added& added) {
  std::vector<std::string> lans = added.vswitches;
  lans.insert(lans.end(), added.lans.begin(), added.lans.end());
  WriteNameList(out, "User IDs:", added.users);
  WriteNameList(out, "Profiles:", added.profiles);
  WriteNameList(out, "Subconfigurations:", added.subconfigs);
  WriteNameList(out, "Vswitches and LANs:", lans);
  WriteNameList(out, "Volume labels:", added.volumes);
}

HostFile WriteReadme(const Host& host, const std::vector<HostFile>& files) {
  TextWriter out;
  out.Line(host.Title());
  out.Line("WHAT THE VENDOR'S Z/VM NEEDS SO THAT OUR GUESTS RUN UNDER IT");
  out.Line();
  WriteNames(out, AddedBy(files));
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
  files.push_back(WriteVendorUndo(host, files));
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
