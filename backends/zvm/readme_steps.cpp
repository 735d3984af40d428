#include "backends/zvm/readme_steps.h"

#include <algorithm>

#include "backends/zvm/autolog_exec.h"
#include "backends/zvm_text/machine_id.h"
#include "backends/zvm_text/readme_parts.h"
#include "backends/zvm_text/stack.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::HasFile;
using zvm_text::Host;
using zvm_text::HostFile;
using zvm_text::StepWriter;

std::string StackOf(const Host& host) { return zvm_text::StatementName(host.system().tcpip->userid); }

/// `in partition VMPROD, load address 0A10`.
std::string WhereToLoad(const Host& host, zvm_text::OpenPlaces& open) {
  if (host.placement.host.valid()) return "in the virtual machine " + host.name;
  const model::Partition& partition = host.model.at(host.placement.partition);
  const model::PartitionSettings& has = partition.settings;
  std::string where = "in partition " + zvm_text::StatementName(partition.name);
  if (has.load.known()) where += ", load address " + has.load->ToString();
  if (has.load.open()) where += ", load address " + open.Token(has.load.hole(), "load address");
  if (has.load_parameter.known()) where += ", load parameter " + zvm_text::PlainText(*has.load_parameter);
  if (has.load_parameter.open()) where += ", load parameter " + open.Token(has.load_parameter.hole(), "load parameter");
  return where;
}

/// NOAUTOLOG all the same: the guard may be missing on the disks that were restored.
void WriteFirstIpl(StepWriter& steps, const Host& host, bool changes, zvm_text::OpenPlaces& open) {
  steps.Step(std::string(changes ? "IPL 1, " : "IPL, ") + WhereToLoad(host, open) +
             ", with the IPL parameter PROMPT in the stand-alone loader, so that an automatic warm start does not "
             "start everything. Answer  WARM NOAUTOLOG  (FORCE NOAUTOLOG where the warm start data can't be "
             "used): no guest comes up.");
  steps.Step("QUERY USERID must show  AT " + host.node +
             ".  If it shows another node, add the SYSTEM_IDENTIFIER statement that SYSTEM.CONFIG names: every "
             "statement there is qualified with this node.");
}

void WriteGettingFiles(StepWriter& steps, const Host& host) {
  std::string text =
      "Get at these files:  LOGON MAINT,  LINK * 0DDD 0DDD RR,  ACCESS 0DDD Z.  Without that disk: from another "
      "system, by "
      "SENDFILE into the reader,";
  text += host.system().tcpip ? " or by FTP in text mode: XAUTOLOG " + StackOf(host) +
                                    ", ATTACH it the real devices that SYSTEM.DTCPARMS names, give it an address by "
                                    "IFCONFIG, and FORCE it afterwards."
                              : " or from tape.";
  steps.Step(text);
}

/// Empty where the z/VM is by itself.
std::string ClusterOf(const Host& host) {
  const model::Cluster* cluster = zvm_text::MembershipOf(host).cluster;
  return cluster == nullptr ? std::string() : zvm_text::PlainText(cluster->name);
}

bool HasNewControllers(const ReadmeSteps& readme) {
  return std::any_of(readme.files.begin(), readme.files.end(), [&](const HostFile& file) {
    return file.name.ends_with(".TCPIP") && file.name != readme.host.node + ".TCPIP";
  });
}

/// An entry of DTCPARMS for a controller counts too.
bool ChangesDtcparms(const ReadmeSteps& readme) {
  return HasNewControllers(readme) || readme.changes.In("SYSTEM DTCPARMS");
}

/// CP holds the parm disk read-only for itself until CPRELEASE; which owner and number it has goes by release, so CP is
/// asked (all from knowledge: CP Planning and Administration, CP Commands and Utilities Reference).
void WriteParmDiskStep(StepWriter& steps) {
  steps.Step(
      "As MAINT:  QUERY CPDISK  shows the parm disk: MAINT CF1, letter A, as a rule; PMAINT CF0 from z/VM 6.2. "
      "CPRELEASE A,  LINK * CF1 CF1 MR,  ACCESS CF1 W  (there  LINK PMAINT CF0 CF0 MR,  ACCESS CF0 W).  W is the parm "
      "disk in the steps below.");
}

void WriteParmDiskBack(StepWriter& steps) {
  steps.Step("RELEASE W,  then  CPACCESS MAINT CF1 A  (CPACCESS PMAINT CF0 A).  QUERY CPDISK as before.");
}

/// Before the first change, and under names of their own beside the originals: UNDO takes them by these names.
void WriteCopies(StepWriter& steps, const ReadmeSteps& readme) {
  std::string text =
      "Keep home's files, each on its own disk (COPYFILE fn ft fm fn newft fm): SYSTEM CONFIG as SYSTEM CONFHOME";
  if (HasFile(readme.files, "USER.DIRECT"))
    text += ", USER DIRECT as USER DIRHOME (with DirMaint its source by  DIRM USER WITHPASS)";
  if (readme.changes.In(readme.host.node + " TCPIP")) text += ", PROFILE TCPIP as PROFILE TCPHOME";
  if (ChangesDtcparms(readme)) text += ", SYSTEM DTCPARMS, if there is one, as SYSTEM DTCHOME";
  text += ". UNDO needs them.";
  const std::string cluster = ClusterOf(readme.host);
  if (!cluster.empty())
    text += " Of SYSTEM CONFIG and USER DIRECT there is one for all members of " + cluster +
            ": copy it once, before the first member changes anything, and not again.";
  steps.Step(text);
}

void WriteConfigSteps(StepWriter& steps, const Host& host, const zvm_text::Changes& changes) {
  const auto imbed = [&](const char* type) { return "  IMBED " + host.node + " " + type + "  "; };
  steps.Step("SYSTEM.CONFIG: put it on the parm disk as " + host.node + " DRCONFIG. In SYSTEM CONFIG add the line" +
             imbed("DRCONFIG") +
             "behind the SYSTEM_IDENTIFIER statements, before every DEFINE VSWITCH and DEFINE LAN: CP takes the first "
             "definition and reports home's as a duplicate.");
  steps.Step("SYSTEM.DRLAST: put it on the parm disk as " + host.node + " DRLAST, and add the line" + imbed("DRLAST") +
             "as the last line of SYSTEM CONFIG: of its statements CP takes the last. From then on every IPL asks for "
             "the start options.");
  // Which of two holds is from knowledge: CP's own answer after IPL 2 is looked at.
  if (!changes.NewMacPrefix().empty())
    steps.Step(
        "Take home's VMLAN MACPREFIX out of SYSTEM CONFIG, by /* and */: it stands behind ours, and of two CP takes "
        "the "
        "last.");
  steps.Step("Check:  CPSYNTAX SYSTEM CONFIG W  must end with return code 0.");
  WriteParmDiskBack(steps);
}

/// Members share one directory source; what each one's folder holds goes into it (CP Planning and Administration,
/// single system image).
void WriteClusterStep(StepWriter& steps, const Host& host) {
  const std::string cluster = ClusterOf(host);
  if (cluster.empty()) return;
  steps.Step(cluster +
             " is a single system image: the directory source is one for all members. Put every member's entries "
             "into it before DIRECTXA, and look at QUERY SSI before guests start.");
}

void WriteDirectorySteps(StepWriter& steps, const Host& host) {
  steps.Step(
      "USER.DIRECT: in the directory source, PROFILE entries go before the first USER entry; each USER entry "
      "replaces the one of that name. Carry over what the spec does not know (OPTION, ACCOUNT, LOGONBY).");
  WriteClusterStep(steps, host);
  steps.Step(
      "Check:  DIRECTXA USER DIRECT fm (EDIT.  Then  DIRECTXA USER DIRECT fm:  it must end with EOJ DIRECTORY "
      "UPDATED AND ON LINE.");
  // The commands are from knowledge: DirMaint Commands Reference.
  steps.Step(
      "Where DirMaint has the directory, instead of the steps with USER.DIRECT and DIRECTXA:  XAUTOLOG DIRMAINT,  "
      "DIRM ADD name  for a PROFILE or user that is not there yet,  DIRM FOR name REPLACE  for one that is. No "
      "DIRECTXA: it would put a source on line that DirMaint does not know.");
}

/// The line alone, as it is typed.
void WriteGuardLine(TextWriter& out) { out.Line("            {}", kGuardLine); }

void WriteGuardStep(TextWriter& out, StepWriter& steps) {
  steps.Step(
      "AUTOLOG1: IPL 2 must start nothing by itself. If its PROFILE EXEC has no such line yet, put AUTOLOG1.EXEC on "
      "its 191 and behind the first line of PROFILE EXEC:");
  WriteGuardLine(out);
}

void WriteTcpipSteps(StepWriter& steps, const ReadmeSteps& readme) {
  const std::string& node = readme.host.node;
  if (readme.changes.In(node + " TCPIP"))
    steps.Step(node + ".TCPIP: to TCPMAINT 198, as " + node +
               " TCPIP; what to copy from PROFILE TCPIP is said in it. PROFILE TCPIP itself stays as it is.");
  for (const HostFile& file : readme.files) {
    if (!file.name.ends_with(".TCPIP") || file.name == node + ".TCPIP") continue;
    steps.Step(file.name + ": the profile of a VSWITCH controller, to TCPMAINT 198 as " +
               file.name.substr(0, file.name.find('.')) + " TCPIP.");
  }
  if (ChangesDtcparms(readme)) steps.Step("SYSTEM.DTCPARMS: to TCPMAINT 198; its entries replace those of that name.");
}

void WriteSecondIpl(StepWriter& steps, const zvm_text::Changes& changes) {
  steps.Step(
      "IPL 2:  SHUTDOWN REIPL,  and answer  WARM.  Look for messages about SYSTEM CONFIG records: the only ones "
      "expected are those for home's second definitions. AUTOLOG1 tells the operator that nothing is started.");
  const std::string prefix = changes.NewMacPrefix();
  if (!prefix.empty())
    steps.Step("QUERY VMLAN must show the MAC prefix " + prefix +
               ". If not, a VMLAN MACPREFIX of home is still in SYSTEM CONFIG.");
}

void WriteStarting(StepWriter& steps, const ReadmeSteps& readme) {
  const Host& host = readme.host;
  if (HasFile(readme.files, "CONTROLLERS.txt")) steps.Step("CONTROLLERS.txt: tick its lines.");
  if (HasFile(readme.files, "DRSTART.EXEC")) {
    steps.Step(
        "DRSTART GO, from a user with class A or B that has the disk with DRSTART EXEC. It starts TCP/IP, controllers "
        "and guests in order, looks at uplinks, asks about what only a person can see, and sums up. It can be run "
        "again after a repair.");
  } else if (host.system().tcpip) {
    steps.Step("XAUTOLOG " + StackOf(host) + ".");
  }
  if (host.system().tcpip)
    steps.Step("NETSTAT DEV  shows the devices of " + StackOf(host) + " as ready" +
               (zvm_text::HasDefaultRoute(host) ? ",  NETSTAT GATE  the default route." : "."));
  if (!host.placement.lans.empty())
    steps.Step("QUERY VSWITCH DETAILS and QUERY LAN DETAILS: uplinks ready, every guest's NIC in the list.");
}

}  // namespace

void ReadmeSteps::WriteAtHome(TextWriter& out) const {
  out.Line("STEPS AT HOME, BEFORE THE BACKUP");
  StepWriter steps(out);
  steps.Step(
      "One disk for all of this, so that it is there before any network is: a minidisk of MAINT, 0DDD say, of a few "
      "cylinders, with directory LINKs from OPERATOR (no permission of a security manager is needed for those). Put "
      "these files on it, README.txt as README TXT and so on, and again whenever an answer has come.");
  std::string guard =
      "AUTOLOG1.EXEC: to AUTOLOG1 191. Away from home it stops PROFILE EXEC, whatever that starts. Try it:  AUTOLOG1  "
      "must say that this is home";
  if (zvm_text::MachineIdsOf(host.model, host.placement).home.empty())
    guard += ", once you have said  AUTOLOG1 HERE  (the spec does not tell home's machine by serial number and model)";
  steps.Step(
      guard +
      ". Then put this line behind the first of PROFILE EXEC, or behind the one that starts a security manager:");
  WriteGuardLine(out);
  steps.Step(
      "SYSTEM CONFIG: OPERATOR_CONSOLES must end with SYSTEM_3270 SYSTEM_CONSOLE, the hardware console. If no console "
      "of the list exists at the hot site, CP loads a disabled wait before anything can be changed.");
  out.Line();
}

void ReadmeSteps::WriteHere(TextWriter& out, zvm_text::OpenPlaces& open) const {
  const bool any = !changes.all.empty();
  out.Line("STEPS AT THE HOT SITE");
  StepWriter steps(out);
  steps.Step("Restore the volumes.");
  WriteFirstIpl(steps, host, any, open);
  if (any) {
    WriteGettingFiles(steps, host);
    WriteParmDiskStep(steps);
    WriteCopies(steps, *this);
    WriteConfigSteps(steps, host, changes);
    if (HasFile(files, "USER.DIRECT")) WriteDirectorySteps(steps, host);
    WriteTcpipSteps(steps, *this);
    WriteGuardStep(out, steps);
    WriteSecondIpl(steps, changes);
  }
  WriteStarting(steps, *this);
  out.Line();
}

namespace {

void WriteUndoConfig(StepWriter& steps, const Host& host) {
  const std::string cluster = ClusterOf(host);
  if (!cluster.empty())
    steps.Step("SYSTEM CONFIG and USER DIRECT are one for all members of " + cluster +
               ": put the copies back once, when the guests of all members are off. On the other members leave those "
               "steps out.");
  WriteParmDiskStep(steps);
  steps.Step("SYSTEM CONFIG: put SYSTEM CONFHOME back in its place (COPYFILE with REPLACE), which takes out " +
             std::string(cluster.empty() ? "both IMBED lines" : "every member's IMBED lines") + ". Erase " + host.node +
             " DRCONFIG and " + host.node + " DRLAST.  CPSYNTAX SYSTEM CONFIG W  must end with return code 0.");
  WriteParmDiskBack(steps);
}

void WriteUndoDirectory(StepWriter& steps) {
  steps.Step(
      "USER DIRECT: put USER DIRHOME back in its place.  DIRECTXA USER DIRECT fm (EDIT,  then  DIRECTXA USER DIRECT "
      "fm:  EOJ DIRECTORY UPDATED AND ON LINE.");
  steps.Step(
      "Where DirMaint has the directory, instead:  DIRM FOR name REPLACE  with the entry from the copy of its source, "
      "DIRM FOR name PURGE  for what was added, users before profiles. No DIRECTXA.");
}

void WriteUndoTcpip(StepWriter& steps, const ReadmeSteps& readme) {
  const std::string own = readme.host.node + ".TCPIP";
  if (readme.changes.In(readme.host.node + " TCPIP"))
    steps.Step("TCPMAINT 198: erase " + readme.host.node +
               " TCPIP, so that PROFILE TCPIP is taken again; it must be equal to PROFILE TCPHOME (COMPARE).");
  for (const HostFile& file : readme.files) {
    if (file.name.ends_with(".TCPIP") && file.name != own)
      steps.Step("TCPMAINT 198: erase " + file.name.substr(0, file.name.find('.')) + " TCPIP.");
  }
  if (ChangesDtcparms(readme))
    steps.Step("TCPMAINT 198: put SYSTEM DTCHOME back as SYSTEM DTCPARMS; without a copy there was none: erase it.");
}

}  // namespace

void ReadmeSteps::WriteUndo(TextWriter& out) const {
  if (changes.all.empty()) return;
  out.Line("UNDO, if the restored system goes home again; tick BACK in CHANGES.txt");
  StepWriter steps(out);
  if (HasFile(files, "DRSTART.EXEC")) steps.Step("SIGNAL SHUTDOWN to the guests, last started first; QUERY NAMES.");
  WriteUndoConfig(steps, host);
  if (HasFile(files, "USER.DIRECT")) WriteUndoDirectory(steps);
  WriteUndoTcpip(steps, *this);
  steps.Step(
      "AUTOLOG1 and the disk with these files may stay: at home AUTOLOG1 EXEC lets PROFILE EXEC go on. To take it out, "
      "delete the one line from PROFILE EXEC.");
  steps.Step("SHUTDOWN. The next IPL is home's: QUERY VSWITCH DETAILS and QUERY NAMES as before.");
  out.Line();
}

std::vector<std::string> ReadmeSteps::AsAtHome() const {
  std::vector<std::string> names;
  if (!changes.In(host.node + " TCPIP")) names.push_back(host.node + ".TCPIP");
  if (!ChangesDtcparms(*this)) names.emplace_back("SYSTEM.DTCPARMS");
  return names;
}

}  // namespace hotsite::backends::zvm
