#include "backends/zvm_text/guest_entry.h"

#include "backends/zvm_text/guest_devices.h"
#include "backends/zvm_text/guest_processors.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Placement;
using model::System;

std::string SizeOf(const model::Stated<MemorySize>& size, const std::string& what, OpenPlaces& open) {
  if (size.open()) return open.Token(size.hole(), what);
  return size.known() ? size->ToZvm() : kUnsaid;
}

/// Linux is only XAUTOLOGged, so AUTOONLY: nobody can log on to it, and there is no password to lie in a file. NOLOG
/// would forbid XAUTOLOG as well, NOPASS lets anybody in (CP Planning and Administration, USER). z/OS and z/VM are
/// IPLed by hand from their console. Storage beyond the first size is left as CP gives it: as standby storage (COMMAND
/// DEFINE STORAGE) it would be of use only to a Linux that is set up for it, which the spec doesn't say.
std::string UserStatement(const Host& host, const Placement& guest, OpenPlaces& open) {
  const System& system = host.model.SystemOf(guest);
  const std::string name = StatementName(system.name);
  const std::string storage = SizeOf(guest.resources.memory, "storage of " + name, open);
  const model::Stated<MemorySize>& most = guest.resources.max_memory.Over(guest.resources.memory);
  const std::string maximum = SizeOf(most, "maximum storage of " + name, open);
  return fmt::format("USER {} {} {} {} G", name, system.is_linux() ? "AUTOONLY" : "LBYONLY", storage, maximum);
}

bool HasExpandedStorage(const Host& host) {
  const model::ReleaseId release = host.system().release;
  return release.valid() && host.model.at(release).expanded_storage.value.value_or(false);
}

void AddGeneral(GuestEntry& entry, const Host& host, const Placement& guest, OpenPlaces& open) {
  const System& system = host.model.SystemOf(guest);
  AddProcessors(entry, host, guest, open);
  const model::Stated<MemorySize>& xstore = guest.resources.xstore;
  const bool wants = xstore.open() || (xstore.known() && xstore->mib() > 0);
  if (wants && HasExpandedStorage(host)) {
    entry.general.push_back("XSTORE " + SizeOf(xstore, "expanded storage of " + entry.name, open));
  }
  if (const auto ipl = IplDeviceOf(system, guest)) {
    entry.general.push_back("IPL " + ipl->ToString());
    AddLoadDevice(entry.general, system, guest, *ipl, open);
  }
  if (!system.is_linux()) entry.general.push_back("LOGONBY OPERATOR");
}

/// Console and unit record devices as every shipped entry has them (zvm-bootcamp course). The links give CMS to who
/// logs on to a Linux guest; z/OS and z/VM would take them for volumes of theirs.
void AddStandardDevices(GuestEntry& entry, bool cms) {
  entry.devices = {"CONSOLE 0009 3215 T", "SPOOL 000C 2540 READER *", "SPOOL 000D 2540 PUNCH A", "SPOOL 000E 1403 A"};
  if (!cms) return;
  for (const char* disk : {"0190", "019D", "019E"}) entry.devices.push_back(fmt::format("LINK MAINT {0} {0} RR", disk));
}

void AddRemarks(GuestEntry& entry, const Host& host, const Placement& guest) {
  const System& system = host.model.SystemOf(guest);
  if (!system.doc.empty()) entry.remarks.push_back(PlainText(system.doc));
  if (!system.runs.empty()) entry.remarks.push_back("RUNS " + PlainText(JoinWords(system.runs)));
  if (!guest.resources.memory.known() && !guest.resources.memory.open()) {
    entry.remarks.push_back("THE SPEC DOES NOT SAY ITS STORAGE: REPLACE THE ?? IN THE USER STATEMENT.");
  }
  if (guest.resources.sharing.value_or(model::Sharing::kShared) == model::Sharing::kDedicated) {
    entry.remarks.push_back("IT NEEDS DEDICATED PROCESSORS: GIVE THEM BY CP COMMAND DEDICATE WHEN IT IS LOGGED ON.");
  }
  if (!system.is_linux()) {
    entry.remarks.push_back(ToUpper(model::ToString(system.kind)) +
                            ": NO IPL STATEMENT. LOGON BY OPERATOR, TERMINAL CONMODE 3270, IPL BY HAND.");
  } else if (!IplDeviceOf(system, guest)) {
    entry.remarks.push_back("THE SPEC NAMES NO DISK OF IT: NOTHING TO IPL FROM.");
  }
}

void AddOpenRemark(GuestEntry& entry, const std::vector<OpenPlace>& places, std::size_t from) {
  const std::vector<OpenPlace> mine(places.begin() + static_cast<std::ptrdiff_t>(from), places.end());
  if (mine.empty()) return;
  entry.remarks.push_back("WAITS FOR THE VENDOR: " + JoinWords(IdentifiersOf(mine), "AND") +
                          ". REPLACE EACH ?? BY THE ANSWER.");
}

}  // namespace

GuestEntry MakeGuestEntry(const Host& host, const Placement& guest, OpenPlaces& open) {
  GuestEntry entry;
  entry.name = StatementName(host.model.SystemOf(guest).name);
  const std::size_t from = open.all().size();
  AddRemarks(entry, host, guest);
  entry.user = UserStatement(host, guest, open);
  AddGeneral(entry, host, guest, open);
  AddStandardDevices(entry, host.model.SystemOf(guest).is_linux());
  for (const GuestNic& nic : NicsOf(host.model, guest)) AddNic(entry.own, host, guest, nic, open);
  AddFcp(entry.own, host, guest, open);
  AddDisks(entry.own, host.model, host.model.SystemOf(guest));
  AddOpenRemark(entry, open.all(), from);
  return entry;
}

}  // namespace hotsite::backends::zvm_text
