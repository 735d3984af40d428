#include "backends/zvm_text/controllers.h"

#include <set>

#include "backends/zvm_text/controller_entries.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

/// Ships with z/VM since 5.2 (vm.ibm.com/virtualnetwork/contrllr.html).
bool IsShipped(const std::string& userid) { return userid == "DTCVSW1" || userid == "DTCVSW2"; }

void WriteVswitch(TextWriter& out, const model::Lan& lan, OpenPlaces& open) {
  const std::string name = StatementName(lan.name);
  if (lan.controllers.open()) {
    out.Wrapped(open.Token(lan.controllers.hole(), "controllers of " + name), kTextWidth, name + ":  ", "    ");
  } else if (lan.controllers_none) {
    out.Wrapped(
        "the spec says that it has none. Without one it stays a local LAN: its guests reach each other and "
        "nothing else.",
        kTextWidth, name + ":  ", "    ");
  } else {
    out.Wrapped(JoinWords(ControllersOf(lan)), kTextWidth, name + ":  ", "    ");
  }
}

void WriteUserid(TextWriter& out, const std::string& userid, const std::set<std::string>& made) {
  const std::string origin = userid.starts_with("??") ? "to be named by you; DTCVSW1 and DTCVSW2 ship with z/VM"
                             : IsShipped(userid)      ? "ships with z/VM; check that this directory still has it"
                             : made.contains(userid)  ? "is not there yet: its entry is in USER.DIRECT"
                                                      : "is ours: it must be in the directory";
  out.Line("[ ] {}  {}", PadRight(userid, 8), origin);
}

void WriteChecks(TextWriter& out, const Host& host, const std::vector<std::string>& userids) {
  const std::vector<std::string> names = NewControllers(host);
  const std::set<std::string> made(names.begin(), names.end());
  out.Line("The user IDs:");
  for (const std::string& userid : userids) WriteUserid(out, userid, made);
  out.Line();
  out.Line("For each of them:");
  out.Line("[ ] its directory entry has the statement  IUCV *VSWITCH");
  out.Line("[ ] it runs a TCP/IP stack of this z/VM's own level");
  out.Line("[ ] its TCP/IP profile has VSWITCH CONTROLLER ON, or nothing (default)");
  out.Line("[ ] no DEVICE, LINK, DEDICATE or :attach. names the vswitch's devices:");
  out.Line("    CP gives them to the controller by itself");
  out.Line("[ ] it is logged on before the guests start: DRSTART does that");
  out.Line();
  out.Line("Then, from a user with class B:");
  out.Line("[ ] QUERY CONTROLLER       shows each of them as available");
  out.Line("[ ] QUERY VSWITCH DETAILS  shows the uplink of each vswitch as ready");
}

}  // namespace

bool NeedsController(const model::Lan& lan) { return lan.is_vswitch() && !lan.local; }

std::vector<std::string> ControllersOf(const model::Lan& lan) {
  if (!NeedsController(lan) || lan.controllers_none || lan.controllers.open()) return {};
  if (lan.controllers.absent() || lan.controllers->empty()) return {"DTCVSW1", "DTCVSW2"};
  std::vector<std::string> names;
  for (const std::string& name : *lan.controllers) names.push_back(StatementName(name));
  return names;
}

std::vector<std::string> ControllersOf(const Host& host) {
  std::vector<std::string> all;
  std::set<std::string> seen;
  for (const model::PlacedLan& placed : host.placement.lans) {
    for (const std::string& name : ControllersOf(placed.lan)) {
      if (seen.insert(name).second) all.push_back(name);
    }
  }
  return all;
}

HostFile WriteControllers(const Host& host) {
  OpenPlaces open(host.requirements);
  TextWriter out;
  out.Line(host.Title());
  out.Line("VSWITCH CONTROLLERS");
  out.Line();
  out.Wrapped(
      "A VSWITCH reaches the outside only while one of its controllers is logged on. If none is, nothing looks "
      "wrong: guests of the switch reach each other, and nothing else.",
      kTextWidth);
  out.Line();
  bool any = false;
  for (const model::PlacedLan& placed : host.placement.lans) {
    if (!NeedsController(placed.lan)) continue;
    WriteVswitch(out, placed.lan, open);
    any = true;
  }
  if (!any) return {};
  out.Line();
  std::vector<std::string> userids = ControllersOf(host);
  for (const OpenPlace& place : open.all()) userids.push_back("??" + place.requirement);
  if (!userids.empty()) WriteChecks(out, host, userids);
  return {"CONTROLLERS.txt", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
