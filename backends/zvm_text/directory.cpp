#include "backends/zvm_text/directory.h"

#include <map>
#include <set>

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

bool IsOpen(std::string_view text) { return text.find("??") != std::string_view::npos; }

Profiles FindProfiles(const std::vector<GuestEntry>& entries) {
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
      found->second.name = fmt::format("DRPROF{}", ++number);
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
    Remark(out,
           "THESE ENTRIES REPLACE THOSE OF THE RESTORED DIRECTORY. OPTION, SHARE, ACCOUNT AND OTHER STATEMENTS THAT "
           "THE SPEC DOES NOT KNOW MUST BE CARRIED OVER FROM THERE.");
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

/// The z/VM's own stack hangs on one of its own LANs: its NICDEF belongs into an entry that we don't own.
void WriteStack(TextWriter& out, const Host& host) {
  for (const model::PlacedNic& nic : host.placement.nics) {
    if (!nic.of_tcpip || nic.attachment.kind != model::Attachment::Kind::kLan) continue;
    if (&host.model.at(nic.attachment.host) != &host.placement) continue;
    const model::Lan& lan = host.placement.lans[nic.attachment.lan].lan;
    Remark(out, fmt::format("ADD TO THE ENTRY OF {}:  NICDEF {} TYPE {} LAN SYSTEM {}",
                            StatementName(host.system().tcpip->userid), nic.device.ToString(),
                            lan.type == model::LanType::kHipers ? "HIPERS" : "QDIO", StatementName(lan.name)));
  }
}

}  // namespace

HostFile WriteDirectory(const Host& host) {
  OpenPlaces open(host.requirements);
  std::vector<GuestEntry> entries;
  for (const model::PlacementId id : host.placement.guests) {
    entries.push_back(MakeGuestEntry(host, host.model.at(id), open));
  }
  Profiles profiles = FindProfiles(entries);
  TextWriter stack;
  WriteStack(stack, host);
  const std::string stack_text = stack.Take();
  if (entries.empty() && stack_text.empty()) return {};
  TextWriter out;
  WriteHead(out, host, entries.size());
  WriteProfiles(out, profiles, entries);
  for (const GuestEntry& entry : entries) WriteEntry(out, profiles, entry);
  return {"USER.DIRECT", out.Take() + stack_text, open.Take()};
}

}  // namespace hotsite::backends::zvm_text
