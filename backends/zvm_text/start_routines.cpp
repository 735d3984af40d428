#include "backends/zvm_text/start_routines.h"

namespace hotsite::backends::zvm_text {

// DIAGRC(8, command) is CMS's own function: 9 characters of return code, a blank, the condition code, 5 blanks, then
// the answer with X'15' between its lines (from knowledge: REXX/VM Reference, DIAGRC). QUERY USER ends with 0 only for
// a user who is logged on (from knowledge: HCPCQU045E and return code 45 otherwise). XAUTOLOG answers before the guest
// is on (zvm-bootcamp course).
const std::string_view kStartRoutines = R"(
/* ---- ROUTINES ---------------------------------------------------- */

/* MAKES SURE THAT SOMEBODY WANTS THIS, HERE. */
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
  say 'THIS IS NODE' here
  if Ask(sure) = 0 then do
    say 'NOTHING IS STARTED.'
    exit 4
  end
  return

/* ANNOUNCES A STEP. */
Step:
  parse arg number, title
  say ''
  say 'STEP' number':' title
  return

/* STARTS A GUEST, UNLESS SOMETHING THAT IT NEEDS IS NOT UP. */
Start:
  parse arg guest, after
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
  call CP 'QUERY USER' guest
  if cprc = 0 then do
    up.guest = 1
    already = already guest
    say '  'left(guest, 8) 'IS LOGGED ON ALREADY'
    return
  end
  call CP 'XAUTOLOG' guest
  if cprc <> 0 then do
    failed = failed guest
    say '  'left(guest, 8) 'FAILED, XAUTOLOG RC' cprc':' strip(cptext)
    return
  end
  pending = pending guest
  return

/* WAITS FOR THE GUESTS OF THE STEP TO LOG ON, AT MOST TRIES TIMES. */
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
  return

/* ASKS WHETHER A SYSTEM THAT IS NOT STARTED HERE IS UP. */
Need:
  parse arg name, where
  say '  'left(name, 8) where
  say '           IS NEEDED BY:'
  do while needers <> ''
    part = subword(needers, 1, 7)
    needers = subword(needers, 8)
    say '             'part
  end
  up.name = Ask('  IS' name 'UP?')
  if up.name = 0 then notup = notup name
  return

/* ASKS FOR A GUEST THAT HAS NO IPL IN ITS ENTRY: SOMEBODY STARTS IT. */
ByHand:
  parse arg name, kind
  say '  'left(name, 8) kind
  say '           START IT BY HAND: LOGON' name 'BY OPERATOR, THEN IPL'
  up.name = Ask('  IS' name 'UP?')
  if up.name = 0 then notup = notup name
  return

/* ASKS WHETHER A ROUTER WORKS: WITHOUT IT NOBODY REACHES ANYBODY. */
Router:
  parse arg name, networks
  if up.name = 0 then return
  say '  'left(name, 8) 'ROUTES' networks
  up.name = Ask('  DOES IT ANSWER A PING FROM ALL OF THEM?')
  if up.name = 0 then notup = notup name
  return

/* A QUESTION: 1 FOR YES, 0 FOR NO OR THREE ANSWERS THAT ARE NEITHER. */
Ask:
  parse arg question
  do attempt = 1 to 3
    say question '(Y/N)'
    parse upper pull reply .
    if abbrev('YES', reply, 1) then return 1
    if abbrev('NO', reply, 1) then return 0
  end
  return 0

/* ONE CP COMMAND: RETURN CODE IN CPRC, ANSWER IN CPTEXT. */
CP:
  parse arg command
  answer = diagrc(8, command)
  parse var answer cprc 10 . 17 cptext
  cprc = strip(cprc)
  if datatype(cprc, 'W') = 0 then cprc = -1
  cprc = cprc + 0
  cptext = translate(cptext, ' ', '15'x)
  return

/* A LIST WITH ITS TITLE, SEVEN NAMES TO A LINE. */
Show:
  parse arg title, names
  say right(words(names), 5) title
  do while names <> ''
    say '          'subword(names, 1, 7)
    names = subword(names, 8)
  end
  return

/* WHAT HAS HAPPENED; ENDS THE EXEC. */
Summary:
  say ''
  say 'SUMMARY'
  call Show 'STARTED', started
  call Show 'LOGGED ON BEFORE, WITH THEIR OLD DIRECTORY ENTRY', already
  call Show 'FAILED', failed
  call Show 'NOT STARTED, SOMETHING THEY NEED IS NOT UP', skipped
  call Show 'NOT UP, SAYS THE OPERATOR', notup
  say 'LOGGED ON IS NOT YET UP: LOOK AT THE LINUX CONSOLES.'
  if failed skipped notup = '' then exit 0
  say 'REPAIR WHAT FAILED, THEN RUN DRSTART GO AGAIN: IT GOES ON HERE.'
  exit 8
)";

}  // namespace hotsite::backends::zvm_text
