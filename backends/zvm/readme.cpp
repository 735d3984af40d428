#include "backends/zvm/readme.h"

#include <algorithm>

#include "backends/naming.h"
#include "backends/zvm_text/changes.h"
#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/readme_parts.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::Host;
using zvm_text::HostFile;
using zvm_text::kTextWidth;
using zvm_text::StepWriter;

void WriteHead(TextWriter& out, const BuildInput& input, const Host& host, const zvm_text::Changes& changes) {
  const std::size_t count = changes.all.size();
  out.Line(host.Title());
  out.Line("From {}, {}", backends::PlainText(input.spec_name),
           input.revision == 0 ? std::string("DRAFT: never issued") : fmt::format("revision {}", input.revision));
  out.Line();
  if (!changes.at_home) {
    out.Wrapped("The spec does not say where it runs at home: every value is listed in CHANGES.txt, to tick.",
                kTextWidth);
  } else if (count == 0) {
    out.Wrapped("Nothing differs from home: the restored system needs no change. The files are here to check against.",
                kTextWidth);
  } else {
    out.Wrapped(CountOf(count, "value") + (count == 1 ? " differs" : " differ") + " from home: CHANGES.txt lists " +
                    (count == 1 ? "it" : "them") + ", with boxes to tick.",
                kTextWidth);
  }
  out.Line();
}

std::string PartitionOf(const Host& host) {
  if (host.placement.host.valid()) return "the virtual machine " + host.name;
  return "partition " + zvm_text::StatementName(host.model.at(host.placement.partition).name);
}

/// Before IPL 1 nothing of ours can be on the restored disks, so what keeps the guests down must be said at the prompt.
void WriteFirstIpl(StepWriter& steps, const Host& host) {
  steps.Step(
      "Restore the volumes. Keep a copy of SYSTEM CONFIG, USER DIRECT, PROFILE TCPIP and SYSTEM DTCPARMS as they "
      "come from home: UNDO below needs them.");
  steps.Step("IPL 1, in " + PartitionOf(host) +
             ", with the IPL parameter PROMPT in the stand-alone loader, so that an automatic warm start does not "
             "start everything. Answer  WARM NOAUTOLOG  (FORCE NOAUTOLOG where the warm start data can't be "
             "used): no guest comes up. CP needs a console that exists here: if none in OPERATOR_CONSOLES of SYSTEM "
             "CONFIG does, it loads a disabled wait. SYSTEM_3270 and SYSTEM_CONSOLE at the end of that list are the "
             "hardware console; have them there before the backup is taken.");
  steps.Step("QUERY USERID must show  AT " + host.node +
             ".  If it shows another node, add the SYSTEM_IDENTIFIER statement that SYSTEM.CONFIG names: every "
             "statement there is qualified with this node.");
}

void WriteDirectorySteps(StepWriter& steps) {
  steps.Step(
      "USER.DIRECT: in the directory source, PROFILE entries go before the first USER entry; each USER entry "
      "replaces the one of that name. Carry over what the spec does not know (OPTION, SHARE, ACCOUNT, LOGONBY). "
      "With DirMaint:  DIRM FOR userid REPLACE.");
  steps.Step(
      "Check:  DIRECTXA USER DIRECT fm (EDIT.  Then  DIRECTXA USER DIRECT fm:  it must end with EOJ DIRECTORY "
      "UPDATED AND ON LINE.");
}

/// Members share one directory source; what each one's folder holds goes into it (CP Planning and Administration,
/// single system image).
void WriteClusterStep(StepWriter& steps, const Host& host) {
  for (const model::Cluster& cluster : host.model.clusters) {
    const bool member = std::any_of(cluster.members.begin(), cluster.members.end(),
                                    [&](const model::Reference& one) { return one.system == host.placement.system; });
    if (!member) continue;
    steps.Step(zvm_text::PlainText(cluster.name) +
               " is a single system image: the directory source is one for all members. Put every member's entries "
               "into it before DIRECTXA, and look at QUERY SSI before guests start.");
  }
}

void WriteChangeSteps(StepWriter& steps, const Host& host, const std::vector<HostFile>& files) {
  steps.Step("SYSTEM.CONFIG: put it on the parm disk (MAINT CF1; PMAINT CF0 from z/VM 6.2) as " + host.node +
             " DRCONFIG. In SYSTEM CONFIG add the line  IMBED " + host.node +
             " DRCONFIG  behind the SYSTEM_IDENTIFIER statements, before every DEFINE VSWITCH and DEFINE LAN: CP "
             "takes the first definition and reports home's as a duplicate.");
  steps.Step("SYSTEM.DRLAST: put it on the parm disk as " + host.node + " DRLAST, and add the line  IMBED " +
             host.node +
             " DRLAST  as the last line of SYSTEM CONFIG: of its statements CP takes the last. From then on every IPL "
             "asks for the start options.");
  steps.Step("Check:  CPSYNTAX SYSTEM CONFIG fm  must end with return code 0.");
  if (HasFile(files, "USER.DIRECT")) WriteDirectorySteps(steps);
  if (HasFile(files, "USER.DIRECT")) WriteClusterStep(steps, host);
  if (HasFile(files, host.node + ".TCPIP")) {
    steps.Step(host.node + ".TCPIP: to TCPMAINT 198, as " + host.node +
               " TCPIP; what to copy from PROFILE TCPIP is said in it. PROFILE TCPIP itself stays as it is.");
  }
  if (HasFile(files, "SYSTEM.DTCPARMS"))
    steps.Step("SYSTEM.DTCPARMS: to TCPMAINT 198; its entry replaces the one of that name.");
  if (HasFile(files, "DRSTART.EXEC")) {
    steps.Step(
        "DRSTART.EXEC: to a disk that OPERATOR or MAINT links, as DRSTART EXEC. Take the guests out of AUTOLOG1's "
        "PROFILE EXEC for the test: an IPL must start nothing by itself.");
  }
}

void WriteSecondIpl(StepWriter& steps, const Host& host, const std::vector<HostFile>& files) {
  steps.Step(
      "IPL 2:  SHUTDOWN REIPL.  Look for messages about SYSTEM CONFIG records: the only ones expected are those "
      "for home's second definitions.");
  if (HasFile(files, host.node + ".TCPIP")) {
    const std::string stack = zvm_text::StatementName(host.system().tcpip->userid);
    steps.Step(stack + ": started by AUTOLOG1, else  XAUTOLOG " + stack +
               ".  NETSTAT DEV  shows its devices as ready,  NETSTAT GATE  the default route.");
  }
  if (HasFile(files, "CONTROLLERS.txt")) steps.Step("CONTROLLERS.txt: tick its lines.");
  if (HasFile(files, "DRSTART.EXEC")) {
    steps.Step(
        "DRSTART GO.  It starts controllers and guests in order, asks about what runs elsewhere, and sums up. It "
        "can be run again after a repair.");
  }
  if (!host.placement.lans.empty()) {
    steps.Step("QUERY VSWITCH DETAILS and QUERY LAN DETAILS: uplinks ready, every guest's NIC in the list.");
  }
}

void WriteUndo(TextWriter& out, const Host& host, const std::vector<HostFile>& files) {
  std::vector<std::string> ours = {"the IMBED lines", host.node + " DRCONFIG", host.node + " DRLAST"};
  if (HasFile(files, host.node + ".TCPIP")) ours.push_back(host.node + " TCPIP");
  if (HasFile(files, "DRSTART.EXEC")) ours.push_back("DRSTART EXEC");
  const std::string directory = HasFile(files, "USER.DIRECT") ? ", run DIRECTXA" : "";
  out.Line("UNDO, if the restored system goes home again:");
  out.Wrapped("put back the copies of step 1, delete " + JoinWords(ours) + directory + ", tick BACK in CHANGES.txt.",
              kTextWidth, "    ", "    ");
}

void WriteNeededBy(TextWriter& out, const Host& host) {
  for (const model::System& system : host.model.systems) {
    for (const model::Reference& reference : system.needed_by) {
      if (reference.system != host.placement.system) continue;
      out.Wrapped(zvm_text::PlainText(system.name) +
                      " is needed and is not part of this system: see to it before the guests start.",
                  kTextWidth);
      out.Line();
    }
  }
}

}  // namespace

HostFile WriteReadme(const BuildInput& input, const Host& host, const zvm_text::Changes& changes,
                     const std::vector<HostFile>& files) {
  TextWriter out;
  WriteHead(out, input, host, changes);
  WriteFileList(out, files);
  WriteWaiting(out, files);
  WriteNeededBy(out, host);
  out.Line("STEPS");
  StepWriter steps(out);
  WriteFirstIpl(steps, host);
  WriteChangeSteps(steps, host, files);
  WriteSecondIpl(steps, host, files);
  out.Line();
  WriteUndo(out, host, files);
  out.Line();
  WriteUnsaid(out, files);
  return {"README.txt", out.Take(), zvm_text::OpenPlacesOf(files)};
}

}  // namespace hotsite::backends::zvm
