#!/bin/bash
# LNXAPP20: brings the home network files back after the use of those for hotsite.
# Changes files only; the commands that activate them are in README.txt. Can be run again.
# Rehearsal in a copy of the tree: ROOT=/tmp/copy bash revert.sh
set -u
umask 022
ROOT="${ROOT:-}"
GUEST='LNXAPP20'
HOST='lnxapp20'
KEEP="$ROOT/var/lib/hotsite/$GUEST"
HERE="$(cd "$(dirname "$0")" && pwd)" || exit 1

fail() {
  echo "$GUEST: $1" >&2
  exit 1
}

check_guest() {
  [ -n "$ROOT" ] || [ "$(id -u)" = 0 ] || fail 'must be run as root'
  name=
  if [ -r "$ROOT/proc/sysinfo" ]; then
    name="$(awk '$1 == "VM00" && $2 == "Name:" { print $3; exit }' "$ROOT/proc/sysinfo")"
  fi
  if [ -n "$name" ]; then
    [ "$name" = "$GUEST" ] || fail "this is $name: nothing was changed"
    return 0
  fi
  [ -r "$ROOT/etc/HOSTNAME" ] || fail 'neither CP nor /etc/HOSTNAME says which system this is: nothing was changed'
  name="$(head -n 1 "$ROOT/etc/HOSTNAME")"
  [ "${name%%.*}" = "$HOST" ] || fail "this is ${name%%.*}: nothing was changed"
}

restore() {
  if [ -e "$KEEP/home/$1" ]; then
    new="$ROOT/$(dirname "$1")/.hotsite-new"
    cp -p "$KEEP/home/$1" "$new" || fail "can't bring /$1 back"
    mv -f "$new" "$ROOT/$1" || fail "can't bring /$1 back"
    echo "brought back: /$1"
  elif [ -e "$KEEP/absent/$1" ]; then
    rm -f "$ROOT/$1" || fail "can't take /$1 away"
    echo "taken away: /$1"
  fi
}

check_guest
[ -d "$KEEP" ] || fail 'apply.sh has not been run here: nothing to bring back'
restore 'etc/NetworkManager/system-connections/enc600.nmconnection'
restore 'etc/hosts'
rm -rf "$KEEP/home" "$KEEP/absent" || fail "can't clear $KEEP"
rmdir "$KEEP" || fail "can't clear $KEEP"
echo "$GUEST: done; the home files are in place"
