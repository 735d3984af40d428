#include "backends/zvm_text/start_exec.h"

#include <algorithm>

#include "backends/zvm_text/machine_id.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/reachable.h"
#include "backends/zvm_text/start_network.h"
#include "backends/zvm_text/start_order.h"
#include "backends/zvm_text/start_routines.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Placement;
using model::System;

bool IsMember(const model::Cluster& cluster, model::SystemId system) {
  return std::any_of(cluster.members.begin(), cluster.members.end(),
                     [&](const model::Reference& member) { return member.system == system; });
}

std::string Where(const Host& host, model::SystemId id) {
  const System& system = host.model.at(id);
  const std::string kind = ToUpper(model::ToString(system.kind));
  if (system.kind == model::SystemKind::kExternal) return "IS EXTERNAL: NOT RESTORED BY US";
  const Placement* at = host.model.Find(host.placement.site, id);
  if (at == nullptr) return kind + ", NOT PLACED AT THIS SITE,";
  if (!at->host.valid()) return kind + " IN PARTITION " + StatementName(host.model.at(at->partition).name);
  return kind + ", GUEST OF " + StatementName(host.model.SystemOf(host.model.at(at->host)).name);
}

void WriteNeed(TextWriter& out, const Host& host, const OutsideNeed& need) {
  std::vector<std::string> names;
  for (const Placement* guest : need.needed_by) names.push_back(StatementName(host.model.SystemOf(*guest).name));
  WriteNames(out, "needers", names);
  // A line of its own: names and places can be long.
  out.Line("where = '{}'", Where(host, need.system));
  out.Line("call Need '{}', where, '{}'", StatementName(host.model.at(need.system).name),
           PingAddress(host, need.system));
}

/// z/OS and z/VM have no IPL in their entry: they are started by hand, and somebody says when they are up.
void WriteGuest(TextWriter& out, const Host& host, const OrderedGuest& ordered) {
  const System& system = host.model.SystemOf(*ordered.guest);
  const std::string name = StatementName(system.name);
  if (!system.is_linux()) {
    out.Line("call ByHand '{}', '{}'", name, ToUpper(model::ToString(system.kind)) + ", GUEST OF THIS Z/VM");
    return;
  }
  std::vector<std::string> after;
  for (const model::SystemId id : ordered.after) after.push_back(StatementName(host.model.at(id).name));
  if (after.empty()) {
    out.Line("call Start '{}', ''", name);
  } else if (after.size() <= 5) {
    out.Line("call Start '{}', '{}'", name, Words(after));
  } else {
    WriteNames(out, "after", after);
    out.Line("call Start '{}', after", name);
  }
}

void WriteRouter(TextWriter& out, const Host& host, const System& system) {
  if (!system.is_linux() || system.forwards.empty()) return;
  std::vector<std::string> networks;
  for (const model::NetworkId id : system.forwards) networks.push_back(PlainText(host.model.at(id).name));
  std::string text = JoinWords(networks, "AND");
  constexpr std::size_t kRoom = 45;
  if (text.size() > kRoom) text = fmt::format("{} NETWORKS", networks.size());
  out.Line("routed = '{}'", text);
  out.Line("call Router '{}', routed, '{}'", StatementName(system.name), PingAddress(host, host.model.IdOf(system)));
}

/// The reader sees the end of the order at a glance: `LNXMQ1, LNXMQ2 AND 10 MORE` would hide names that the calls below
/// show.
std::string StepTitle(const StartStep& step) {
  if (step.first) return "BEFORE EVERYTHING ELSE";
  return ToUpper(CountOf(step.guests.size(), "guest"));
}

void WriteSteps(TextWriter& out, const Host& host, OpenPlaces& open) {
  std::size_t number = 0;
  if (HasNetworkStep(host)) {
    WriteNetworkStep(out, host, open);
    ++number;
  }
  for (const StartStep& step : StartOrder(host.model, host.placement)) {
    out.Line();
    out.Line("call Step {}, '{}'", ++number, StepTitle(step));
    for (const OutsideNeed& need : step.needs) WriteNeed(out, host, need);
    for (const OrderedGuest& ordered : step.guests) WriteGuest(out, host, ordered);
    out.Line("call Wait");
    for (const OrderedGuest& ordered : step.guests) WriteRouter(out, host, host.model.SystemOf(*ordered.guest));
  }
}

void WriteComments(TextWriter& out, const Host& host) {
  ConfigRemark(out, "DRSTART EXEC: STARTS THE GUESTS OF A Z/VM IN ORDER.");
  ConfigRemark(out, host.Title());
  ConfigRemark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE.");
  ConfigRemark(out, "BY HAND, FROM A USER WITH CLASS A OR B:   DRSTART GO");
  ConfigRemark(out,
               "WITHOUT THE WORD GO NOTHING HAPPENS, SO THAT AN IPL STARTS NOTHING. IT CAN BE RUN AGAIN: WHAT IS "
               "LOGGED ON STAYS AS IT IS.");
  if (!host.vendors())
    ConfigRemark(out, "DRSTART AUTO, FROM AUTOLOG1 EXEC, ASKS NOBODY: WHAT ONLY A PERSON CAN SEE COUNTS AS NOT UP.");
  ConfigRemark(out, "ENDS WITH 0: ALL STARTED, 4: NOT WANTED, 8: SOMETHING IS NOT UP, 12: WRONG NODE OR MACHINE.");
}

void WriteSettings(TextWriter& out, const Host& host) {
  out.Line("tries = 30   /* HOW OFTEN A LOGON OR A PING IS TRIED */");
  out.Line("looks = 6    /* HOW OFTEN AN UPLINK IS LOOKED AT     */");
  out.Line("pause = 10   /* SECONDS BETWEEN TWO OF THEM          */");
  out.Line("settle = 60  /* SECONDS FOR A STEP TO COME UP        */");
  out.Line("stack = '{}'", host.system().tcpip ? StatementName(host.system().tcpip->userid) : "");
  if (host.vendors()) return out.Line("auto = 0     /* SOMEBODY IS ASKED                    */");
  const MachineIds ids = MachineIdsOf(host.model, host.placement);
  out.Line("node = '{}'", host.node);
  out.Line("/* MACHINES: LAST 4 DIGITS OF THE SERIAL NUMBER, TYPE; IF KNOWN. */");
  out.Line("home = '{}'", ids.home);
  out.Line("there = '{}'", ids.there);
}

void WriteHead(TextWriter& out, const Host& host) {
  WriteComments(out, host);
  out.Line();
  WriteSettings(out, host);
  out.Line();
  out.Line("trace off");
  out.Line("parse upper arg go .");
  if (!host.vendors()) out.Line("auto = (go = 'AUTO')");
  out.Line("if go <> 'GO' & auto = 0 then do");
  out.Line("  say 'NOTHING IS STARTED. TO START THE GUESTS OF {}: DRSTART GO'", host.name);
  out.Line("  exit 4");
  out.Line("end");
  out.Line("up. = 0");
  out.Line("held. = ''");
  out.Line("parse value '' with started already failed skipped notup pending dark");
  out.Line(host.vendors() ? "call VendorGuard" : "call Guard");
  for (const model::Cluster& cluster : host.model.clusters) {
    if (IsMember(cluster, host.placement.system)) out.Line("call Member '{}'", PlainText(cluster.name).substr(0, 40));
  }
  out.Line();
}

}  // namespace

HostFile WriteStartExec(const Host& host) {
  if (host.placement.guests.empty()) return {};
  TextWriter steps;
  WriteHead(steps, host);
  OpenPlaces open(host.requirements);
  WriteSteps(steps, host, open);
  steps.Line("call Summary");
  const std::string text = steps.Take();
  TextWriter out;
  out.Line(text);
  out.Line("/* ---- ROUTINES ---------------------------------------------------- */");
  WriteRoutines(out, text);
  return {"DRSTART.EXEC", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
