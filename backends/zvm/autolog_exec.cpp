#include "backends/zvm/autolog_exec.h"

#include "backends/zvm_text/machine_id.h"
#include "backends/zvm_text/start_routines.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::ConfigRemark;
using zvm_text::Host;

// MESSAGE OP reaches the operator's user ID whatever its name (from knowledge: CP Commands and Utilities Reference,
// MESSAGE). LINES, LINEIN and LINEOUT are functions of CMS's REXX, which takes a file's name, type and mode as one
// string (from knowledge: REXX/VM Reference, stream input and output), as STREAM is.
constexpr const char* kSteps = R"(
trace off
signal on syntax name Unsure
parse upper arg word .
cpu = Machine()
if word = 'HERE' then call Learn
if cpu = '' then do
  call Tell 'QUERY CPUID SAYS NOTHING OF USE.'
  call Nothing
end
known = home Taught()
do k = 1 to words(known)
  one = word(known, k)
  if right(cpu, length(one)) = one then do
    say 'AUTOLOG1: CPU' cpu 'IS HOME. PROFILE EXEC GOES ON.'
    exit 0
  end
end
call Tell 'CPU' cpu 'IS NOT KNOWN AS HOME.'
if wanted <> 'GUESTS' then call Nothing
if there = '' | right(cpu, 8) <> there then call Nothing
call Tell 'IT IS THE RECOVERY SITE: DRSTART AUTO BEGINS.'
address command 'EXEC DRSTART AUTO'
call Tell 'DRSTART AUTO ENDED WITH' rc'. FOR THE REST:  DRSTART GO'
exit 4

/* STARTS NOTHING, AND SAYS HOW TO GO ON. */
Nothing:
  call Tell 'NOTHING IS STARTED.'
  call Tell 'AT THE RECOVERY SITE, WHEN ALL IS CHANGED:  DRSTART GO'
  call Tell 'AT HOME, ONCE, ON THE CONSOLE OF AUTOLOG1:  AUTOLOG1 HERE'
  exit 4

/* A FAULT IN HERE IS NO REASON TO START ANYTHING. */
Unsure:
  say 'AUTOLOG1: ERROR IN LINE' sigl
  call Nothing

/* REMEMBERS THIS MACHINE AS HOME, IN A FILE BESIDE THIS ONE. */
Learn:
  if cpu = '' then say 'QUERY CPUID SAYS NOTHING OF USE: NOT LEARNT.'
  if cpu = '' then exit 8
  if there <> '' & right(cpu, 8) = there then do
    say 'CPU' cpu 'IS THE RECOVERY SITE: NOT LEARNT.'
    exit 8
  end
  if lineout(file, cpu) <> 0 then do
    say 'CANNOT WRITE' file': NOT LEARNT.'
    exit 8
  end
  call stream file, 'C', 'CLOSE'
  say 'CPU' cpu 'IS HOME FROM NOW ON. TO TAKE IT BACK: ERASE' file
  say 'TO START WHAT AN IPL STARTS AT HOME:  PROFILE'
  exit 0

/* THE MACHINES THAT WERE LEARNT. A LINE THAT IS NONE IS PASSED OVER. */
Taught:
  all = ''
  do count = 1 to 100 while lines(file) > 0
    parse upper value linein(file) with one .
    if length(one) = 10 & datatype(one, 'X') then all = all one
  end
  call stream file, 'C', 'CLOSE'
  return all

/* A MESSAGE FOR THE OPERATOR, AND FOR WHO LOOKS AT THIS CONSOLE. */
Tell:
  parse arg message
  say 'AUTOLOG1:' message
  call CP 'MESSAGE OP' message
  if cprc <> 0 then say 'AUTOLOG1: MESSAGE OP ENDED WITH' cprc
  return)";

void WriteHead(TextWriter& out, const Host& host) {
  ConfigRemark(out, "AUTOLOG1 EXEC: KEEPS AN IPL AWAY FROM HOME FROM STARTING ANYTHING.");
  ConfigRemark(out, host.Title());
  ConfigRemark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE.");
  ConfigRemark(out,
               "PUT IT ON AUTOLOG1 191 AT HOME, BEFORE THE BACKUP, AND THIS LINE BEHIND THE FIRST OF PROFILE EXEC:");
  out.Line("/* {:<66}*/", kGuardLine);
  ConfigRemark(out, "TAKING THE LINE OUT AGAIN UNDOES IT ALL.");
  ConfigRemark(out, "AUTOLOG1 HERE, TYPED AT HOME, REMEMBERS ANOTHER MACHINE AS HOME.");
  ConfigRemark(out, "ENDS WITH 0: THIS IS HOME, 4: IT IS NOT, 8: NOT LEARNT.");
}

/// Where the spec says neither, home must be learnt, and says so where the value would stand.
void WriteSettings(TextWriter& out, const Host& host) {
  const zvm_text::MachineIds ids = zvm_text::MachineIdsOf(host.model, host.placement);
  const auto& autolog = host.placement.settings.autolog;
  out.Line();
  out.Line("/* MACHINES: LAST 4 DIGITS OF THE SERIAL NUMBER, TYPE. */");
  if (ids.home.empty()) ConfigRemark(out, "THE SPEC DOES NOT SAY HOME'S: TYPE AUTOLOG1 HERE ONCE AT HOME.");
  out.Line("home = '{}'", ids.home);
  out.Line("there = '{}'", ids.there);
  out.Line("/* WHAT AN IPL STARTS AT THE RECOVERY SITE: GUESTS, OR NOTHING. */");
  const bool guests = autolog.known() && *autolog == model::Autolog::kGuests;
  out.Line("wanted = '{}'", guests ? "GUESTS" : "NOTHING");
  out.Line("file = 'HOME CPUID A'");
}

}  // namespace

zvm_text::HostFile WriteAutologExec(const Host& host) {
  TextWriter out;
  WriteHead(out, host);
  WriteSettings(out, host);
  out.Line(kSteps);
  zvm_text::WriteRoutines(out, kSteps);
  return {"AUTOLOG1.EXEC", out.Take(), {}};
}

}  // namespace hotsite::backends::zvm
