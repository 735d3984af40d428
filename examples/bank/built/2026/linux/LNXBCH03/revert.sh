#!/bin/bash
# LNXBCH03: brings the home network files back after the use of those for hotsite.
# Changes files only; the commands that activate them are in README.txt. Can be run again.
# Rehearsal in a copy of the tree: ROOT=/tmp/copy bash revert.sh
set -u
umask 022
LC_ALL=C
export LC_ALL
ROOT="${ROOT:-}"
GUEST='LNXBCH03'
HOST='lnxbch03'
PARTITIONS=''
KEEP="$ROOT/var/lib/hotsite/$GUEST"
HERE="$(cd "$(dirname "$0")" && pwd)" || exit 1

STATE='nothing was changed'
fail() {
  echo "$GUEST: $1; $STATE" >&2
  exit 1
}

# A name from /proc/sysinfo: of the guest (VM00), of the partition (LPAR).
sysinfo() {
  [ -r "$ROOT/proc/sysinfo" ] || return 0
  awk -v what="$1" '$1 == what && $2 == "Name:" { print $3; exit }' "$ROOT/proc/sysinfo"
}

host_name() {
  for file in HOSTNAME hostname; do
    if [ -r "$ROOT/etc/$file" ]; then head -n 1 "$ROOT/etc/$file"; return 0; fi
  done
  [ -r "$ROOT/etc/sysconfig/network" ] || return 0
  sed -n "s/^HOSTNAME=[\"']*\([A-Za-z0-9.-]*\).*/\1/p" "$ROOT/etc/sysconfig/network" | tail -n 1
}

check_system() {
  [ -n "$ROOT" ] || [ "$(id -u)" = 0 ] || fail 'must be run as root'
  name="$(sysinfo VM00)"
  if [ -n "$name" ]; then
    [ "$name" = "$GUEST" ] || fail "this is $name"
    return 0
  fi
  name="$(sysinfo LPAR)"
  if [ -n "$name" ]; then
    case " $PARTITIONS " in
      *" $name "*) ;;
      *) fail "this is partition $name, not ${PARTITIONS:-a guest of a z/VM}" ;;
    esac
  fi
  name="$(host_name)"
  [ -n "$name" ] || fail 'neither CP nor a host name says which system this is'
  [ "${name%%.*}" = "$HOST" ] || fail "this is ${name%%.*}"
}

# All files below a folder of what was kept, one a line.
kept() {
  [ ! -d "$KEEP/$1" ] || (cd "$KEEP/$1" && find . -type f | sed 's,^\./,,' | sort)
}

bring_back() {
  up="$ROOT/$(dirname "$1")"
  mkdir -p "$up" || fail "can't make the folder of /$1"
  rm -f "$up/.hotsite-new"
  cp -p "$KEEP/home/$1" "$up/.hotsite-new" || fail "can't bring /$1 back"
  mv -f "$up/.hotsite-new" "$ROOT/$1" || fail "can't bring /$1 back"
  if [ -z "$ROOT" ] && [ -x /sbin/restorecon ]; then /sbin/restorecon "/$1"; fi
  echo "brought back: /$1"
}

take_away() {
  rm -f "$ROOT/$(dirname "$1")/.hotsite-new"
  [ -e "$ROOT/$1" ] || return 0
  rm -f "$ROOT/$1" || fail "can't take /$1 away"
  echo "taken away: /$1"
}

each() {
  saved="$IFS"
  IFS='
'
  for path in $2; do
    IFS="$saved"
    "$1" "$path"
  done
  IFS="$saved"
}

drop_folder() {
  if [ -d "$ROOT/$1" ]; then rmdir "$ROOT/$1" 2>/dev/null || echo "not empty, so it stays: /$1"; fi
}

set -f
check_system
[ -d "$KEEP" ] || { echo "$GUEST: nothing to bring back: apply.sh has not been run here, or all is back"; exit 0; }
STATE='some files may be back: run it again'
each take_away "$(kept absent)"
each bring_back "$(kept home)"
if [ -f "$KEEP/folders" ]; then each drop_folder "$(sort -r -u "$KEEP/folders")"; fi
rm -rf "$KEEP/home" "$KEEP/absent" "$KEEP/folders" "$KEEP/new" || fail "can't clear $KEEP"
rmdir "$KEEP" || fail "can't clear $KEEP"
rmdir "$ROOT/var/lib/hotsite" 2> /dev/null
echo "$GUEST: done; the home files are in place"
