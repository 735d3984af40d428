#include "backends/zvm_text/directory.h"

#include <algorithm>
#include <map>
#include <set>

#include "backends/zvm_text/controller_entries.h"
#include "backends/zvm_text/guest_devices.h"
#include "backends/zvm_text/guest_entry.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

struct Profile {
  std::string name;  // empty: used by one guest only, so not written
  std::size_t users = 0;
};

/// The profiles by the statements that they hold.
using Profiles = std::map<std::string, Profile>;

/// What decides whether two guests can share a profile. NICs and disks stay with the guest: MDISK may not stand in a
/// profile, and who changes a network looks for it in the guest's entry.
std::string SharedText(const GuestEntry& entry) {
  std::string text;
  for (const std::string& line : entry.general) text += line + "\n";
  for (const std::string& line : entry.devices) text += line + "\n";
  return text;
}

bool UsesProfiles(const Profiles& profiles) {
  return std::any_of(profiles.begin(), profiles.end(), [](const auto& one) { return !one.second.name.empty(); });
}

bool IsOpen(std::string_view text) { return text.find("??") != std::string_view::npos; }

/// A profile's name. Members of a single system image share one directory, so each has its own letter.
std::string ProfileName(const Host& host, std::size_t number) {
  const Membership member = MembershipOf(host);
  if (member.cluster != nullptr) return fmt::format("DRP{}{}", static_cast<char>('A' + member.place % 26), number);
  return (number < 100 ? "DRPROF" : "DRP") + std::to_string(number);
}

Profiles FindProfiles(const Host& host, const std::vector<GuestEntry>& entries) {
  Profiles profiles;
  std::set<std::string> taken;
  for (const GuestEntry& entry : entries) {
    taken.insert(entry.name);
    const std::string text = SharedText(entry);
    if (!IsOpen(text)) ++profiles[text].users;
  }
  std::size_t number = 0;
  for (const GuestEntry& entry : entries) {  // numbered in text order, not in the map's
    const auto found = profiles.find(SharedText(entry));
    if (found == profiles.end() || found->second.users < 2 || !found->second.name.empty()) continue;
    do {
      found->second.name = ProfileName(host, ++number);
    } while (taken.contains(found->second.name));
  }
  return profiles;
}

void WriteHead(TextWriter& out, const Host& host, std::size_t guests) {
  Remark(out, host.Title() + ": USER DIRECTORY ENTRIES OF " + ToUpper(CountOf(guests, "guest")) + ".");
  Remark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE. README.TXT SAYS WHERE IT GOES.");
  Remark(out,
         "AUTOONLY: XAUTOLOG ONLY, NOBODY LOGS ON, NO PASSWORD IS NEEDED OR WRITTEN HERE. TO GET AT A CONSOLE, "
         "SAY LBYONLY INSTEAD AND ADD  LOGONBY USERID  BEHIND THE USER OR INCLUDE STATEMENT.");
  if (!host.vendors()) {
    Remark(
        out,
        "THESE ENTRIES REPLACE THOSE OF THE RESTORED DIRECTORY. OPTION, ACCOUNT, OTHER STATEMENTS THAT THE SPEC DOES "
        "NOT KNOW, AND SHARE WHERE THERE IS NONE HERE, MUST BE CARRIED OVER FROM THERE.");
  }
  out.Line();
}

void WriteShared(TextWriter& out, const GuestEntry& entry) {
  for (const std::string& line : entry.general) out.Line(line);
  for (const std::string& line : entry.devices) out.Line(line);
}

void WriteProfiles(TextWriter& out, Profiles& profiles, const std::vector<GuestEntry>& entries) {
  std::set<std::string> written;
  for (const GuestEntry& entry : entries) {
    const auto found = profiles.find(SharedText(entry));
    if (found == profiles.end() || found->second.name.empty() || !written.insert(found->second.name).second) continue;
    Remark(out, fmt::format("SHARED BY {} GUESTS", found->second.users));
    out.Line("PROFILE {}", found->second.name);
    WriteShared(out, entry);
    out.Line();
  }
}

void WriteEntry(TextWriter& out, const Profiles& profiles, const GuestEntry& entry) {
  for (const std::string& remark : entry.remarks) Remark(out, remark);
  out.Line(entry.user);
  const auto found = profiles.find(SharedText(entry));
  if (found != profiles.end() && !found->second.name.empty()) {
    out.Line("INCLUDE {}", found->second.name);
  } else {
    WriteShared(out, entry);
  }
  for (const std::string& line : entry.own) {
    if (line.starts_with("* ")) {
      Remark(out, line.substr(2));
    } else {
      out.Line(line);
    }
  }
  out.Line();
}

/// The z/VM's own stack hangs on one of its own LANs: its NICDEF belongs into an entry that we don't own. From z/VM 6.2
/// the stack is an identity, and what one member has stands in its SUBCONFIG (from knowledge).
void WriteStack(TextWriter& out, const Host& host, OpenPlaces& open) {
  const std::string userid = host.system().tcpip ? StatementName(host.system().tcpip->userid) : "";
  const std::string entry = MembershipOf(host).cluster == nullptr
                                ? "THE ENTRY OF " + userid
                                : "THE SUBCONFIG THAT " + userid + " USES ON MEMBER " + host.node;
  std::vector<std::string> lines;
  for (const std::vector<LanMember>& members : host.members) {
    for (const LanMember& member : members) {
      if (member.guest == &host.placement) AddNic(lines, host, host.placement, member.nic, open);
    }
  }
  if (lines.empty()) return;
  Remark(out, "ADD TO " + entry + ":");
  for (const std::string& line : lines) Remark(out, line);
}

/// The vendor takes out again what stands between the two, so they are told by what no other entry says.
void WriteMark(TextWriter& out, const Host& host, std::string_view which) {
  if (host.vendors()) Remark(out, fmt::format("{}, {}", which, host.Title()));
}

}  // namespace

HostFile WriteDirectory(const Host& host) {
  OpenPlaces open(host.requirements);
  std::vector<GuestEntry> entries;
  for (const model::PlacementId id : host.placement.guests) {
    entries.push_back(MakeGuestEntry(host, host.model.at(id), open));
  }
  Profiles profiles = FindProfiles(host, entries);
  TextWriter rest;
  WriteControllerEntries(rest, host);
  WriteStack(rest, host, open);
  const std::string rest_text = rest.Take();
  if (entries.empty() && rest_text.empty()) return {};
  TextWriter out;
  WriteHead(out, host, entries.size());
  if (UsesProfiles(profiles)) {
    WriteMark(out, host, kBeginProfiles);
    WriteProfiles(out, profiles, entries);
    WriteMark(out, host, kEndProfiles);
  }
  WriteMark(out, host, kBeginEntries);
  for (const GuestEntry& entry : entries) WriteEntry(out, profiles, entry);
  if (!rest_text.empty()) out.Line(std::string_view(rest_text));
  WriteMark(out, host, kEndEntries);
  return {"USER.DIRECT", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
