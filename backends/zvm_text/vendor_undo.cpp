#include "backends/zvm_text/vendor_undo.h"

#include "backends/zvm_text/added.h"
#include "backends/zvm_text/directory.h"
#include "backends/zvm_text/readme_parts.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

constexpr const char* kIndent = "        ";

void WriteNames(TextWriter& out, std::string_view what, const std::vector<std::string>& names) {
  if (names.empty()) return;
  const std::string first = kIndent + std::string(what) + ": ";
  out.Wrapped(Words(names), kTextWidth, first, kIndent + std::string("  "));
}

/// Everything that runs or is defined in the running system, before its definitions go. The form of DETACH LAN is
/// from knowledge.
void WriteRunning(TextWriter& out, StepWriter& steps, const Added& added) {
  steps.Step(
      "Shut the guests down, then  FORCE userid  for each that is still logged on.  QUERY userid  must answer for "
      "each that it is not logged on.");
  WriteNames(out, "user IDs", added.users);
  if (!added.vswitches.empty() || !added.lans.empty()) {
    steps.Step("Take out the networks.  QUERY VSWITCH name  and  QUERY LAN name  must find none of them:");
    for (const std::string& name : added.vswitches) out.Line("{}[ ] DETACH VSWITCH {}", kIndent, name);
    for (const std::string& name : added.lans) out.Line("{}[ ] DETACH LAN {} OWNERID SYSTEM", kIndent, name);
  }
  if (!added.volumes.empty()) {
    steps.Step(
        "DETACH rdev FROM SYSTEM  for the device of each volume that was restored for us (QUERY DASD SYSTEM shows "
        "them), and vary it off. Erase the volumes before anybody else gets them.");
    WriteNames(out, "volumes", added.volumes);
  }
}

void WriteDirectory(TextWriter& out, StepWriter& steps, const Host& host, const Added& added) {
  if (added.users.empty()) return;
  steps.Step("USER DIRECT: delete what stands between these comments, and the comments:");
  if (!added.profiles.empty()) {
    out.Wrapped(host.Title(), kTextWidth, fmt::format("{}* {}, ", kIndent, kBeginProfiles), kIndent);
    out.Wrapped(host.Title(), kTextWidth, fmt::format("{}* {}, ", kIndent, kEndProfiles), kIndent);
  }
  out.Wrapped(host.Title(), kTextWidth, fmt::format("{}* {}, ", kIndent, kBeginEntries), kIndent);
  out.Wrapped(host.Title(), kTextWidth, fmt::format("{}* {}, ", kIndent, kEndEntries), kIndent);
  steps.Step("With a directory manager instead (DirMaint:  DIRM FOR name PURGE), these, and no other, in this order:");
  WriteNames(out, "user IDs", added.users);
  WriteNames(out, "subconfigurations", added.subconfigs);
  WriteNames(out, "profiles", added.profiles);
  steps.Step(
      "DIRECTXA fn ft fm (EDIT,  then  DIRECTXA fn ft fm:  it must end with EOJ DIRECTORY UPDATED AND ON LINE. If you "
      "kept a copy of your directory, the source must now be equal to it (COMPARE).");
}

void WriteFiles(StepWriter& steps, const std::vector<HostFile>& files) {
  steps.Step(
      std::string("SYSTEM CONFIG: delete the line  IMBED ") + kVendorConfig + ",  erase " + kVendorConfig +
      " from the parm disk.  CPSYNTAX SYSTEM CONFIG fm  must end with return code 0. Your next IPL knows nothing "
      "of us.");
  if (HasFile(files, "DRSTART.EXEC")) steps.Step("Erase DRSTART EXEC from the operator's disk.");
  steps.Step("QUERY NAMES, QUERY VSWITCH, QUERY LAN and QUERY DASD once more: nothing that is named here is left.");
}

}  // namespace

HostFile WriteVendorUndo(const Host& host, const std::vector<HostFile>& files) {
  const Added added = AddedBy(files);
  TextWriter out;
  out.Line(host.Title());
  out.Line("HOW TO TAKE IT OUT AGAIN");
  out.Line();
  out.Wrapped("After the test, in this order. It takes out what these files put in, and nothing else.", kTextWidth);
  out.Line();
  StepWriter steps(out);
  WriteRunning(out, steps, added);
  WriteDirectory(out, steps, host, added);
  WriteFiles(steps, files);
  return {"UNDO.txt", out.Take(), {}};
}

}  // namespace hotsite::backends::zvm_text
