#include "backends/zvm_text/start_routines.h"

#include <array>
#include <vector>

namespace hotsite::backends::zvm_text {
namespace {

struct Routine {
  std::string_view name;
  std::string_view text;  // a comment, the label, the lines
};

// DIAGRC(8, command) is CMS's own function: 9 characters of return code, a blank, the condition code, 5 blanks, then
// the answer with X'15' between its lines (from knowledge: REXX/VM Reference, DIAGRC). QUERY USER ends with 0 only for
// a user who is logged on (from knowledge: HCPCQU045E and return code 45 otherwise). XAUTOLOG answers before the guest
// is on (zvm-bootcamp course). QUERY CPUID ends in FF, six digits, the machine type and 8000 (CP Commands and Utilities
// Reference). QUERY VSWITCH shows `State: Ready` while the uplink works and ACTIVE for the device that carries it,
// QUERY SSI each member with its state (both from knowledge; a layout that differs makes the EXEC ask, not start). PING
// ends with 0 when it was answered (from knowledge: TCP/IP User's Guide).
constexpr Routine kRoutines[] = {
    {"Guard", R"(/* MAKES SURE THAT SOMEBODY WANTS THIS, HERE. */
Guard:
  call CP 'QUERY USERID'
  if cprc <> 0 then do
    say 'QUERY USERID FAILED, RC' cprc': NOTHING IS STARTED.'
    exit 12
  end
  parse var cptext . . here .
  if node <> '' & here <> node then do
    say 'THIS IS NODE' here', NOT' node': NOTHING IS STARTED.'
    exit 12
  end
  cpu = Machine()
  say 'THIS IS NODE' here', CPU' cpu
  if home <> '' & right(cpu, 8) = home then do
    say 'THIS IS THE MACHINE OF HOME: NOTHING IS STARTED.'
    exit 12
  end
  if auto then do
    if there <> '' & right(cpu, 8) = there then return
    say 'NOT SURELY THE MACHINE OF THE RECOVERY SITE: NOTHING IS STARTED.'
    exit 12
  end
  say 'HOME MAY HAVE THE SAME NODE NAME.'
  if Ask('IS THIS THE RECOVERY SITE?') then return
  say 'NOTHING IS STARTED.'
  exit 4)"},
    {"VendorGuard", R"(/* MAKES SURE THAT SOMEBODY WANTS THIS. */
VendorGuard:
  call CP 'QUERY USERID'
  if cprc <> 0 then do
    say 'QUERY USERID FAILED, RC' cprc': NOTHING IS STARTED.'
    exit 12
  end
  parse var cptext . . here .
  say 'THIS IS NODE' here
  if Ask('ARE THE VOLUMES RESTORED AND ATTACHED TO SYSTEM?') then return
  say 'NOTHING IS STARTED.'
  exit 4)"},
    {"Step", R"(/* ANNOUNCES A STEP. */
Step:
  parse arg number, title
  say ''
  say 'STEP' number':' title
  return)"},
    {"Member", R"(/* A MEMBER OF A SINGLE SYSTEM IMAGE HAS TO HAVE JOINED IT. */
Member:
  parse arg cluster
  call CP 'QUERY SSI'
  state = translate(cptext)
  at = wordpos(node, state)
  if cprc = 0 & at > 0 then if word(state, at + 1) = 'JOINED' then do
    say '  'node 'HAS JOINED' cluster
    return
  end
  say '  'node 'HAS NOT JOINED' cluster', SAYS QUERY SSI. A GUEST THAT RUNS'
  say '  ON ANOTHER MEMBER WOULD BE STARTED A SECOND TIME.'
  if Ask('  START GUESTS ALL THE SAME?') then return
  say 'NOTHING IS STARTED.'
  exit 8)"},
    {"Start", R"(/* STARTS A GUEST, UNLESS SOMETHING THAT IT NEEDS IS NOT UP. */
Start:
  parse arg guest, after
  call CP 'QUERY USER' guest
  if cprc = 0 then do
    up.guest = 1
    already = already guest
    say '  'left(guest, 8) 'IS LOGGED ON ALREADY'
    return
  end
  if held.guest <> '' then do
    skipped = skipped guest
    say '  'left(guest, 8) 'NOT STARTED, NO UPLINK:' held.guest
    return
  end
  missing = ''
  do k = 1 to words(after)
    other = word(after, k)
    if up.other = 0 then missing = missing other
  end
  if missing <> '' then do
    skipped = skipped guest
    say '  'left(guest, 8) 'NOT STARTED, NOT UP:'missing
    return
  end
  call CP 'XAUTOLOG' guest
  if cprc <> 0 then do
    failed = failed guest
    say '  'left(guest, 8) 'FAILED, XAUTOLOG RC' cprc':' strip(cptext)
    return
  end
  pending = pending guest
  return)"},
    {"Wait", R"(/* WAITS FOR THE GUESTS OF THE STEP TO LOG ON, AT MOST TRIES TIMES. */
Wait:
  fresh = 0
  do turn = 1 to tries while pending <> ''
    rest = ''
    do k = 1 to words(pending)
      guest = word(pending, k)
      call CP 'QUERY USER' guest
      if cprc = 0 then do
        up.guest = 1
        fresh = fresh + 1
        started = started guest
        say '  'left(guest, 8) 'LOGGED ON'
      end
      else rest = rest guest
    end
    pending = strip(rest)
    if pending <> '' then call CP 'SLEEP' pause 'SEC'
  end
  do k = 1 to words(pending)
    guest = word(pending, k)
    failed = failed guest
    say '  'left(guest, 8) 'FAILED, NOT LOGGED ON IN' tries*pause 'SEC'
  end
  pending = ''
  if fresh > 0 then call CP 'SLEEP' settle 'SEC'
  return)"},
    {"Switch", R"(/* LOOKS WHETHER A VSWITCH REACHES THE OUTSIDE. IF NOT, ITS GUESTS   */
/* REACH EACH OTHER AND NOTHING LOOKS WRONG: WHAT TO DO IS ASKED.    */
Switch:
  parse arg name, controllers
  live = 0
  do k = 1 to words(controllers)
    other = word(controllers, k)
    live = live + up.other
  end
  ready = 0
  do turn = 1 to looks while live > 0 & ready = 0
    call CP 'QUERY VSWITCH' name
    ready = (cprc = 0 & Works(translate(cptext)))
    if ready = 0 then call CP 'SLEEP' pause 'SEC'
  end
  if ready then say '  'left(name, 8) 'UPLINK READY'
  if ready then return
  dark = dark name
  why = 'UPLINK NOT READY IN' looks*pause 'SEC'
  if live = 0 then why = 'NONE OF' controllers 'IS LOGGED ON'
  say '  'left(name, 8) why
  say '           ITS GUESTS WOULD REACH NOTHING OUTSIDE:'
  call Names members
  if Ask('  START THEM ALL THE SAME?') then return
  do k = 1 to words(members)
    other = word(members, k)
    held.other = name
  end
  return)"},
    {"Works", R"(/* WHETHER AN ANSWER SAYS SO. READY IN A NAME OR BEHIND NOT DOES NOT */
/* COUNT, NOR AN UPLINK WITHOUT AN ACTIVE DEVICE.                    */
Works:
  parse arg shown
  if wordpos('STATE: READY', shown) = 0 then return 0
  return wordpos('RDEV:', shown) = 0 | wordpos('ACTIVE', shown) > 0)"},
    {"Need", R"(/* FINDS OUT WHETHER A SYSTEM THAT IS NOT STARTED HERE IS UP: BY     */
/* PING, AT MOST TRIES TIMES; WITHOUT AN ANSWER SOMEBODY IS ASKED.   */
Need:
  parse arg name, where, ip
  say '  'left(name, 8) where
  say '           IS NEEDED BY:'
  call Names needers
  up.name = 0
  if ip <> '' & up.stack then up.name = Answers(ip)
  if up.name = 0 then up.name = Ask('  IS' name 'UP?')
  if up.name = 0 then notup = notup name
  return)"},
    {"Answers", R"(/* PING UNTIL IT IS ANSWERED: 1, OR 0 AFTER TRIES TIMES. */
Answers:
  parse arg ip
  say '           TRYING' ip
  do turn = 1 to tries
    address command 'PING' ip '(COUNT 1 TIMEOUT 5'
    if rc = 0 then do
      say '           IT ANSWERS'
      return 1
    end
    if rc < 0 then do
      say '           NO PING COMMAND HERE: ACCESS TCPMAINT 592'
      return 0
    end
    call CP 'SLEEP' pause 'SEC'
  end
  say '           NO ANSWER'
  return 0)"},
    {"ByHand", R"(/* ASKS FOR A GUEST THAT HAS NO IPL IN ITS ENTRY: SOMEBODY STARTS IT. */
ByHand:
  parse arg name, kind
  say '  'left(name, 8) kind
  say '           START IT BY HAND: LOGON' name 'BY OPERATOR, THEN IPL'
  up.name = Ask('  IS' name 'UP?')
  if up.name = 0 then notup = notup name
  return)"},
    {"Router", R"(/* ASKS WHETHER A ROUTER WORKS: WITHOUT IT NOBODY REACHES ANYBODY. */
/* WHERE NOBODY IS ASKED, AN ANSWER TO A PING HAS TO DO. */
Router:
  parse arg name, networks, ip
  if up.name = 0 then return
  say '  'left(name, 8) 'ROUTES' networks
  if auto & ip <> '' & up.stack then if Answers(ip) then return
  up.name = Ask('  DOES IT ANSWER PINGS FROM THOSE WITH A SYSTEM UP?')
  if up.name = 0 then notup = notup name
  return)"},
    {"Ask", R"(/* A QUESTION: 1 FOR YES, 0 FOR NO OR THREE ANSWERS THAT ARE NEITHER. */
/* LINES THAT A CALLER LEFT IN THE PROGRAM STACK ARE NO ANSWERS.      */
Ask:
  parse arg question
  if auto then do
    say question 'NOBODY IS ASKED: NO'
    return 0
  end
  do queued()
    parse pull .
  end
  do attempt = 1 to 3
    say question '(Y/N)'
    parse upper pull reply .
    if abbrev('YES', reply, 1) then return 1
    if abbrev('NO', reply, 1) then return 0
  end
  return 0)"},
    {"Names", R"(/* NAMES, SEVEN TO A LINE. */
Names:
  parse arg names
  do while names <> ''
    say '             'subword(names, 1, 7)
    names = subword(names, 8)
  end
  return)"},
    {"Show", R"(/* A LIST WITH ITS TITLE. */
Show:
  parse arg title, names
  say right(words(names), 5) title
  call Names names
  return)"},
    {"Summary", R"(/* WHAT HAS HAPPENED; ENDS THE EXEC. */
Summary:
  say ''
  say 'SUMMARY'
  call Show 'STARTED', started
  call Show 'LOGGED ON BEFORE, WITH THEIR OLD DIRECTORY ENTRY', already
  call Show 'FAILED', failed
  call Show 'NOT STARTED, SOMETHING THEY NEED IS NOT UP', skipped
  call Show 'NOT UP, OR NOBODY SAYS SO', notup
  call Show 'VSWITCHES WITHOUT AN UPLINK', dark
  say 'LOGGED ON IS NOT YET UP: LOOK AT THE LINUX CONSOLES.'
  if failed skipped notup dark = '' then exit 0
  say 'REPAIR WHAT FAILED, THEN RUN DRSTART GO AGAIN: IT GOES ON HERE.'
  exit 8)"},
    {"Machine", R"(/* THE MACHINE: LAST 10 DIGITS OF THE CPU IDENTIFICATION, OR NOTHING. */
Machine:
  call CP 'QUERY CPUID'
  if cprc <> 0 then return ''
  id = word(cptext, words(cptext))
  if length(id) <> 16 | datatype(id, 'X') = 0 then return ''
  return substr(id, 3, 10))"},
    {"CP", R"(/* ONE CP COMMAND: RETURN CODE IN CPRC, ANSWER IN CPTEXT. */
CP:
  parse arg command
  answer = diagrc(8, command)
  parse var answer cprc 10 . 17 cptext
  cprc = strip(cprc)
  if datatype(cprc, 'W') = 0 then cprc = -1
  cprc = cprc + 0
  cptext = translate(cptext, ' ', '15'x)
  return)"},
};

/// `call Name` or `Name(`, as a word of its own.
bool Calls(std::string_view text, std::string_view name) {
  const std::string call = "call " + std::string(name);
  for (std::size_t at = text.find(call); at != std::string_view::npos; at = text.find(call, at + 1)) {
    const std::size_t end = at + call.size();
    if (end == text.size() || text[end] == ' ' || text[end] == '\n') return true;
  }
  return text.find(" " + std::string(name) + "(") != std::string_view::npos;
}

}  // namespace

void WriteRoutines(TextWriter& out, std::string_view steps) {
  std::array<bool, std::size(kRoutines)> used{};
  std::vector<std::string_view> texts = {steps};
  while (!texts.empty()) {
    const std::string_view text = texts.back();
    texts.pop_back();
    for (std::size_t i = 0; i < std::size(kRoutines); ++i) {
      if (used[i] || !Calls(text, kRoutines[i].name)) continue;
      used[i] = true;
      texts.push_back(kRoutines[i].text);
    }
  }
  for (std::size_t i = 0; i < std::size(kRoutines); ++i) {
    if (!used[i]) continue;
    out.Line();
    out.Line(kRoutines[i].text);
  }
}

}  // namespace hotsite::backends::zvm_text
