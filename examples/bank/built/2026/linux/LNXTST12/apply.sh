#!/bin/bash
# LNXTST12: puts the network files that differ from home in place for hotsite.
# Changes files only; the commands that activate them are in README.txt. Can be run again.
# Rehearsal in a copy of the tree: ROOT=/tmp/copy bash apply.sh
set -u
umask 022
ROOT="${ROOT:-}"
GUEST='LNXTST12'
HOST='lnxtst12'
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

have() {
  [ -f "$HERE/$1" ] || fail "$1 is missing beside this script: nothing was changed"
}

# Keeps what stands at a path, the first time only: a second run must not take our own file for the home one.
save() {
  if [ -e "$KEEP/home/$1" ] || [ -e "$KEEP/absent/$1" ]; then return 0; fi
  [ ! -h "$ROOT/$1" ] || fail "/$1 is a symbolic link: change it by hand"
  if [ -e "$ROOT/$1" ]; then
    mkdir -p "$KEEP/home/$(dirname "$1")" || fail "can't keep /$1"
    cp -p "$ROOT/$1" "$KEEP/home/$1.part" || fail "can't keep /$1"
    mv "$KEEP/home/$1.part" "$KEEP/home/$1" || fail "can't keep /$1"
  else
    mkdir -p "$KEEP/absent/$(dirname "$1")" || fail "can't keep a note of /$1"
    : > "$KEEP/absent/$1" || fail "can't keep a note of /$1"
  fi
}

# Moves FILE to a path, in one step.
place() {
  chmod 644 "$1" || fail "can't set the mode of /$2"
  if cmp -s "$1" "$ROOT/$2"; then
    rm -f "$1"
    echo "already there: /$2"
  else
    mv -f "$1" "$ROOT/$2" || fail "can't write /$2"
    echo "written: /$2"
  fi
}

put() {
  mkdir -p "$ROOT/$(dirname "$1")" || fail "can't make the folder of /$1"
  new="$ROOT/$(dirname "$1")/.hotsite-new"
  cp "$HERE/$1" "$new" || fail "can't write /$1"
  place "$new" "$1"
}

# A file whose home name we only expect: beside one of another name it would configure the device twice.
expect() {
  [ -f "$ROOT/$1" ] || fail "/$1 isn't there, so its home file has another name: change that one by hand; nothing was changed"
}

# As put, but keeps the UNIQUE line of the home file.
put_ifcfg() {
  new="$ROOT/$(dirname "$1")/.hotsite-new"
  grep -v '^UNIQUE=' "$HERE/$1" > "$new" || fail "can't write /$1"
  grep '^UNIQUE=' "$KEEP/home/$1" >> "$new"
  place "$new" "$1"
}

away() {
  rm -f "$ROOT/$1" || fail "can't take /$1 away"
  echo "taken away: /$1"
}

# Changes this guest's own addresses in /etc/hosts, line by line; all other lines stay.
readdress() {
  new="$ROOT/etc/.hotsite-new"
  touch "$ROOT/etc/hosts" || fail "can't write /etc/hosts"
  awk -v from="$1" -v to="$2" '
    BEGIN { count = split(from, old, " "); split(to, fresh, " ") }
    { for (i = 1; i <= count; i++) if ($1 == old[i]) { sub(/[^ \t]+/, fresh[i]); break } }
    { seen[$1] = 1; print }
    END { while ((getline line < own) > 0) { split(line, word, " "); if (!(word[1] in seen)) print line } }
  ' own="$HERE/etc/hosts" "$ROOT/etc/hosts" > "$new" || fail "can't write /etc/hosts"
  place "$new" etc/hosts
}

check_guest
have 'etc/NetworkManager/system-connections/enc600.nmconnection'
have 'etc/hosts'
save 'etc/NetworkManager/system-connections/enc600.nmconnection'
save 'etc/hosts'
put 'etc/NetworkManager/system-connections/enc600.nmconnection'
readdress '10.60.21.12' '10.99.21.12'
echo "$GUEST: done; the home files are kept in $KEEP"
