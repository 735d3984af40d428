#include "backends/zvm_text/start_exec.h"

#include <algorithm>

#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/start_order.h"
#include "backends/zvm_text/start_routines.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Placement;
using model::System;

/// Names as quoted strings of a call or an assignment that stays within a line; `append` begins every line.
void WriteNames(TextWriter& out, const std::string& variable, const std::vector<std::string>& names) {
  constexpr std::size_t kPerLine = 6;
  for (std::size_t at = 0; at < names.size(); at += kPerLine) {
    const std::size_t end = std::min(at + kPerLine, names.size());
    const std::vector<std::string> some(names.begin() + static_cast<std::ptrdiff_t>(at),
                                        names.begin() + static_cast<std::ptrdiff_t>(end));
    out.Line("{} = {}'{}'", variable, at == 0 ? "" : variable + " ", Words(some));
  }
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
  out.Line("call Need '{}', '{}'", StatementName(host.model.at(need.system).name), Where(host, need.system));
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
  out.Line("call Router '{}', '{}'", StatementName(system.name), text);
}

/// The reader sees the end of the order at a glance: `LNXMQ1, LNXMQ2 AND 10 MORE` would hide names that the calls below
/// show.
std::string StepTitle(const StartStep& step) {
  if (step.first) return "BEFORE EVERYTHING ELSE";
  return ToUpper(CountOf(step.guests.size(), "guest"));
}

/// What the vendor still has to name is tried as its token: CP refuses it, and the summary says so.
std::vector<std::string> AllControllers(const Host& host, OpenPlaces& open) {
  std::vector<std::string> names = ControllersOf(host);
  for (const model::PlacedLan& placed : host.placement.lans) {
    if (!NeedsController(placed.lan) || !placed.lan.controllers.open()) continue;
    names.push_back(open.Token(placed.lan.controllers.hole(), "controllers of " + StatementName(placed.lan.name)));
  }
  return names;
}

void WriteControllers(TextWriter& out, const std::vector<std::string>& controllers) {
  out.Line("call Step 1, 'VSWITCH CONTROLLERS'");
  for (const std::string& name : controllers) {
    if (name.starts_with("??")) out.Line("/* ONE SUCH LINE FOR EACH USER ID OF THE ANSWER. */");
    out.Line("call Start '{}', ''", name);
  }
  out.Line("call Wait");
}

void WriteSteps(TextWriter& out, const Host& host, OpenPlaces& open) {
  std::size_t number = 0;
  const std::vector<std::string> controllers = AllControllers(host, open);
  if (!controllers.empty()) {
    WriteControllers(out, controllers);
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

void WriteHead(TextWriter& out, const Host& host) {
  ConfigRemark(out, "DRSTART EXEC: STARTS THE GUESTS OF A Z/VM IN ORDER.");
  ConfigRemark(out, host.Title());
  ConfigRemark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE.");
  ConfigRemark(out, "BY HAND, FROM A USER WITH CLASS A OR B:   DRSTART GO");
  ConfigRemark(out,
               "WITHOUT THE WORD GO NOTHING HAPPENS, SO THAT AN IPL STARTS NOTHING. IT CAN BE RUN AGAIN: WHAT IS "
               "LOGGED ON STAYS AS IT IS.");
  ConfigRemark(out, "ENDS WITH 0: ALL STARTED, 4: NOT WANTED, 8: SOMETHING IS NOT UP, 12: WRONG NODE.");
  out.Line();
  out.Line("tries = 30   /* HOW OFTEN A LOGON IS LOOKED FOR        */");
  out.Line("pause = 10   /* SECONDS BETWEEN TWO LOOKS              */");
  out.Line("settle = 60  /* SECONDS FOR THE LINUX OF A STEP TO BOOT */");
  out.Line("node = '{}'", host.node);
  out.Line("sure = '{}'", host.vendors() ? "ARE THE VOLUMES RESTORED AND ATTACHED TO SYSTEM?"
                                         : "HOME MAY HAVE THE SAME NODE NAME: IS THIS THE RECOVERY SITE?");
  out.Line();
  out.Line("parse upper arg go .");
  out.Line("if go <> 'GO' then do");
  out.Line("  say 'NOTHING IS STARTED. TO START THE GUESTS OF {}: DRSTART GO'", host.name);
  out.Line("  exit 4");
  out.Line("end");
  out.Line("up. = 0");
  out.Line("parse value '' with started already failed skipped notup pending needers");
  out.Line("call Guard");
  out.Line();
}

}  // namespace

HostFile WriteStartExec(const Host& host) {
  if (host.placement.guests.empty()) return {};
  TextWriter out;
  WriteHead(out, host);
  OpenPlaces open(host.requirements);
  WriteSteps(out, host, open);
  out.Line("call Summary");
  out.Line(kStartRoutines);
  return {"DRSTART.EXEC", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
