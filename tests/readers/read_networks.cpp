// netplan, NetworkManager, systemd-networkd, ifupdown, ip route.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "tests/acceptance/run_program.h"
#include "tests/readers/reader_run.h"

namespace hotsite::readers {
namespace {

/// Writes the files below `root`, for nobody else's eyes where the reader insists on it.
void Place(const Scratch& scratch, const std::string& root, const Files& files, bool secret) {
  for (const auto& [path, text] : files) {
    scratch.Write(root + "/" + path, text);
    if (secret) {
      std::filesystem::permissions(scratch / (root + "/" + path),
                                   std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
  }
}

std::string InNamespace(const std::string& script) { return "unshare -n -m bash -c " + acceptance::Quoted(script); }

}  // namespace

Reading ReadNetplan(const Files& files) {
  const Scratch scratch;
  Place(scratch, "system", files, true);
  return RunReader(scratch, R"(fetched usr/libexec/netplan/generate --root-dir "$FOLDER"system || exit $?
find system/run/systemd/network -type f 2>/dev/null | LC_ALL=C sort | while read -r file; do
  echo "== ${file##*/}"; cat "$file"
done)");
}

Reading ReadKeyfile(const std::string& text) {
  const Scratch scratch;
  scratch.Write("in", text);
  Reading result = RunReader(scratch, "fetched usr/bin/nmcli --offline connection modify <in");
  if (result.understood != text) result.complaints += "nmcli writes other bytes:\n" + result.understood;
  return result;
}

Reading ReadNetworkd(const Files& files) {
  const Scratch scratch;
  for (const auto& [path, text] : files)
    scratch.Write("network/" + std::filesystem::path(path).filename().string(), text);
  // It serves until it is stopped; a second is long enough for it to read. Kernels of containers know no bonds.
  Reading result = RunReader(scratch, InNamespace(R"(mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/network &&
cp network/* /run/systemd/network/ && chmod 644 /run/systemd/network/* &&
SYSTEMD_LOG_TARGET=console SYSTEMD_COLORS=0 timeout 1 /lib/systemd/systemd-networkd)"),
                             {"Enumeration completed", ": netdev could not be created: Operation not supported"});
  constexpr int kStopped = 124;
  if (result.exit_code == kStopped) result.exit_code = 0;
  return result;
}

Reading ReadInterfaces(const Files& files) {
  const Scratch scratch;
  std::string main;
  for (const auto& [path, text] : files) {
    scratch.Write("system/" + path, text);
    if (path == "etc/network/interfaces") main = text;
  }
  if (main.empty()) main = "source /etc/network/interfaces.d/*\n";
  for (std::size_t at = 0; (at = main.find(" /etc/", at)) != std::string::npos; ++at)
    main.replace(at, 6, " " + (scratch / "system/etc/"));
  scratch.Write("interfaces", main);
  // Told to do nothing, ifup says on stderr what it would do, and complains in lines of its own. Options that are read
  // by scripts of other packages (bond-slaves) only ifquery tells.
  return RunReader(scratch, R"(mkdir run
fetched sbin/ifup --no-act --force --state-dir run -i interfaces --all 2>said
rc=$?; grep -vE '^(ifup:|$)' said; grep '^ifup:' said >&2
for face in $(fetched sbin/ifquery -i interfaces --list 2>/dev/null); do
  fetched sbin/ifquery -i interfaces "$face" 2>/dev/null | sed "s/^/option $face /"
done
exit $rc)");
}

Reading ReadRoutes(const std::string& text, const std::multimap<std::string, std::string>& addresses) {
  const Scratch scratch;
  std::string script = "ip link set lo up\n";
  std::set<std::string> faces;
  for (const auto& [face, address] : addresses) {
    if (faces.insert(face).second) {
      const std::string peer = "peer" + std::to_string(faces.size());
      script += "ip link add " + face + " type veth peer name " + peer + " && ip link set " + face + " up && ";
      script += "ip link set " + peer + " up\n";
    }
    script += "ip addr add " + address + " dev " + face + (address.find(':') == std::string::npos ? "\n" : " nodad\n");
  }
  int number = 0;
  for (const std::string& line : Lines(text)) {
    if (line.empty() || line.starts_with('#')) continue;
    script += "ip route add " + line + " || echo \"line " + std::to_string(++number) + " refused\" >&2\n";
  }
  script += "ip -4 route show proto boot; ip -6 route show proto boot\n";
  return RunReader(scratch, InNamespace(script));
}

}  // namespace hotsite::readers
