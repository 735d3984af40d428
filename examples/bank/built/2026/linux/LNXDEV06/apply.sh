#!/bin/bash
# LNXDEV06: puts the network files that differ from home in place for hotsite.
# Changes files only; the commands that activate them are in README.txt. Can be run again.
# Rehearsal in a copy of the tree: ROOT=/tmp/copy bash apply.sh
set -u
umask 022
LC_ALL=C
export LC_ALL
ROOT="${ROOT:-}"
GUEST='LNXDEV06'
HOST='lnxdev06'
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

# The files of this folder: what a pattern below finds beside them goes, and is kept.
OURS='
etc/hotsite.zdev
etc/udev/rules.d/70-persistent-net.rules
boot/zipl/active_devices.txt
etc/sysconfig/network/ifcfg-eth0
etc/sysconfig/network/ifroute-eth0
etc/sysconfig/network/config
etc/hostname
etc/hosts
'

have() {
  [ -f "$HERE/$1" ] || fail "$1 is missing beside this script"
}

# What stands at a path must be a file: through a link we would change something else.
sound() {
  if [ "$1" = etc/resolv.conf ] && [ -h "$ROOT/$1" ]; then return 0; fi
  [ ! -h "$ROOT/$1" ] || fail "/$1 is a symbolic link: change it by hand"
  [ ! -e "$ROOT/$1" ] || [ -f "$ROOT/$1" ] || fail "/$1 is no file"
}

# A file whose home name we only expect: beside one of another name it would configure the device twice.
expect() {
  [ -f "$ROOT/$1" ] || fail "/$1 isn't there, so its home file has another name: change that one by hand"
}

# Keeps what stands at a path, the first time only: a second run must not take our own file for the home one.
save() {
  if [ -h "$ROOT/$1" ]; then return 0; fi
  if [ -e "$KEEP/home/$1" ] || [ -e "$KEEP/absent/$1" ]; then return 0; fi
  if [ -e "$ROOT/$1" ]; then
    mkdir -p "$KEEP/home/$(dirname "$1")" || fail "can't keep /$1"
    cp -p "$ROOT/$1" "$KEEP/new" || fail "can't keep /$1"
    mv "$KEEP/new" "$KEEP/home/$1" || fail "can't keep /$1"
  else
    mkdir -p "$KEEP/absent/$(dirname "$1")" || fail "can't keep a note of /$1"
    : > "$KEEP/absent/$1" || fail "can't keep a note of /$1"
  fi
}

# Calls a function for every file of a pattern that isn't ours: it configures what ours configure.
others() {
  for file in "$ROOT"/$2; do
    [ -e "$file" ] || [ -h "$file" ] || continue
    path="${file#"$ROOT"/}"
    case "$OURS" in
      *"
$path
"*) continue ;;
    esac
    [ "${path##*/}" = ifcfg-lo ] || "$1" "$path"
  done
}

# The new file for a path stands beside it until it is complete, under a name that no reader of the folder takes.
folder() {
  up="$(dirname "$1")"
  while [ ! -d "$ROOT/$up" ]; do
    echo "$up" >> "$KEEP/folders" || fail "can't keep a note of /$up"
    up="$(dirname "$up")"
  done
  mkdir -p "$ROOT/$(dirname "$1")" || fail "can't make the folder of /$1"
  new="$ROOT/$(dirname "$1")/.hotsite-new"
  rm -f "$new"
}

mode_of() {
  ls -ld "$1" | cut -c 1-10
}

# Moves the new file to its path, in one step.
place() {
  if [ -f "$ROOT/$1" ] && cmp -s "$new" "$ROOT/$1" && [ "$(mode_of "$new")" = "$(mode_of "$ROOT/$1")" ]; then
    rm -f "$new"
    echo "already there: /$1"
    return 0
  fi
  mv -f "$new" "$ROOT/$1" || fail "can't write /$1"
  if [ -z "$ROOT" ] && [ -x /sbin/restorecon ]; then /sbin/restorecon "/$1"; fi
  echo "written: /$1"
}

# put PATH MODE [KEY]: our file; a line KEY= of the home file stays.
put() {
  if [ -h "$ROOT/$1" ]; then
    echo "left as it is: /$1 is a link, so a program of the system writes it"
    return 0
  fi
  folder "$1"
  cp "$HERE/$1" "$new" || fail "can't write /$1"
  if [ -n "${3:-}" ]; then
    grep -v "^$3=" "$HERE/$1" > "$new"
    if [ -f "$KEEP/home/$1" ]; then grep "^$3=" "$KEEP/home/$1" >> "$new"; fi
  fi
  chmod "$2" "$new" || fail "can't set the mode of /$1"
  place "$1"
}

# What stands at a path, to be changed in part, with its owner and mode, else nothing; and our part of it.
begin() {
  folder "$1"
  if [ -f "$ROOT/$1" ]; then
    cp -p "$ROOT/$1" "$new" || fail "can't write /$1"
    old="$ROOT/$1"
  else
    : > "$new" || fail "can't write /$1"
    chmod "$2" "$new" || fail "can't set the mode of /$1"
    old=/dev/null
  fi
  own="$HERE/$1"
  [ -f "$own" ] || own=/dev/null
}

# put_keys PATH MODE [KEY...]: our lines KEY=value in their places, all others stay; KEYs that only home has go.
put_keys() {
  begin "$1" "$2"
  target="$1"
  shift 2
  GONE=" $* " awk '
    function key(line) { sub(/=.*/, "", line); gsub(/[ \t]/, "", line); return line }
    FILENAME == ARGV[1] { if ($0 ~ /=/) { line[key($0)] = $0; order[++count] = key($0) } next }
    /^[ \t]*#/ || !/=/ { print; next }
    key($0) in line { if (!(key($0) in done)) print line[key($0)]; done[key($0)] = 1; next }
    index(ENVIRON["GONE"], " " key($0) " ") { next }
    { print }
    END { for (i = 1; i <= count; i++) if (!(order[i] in done)) print line[order[i]] }
  ' "$own" "$old" > "$new" || fail "can't write /$target"
  place "$target"
}

# put_lines PATH MODE [LINE...]: our lines added where they aren't there; LINEs that only home has go.
put_lines() {
  begin "$1" "$2"
  target="$1"
  shift 2
  GONE="$(printf '%s\n' "$@")" awk '
    BEGIN { count = split(ENVIRON["GONE"], lines, "\n"); for (i = 1; i <= count; i++) if (lines[i] != "") gone[lines[i]] = 1 }
    FILENAME == ARGV[1] { ours[++own] = $0; next }
    $0 in gone { next }
    { seen[$0] = 1; print }
    END { for (i = 1; i <= own; i++) if (!(ours[i] in seen)) print ours[i] }
  ' "$own" "$old" > "$new" || fail "can't write /$target"
  place "$target"
}

# put_hosts FROM TO GONE NAME OLD: this system's own addresses, FROM each to the one at its place in TO, and its full name
# on their lines; lines of addresses in GONE go; all others stay.
put_hosts() {
  begin etc/hosts 644
  awk -v from="$1" -v to="$2" -v gone=" $3 " -v name="$4" -v was="$5" '
    BEGIN { count = split(from, old, " "); split(to, fresh, " "); for (i = 1; i <= count; i++) map[old[i]] = fresh[i] }
    FILENAME == ARGV[1] { ours[++own] = $0; split($0, word, " "); mine[word[1]] = 1; next }
    $1 in map { sub(/[^ \t]+/, map[$1]) }
    index(gone, " " $1 " ") { next }
    ($1 in mine) && was != name {
      rest = $0
      line = ""
      while (match(rest, /[^ \t]+/)) {
        word_here = substr(rest, RSTART, RLENGTH)
        line = line substr(rest, 1, RSTART - 1) (word_here == was ? name : word_here)
        rest = substr(rest, RSTART + RLENGTH)
      }
      $0 = line rest
    }
    { seen[$1] = 1; print }
    END { for (i = 1; i <= own; i++) { split(ours[i], word, " "); if (!(word[1] in seen)) print ours[i] } }
  ' "$own" "$old" > "$new" || fail "can't write /etc/hosts"
  place etc/hosts
}

away() {
  [ -e "$ROOT/$1" ] || return 0
  rm -f "$ROOT/$1" || fail "can't take /$1 away"
  echo "taken away (kept): /$1"
}

check_system
have 'etc/hotsite.zdev'
sound 'etc/hotsite.zdev'
have 'etc/udev/rules.d/70-persistent-net.rules'
sound 'etc/udev/rules.d/70-persistent-net.rules'
have 'boot/zipl/active_devices.txt'
sound 'boot/zipl/active_devices.txt'
have 'etc/sysconfig/network/ifcfg-eth0'
sound 'etc/sysconfig/network/ifcfg-eth0'
have 'etc/sysconfig/network/ifroute-eth0'
sound 'etc/sysconfig/network/ifroute-eth0'
have 'etc/sysconfig/network/config'
sound 'etc/sysconfig/network/config'
have 'etc/hosts'
sound 'etc/hosts'
sound 'etc/udev/rules.d/41-qeth-0.0.0600.rules'
sound 'etc/udev/rules.d/41-cio-ignore.rules'
others sound 'etc/sysconfig/network/ifcfg-[!l]*'
others sound 'etc/sysconfig/network/ifroute-*'
others sound 'etc/sysconfig/network/routes'
others sound 'etc/udev/rules.d/51-qeth-*.rules'
others sound 'etc/udev/rules.d/51-hsi-*.rules'

(umask 077 && mkdir -p "$KEEP") || fail "can't make $KEEP"
save 'etc/hotsite.zdev'
save 'etc/udev/rules.d/70-persistent-net.rules'
save 'boot/zipl/active_devices.txt'
save 'etc/sysconfig/network/ifcfg-eth0'
save 'etc/sysconfig/network/ifroute-eth0'
save 'etc/sysconfig/network/config'
save 'etc/hosts'
save 'etc/udev/rules.d/41-qeth-0.0.0600.rules'
save 'etc/udev/rules.d/41-cio-ignore.rules'
others save 'etc/sysconfig/network/ifcfg-[!l]*'
others save 'etc/sysconfig/network/ifroute-*'
others save 'etc/sysconfig/network/routes'
others save 'etc/udev/rules.d/51-qeth-*.rules'
others save 'etc/udev/rules.d/51-hsi-*.rules'

STATE='some files may be changed: run it again, or revert.sh'
others away 'etc/sysconfig/network/ifcfg-[!l]*'
others away 'etc/sysconfig/network/ifroute-*'
others away 'etc/sysconfig/network/routes'
others away 'etc/udev/rules.d/51-qeth-*.rules'
others away 'etc/udev/rules.d/51-hsi-*.rules'
put 'etc/hotsite.zdev' 644
put_lines 'etc/udev/rules.d/70-persistent-net.rules' 644
put_lines 'boot/zipl/active_devices.txt' 644
put 'etc/sysconfig/network/ifcfg-eth0' 644
put 'etc/sysconfig/network/ifroute-eth0' 644
put_keys 'etc/sysconfig/network/config' 644
put_hosts '10.60.21.50' '10.99.21.50' '' 'lnxdev06.bank.example' 'lnxdev06.bank.example'
echo "$GUEST: done; the home files are kept in $KEEP"
cat << 'END'
Now, if it looks right (see README.txt):
  udevadm control --reload
  chzdev --import /etc/hotsite.zdev --persistent --no-root-update --yes
  chzdev --apply qeth --configured --yes
  udevadm settle
  wicked ifreload all
  netconfig update -f
END
