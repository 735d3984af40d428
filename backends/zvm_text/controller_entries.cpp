#include "backends/zvm_text/controller_entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

/// From z/VM 6.2, which knows single system images, the servers that every member has are identities, and two more
/// controllers are shipped (from knowledge).
bool HasIdentities(const Host& host) {
  const model::ReleaseId release = host.system().release;
  return release.valid() && host.model.at(release).ssi_members.value.value_or(1) > 1;
}

/// What is in the directory already: the shipped ones (vm.ibm.com/virtualnetwork/contrllr.html), in ours also those
/// that our vswitches have at home.
std::set<std::string> Existing(const Host& host) {
  std::set<std::string> names = {"DTCVSW1", "DTCVSW2"};
  if (HasIdentities(host)) names.insert({"DTCVSW3", "DTCVSW4"});
  if (host.vendors()) return names;
  for (const model::Lan& lan : host.system().lans) {
    for (const std::string& name : ControllersOf(lan)) names.insert(name);
  }
  return names;
}

/// Members run a controller each under one user ID, which only an IDENTITY allows; a USER is logged on to one member at
/// a time, as our guests are. Outside a cluster `*` stands for whatever the node is called (CP Planning and
/// Administration, BUILD and SUBCONFIG; `*` without a cluster: from knowledge).
std::vector<std::string> NodesOf(const Host& host) {
  const Membership member = MembershipOf(host);
  if (member.cluster == nullptr) return {"*"};
  std::vector<std::string> nodes;
  for (const model::Reference& one : member.cluster->members) {
    const model::Placement* at = host.model.Find(host.placement.site, one.system);
    if (at == nullptr) continue;
    nodes.push_back(StatementName(at->settings.node.value_or(host.model.at(one.system).name)));
  }
  return nodes;
}

bool IsFirstMember(const Host& host) {
  const Membership member = MembershipOf(host);
  if (member.cluster == nullptr) return true;
  for (const model::Reference& one : member.cluster->members) {
    if (host.model.Find(host.placement.site, one.system) != nullptr) return one.system == host.placement.system;
  }
  return true;
}

/// The statements of DTCVSW1 as shipped, but for the profile that it includes, whose name follows the release (from
/// knowledge; that IUCV *VSWITCH makes a controller: CP Commands and Utilities Reference, DEFINE VSWITCH).
void AddStatements(std::vector<std::string>& lines) {
  for (const char* line :
       {"IUCV ALLOW", "IUCV ANY PRIORITY", "IUCV *VSWITCH MSGLIMIT 65535", "MACHINE XA",
        "OPTION QUICKDSP SVMSTAT MAXCONN 1024 DIAG98 APPLMON", "SHARE RELATIVE 3000", "IPL CMS PARM AUTOCR",
        "CONSOLE 0009 3215 T", "SPOOL 000C 2540 READER *", "SPOOL 000D 2540 PUNCH A", "SPOOL 000E 1403 A",
        "LINK MAINT 0190 0190 RR", "LINK MAINT 019D 019D RR", "LINK MAINT 019E 019E RR", "LINK TCPMAINT 0591 0591 RR",
        "LINK TCPMAINT 0592 0592 RR", "LINK TCPMAINT 0198 0198 RR"}) {
    lines.push_back(line);
  }
}

ControllerEntry MakeEntry(const Host& host, const std::string& userid, std::size_t number) {
  const std::string disk = fmt::format("MDISK 0191 3390 {} 5 {} MR", kUnsaid, kUnsaid);
  ControllerEntry entry{userid, {}, {}};
  if (!HasIdentities(host)) {
    entry.lines = {fmt::format("USER {} AUTOONLY 32M 128M BG", userid)};
    AddStatements(entry.lines);
    entry.lines.push_back(disk);
    return entry;
  }
  entry.lines = {fmt::format("IDENTITY {} AUTOONLY 32M 128M BG", userid)};
  std::vector<std::string> own;
  for (const std::string& node : NodesOf(host)) {
    entry.subconfigs.push_back(fmt::format("DRVS{}-{}", number, entry.subconfigs.size() + 1));
    entry.lines.push_back(fmt::format("BUILD ON {} USING SUBCONFIG {}", node, entry.subconfigs.back()));
    own.insert(own.end(), {"SUBCONFIG " + entry.subconfigs.back(), disk});
  }
  AddStatements(entry.lines);
  entry.lines.insert(entry.lines.end(), own.begin(), own.end());
  return entry;
}

}  // namespace

std::vector<std::string> NewControllers(const Host& host) {
  const std::set<std::string> existing = Existing(host);
  std::vector<std::string> names = ControllersOf(host);
  std::erase_if(names, [&](const std::string& name) { return existing.contains(name); });
  return names;
}

std::vector<ControllerEntry> ControllerEntriesOf(const Host& host) {
  std::vector<ControllerEntry> entries;
  if (!IsFirstMember(host)) return entries;
  for (const std::string& userid : NewControllers(host)) {
    entries.push_back(MakeEntry(host, userid, entries.size() + 1));
  }
  return entries;
}

void WriteControllerEntries(TextWriter& out, const Host& host) {
  for (const ControllerEntry& entry : ControllerEntriesOf(host)) {
    Remark(out, "VSWITCH CONTROLLER " + entry.userid +
                    ": COMPARE WITH THE ENTRY OF DTCVSW1, AND INCLUDE THE PROFILE THAT IT INCLUDES. REPLACE EACH ?? BY "
                    "5 FREE CYLINDERS; FORMAT THE DISK AND COPY THE PROFILE EXEC OF DTCVSW1 TO IT. IN DTCPARMS IT "
                    "IS A SERVER OF CLASS STACK:  :NICK." +
                    entry.userid + " :TYPE.SERVER :CLASS.STACK");
    for (const std::string& line : entry.lines) out.Line(std::string_view(line));
    out.Line();
  }
}

std::vector<HostFile> ControllerProfiles(const Host& host) {
  std::vector<HostFile> files;
  for (const std::string& userid : NewControllers(host)) {
    if (userid == host.node) continue;  // `<node> TCPIP` is the stack's
    TextWriter out;
    Remark(out, host.Title() + ": PROFILE OF VSWITCH CONTROLLER " + userid + ".", ";");
    Remark(out,
           "MADE BY HOTSITE. TO TCPMAINT 198, AS " + userid +
               " TCPIP. NO DEVICE, LINK OR HOME: CP GIVES IT THE DEVICES OF ITS VSWITCHES BY ITSELF.",
           ";");
    out.Line();
    out.Line("OBEY");
    out.Line("OPERATOR TCPMAINT");
    out.Line("ENDOBEY");
    out.Line("VSWITCH CONTROLLER ON");
    files.push_back({userid + ".TCPIP", out.Take(), {}});
  }
  return files;
}

}  // namespace hotsite::backends::zvm_text
