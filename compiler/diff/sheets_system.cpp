// What a system is, wherever it runs. Told elsewhere: NICs, LANs, routes and virtual IP addresses with the networks;
// guests by sheets of their own; resources, settings, start order, restore, IPL in sheets_declared.cpp and at each
// placement; volumes, disks and paths to SCSI disks in sheets_storage.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/in_force.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// What it is made of, as the spec writes it: zvm_5_4, zos_3_1, sles_10_sp2.
std::string_view ReleaseOf(const model::Model& model, const model::System& system) {
  if (system.release.valid()) return model.at(system.release).name;
  if (system.zos_release.valid()) return model.at(system.zos_release).name;
  if (system.distribution.valid()) return model.at(system.distribution).name;
  return {};
}

/// The older spec's system of another name says what the newer one has to say of it: that isn't a change of its own
/// beside the rename. What else `renamed from` says bears on the identifiers of requirements.
std::string_view RenamedFrom(const View& view, model::SystemId id) {
  const model::System& system = view.model().at(id);
  return view.Name(id) == system.name ? std::string_view(system.renamed_from) : std::string_view(system.name);
}

/// `weekly flashcopy then tape`.
std::string BackupText(const model::Backup& backup) {
  return fmt::format("{}{} {}", backup.frequency, backup.full ? " full to" : "", fmt::join(backup.media, " then "));
}

std::string BackupsText(const std::vector<model::Backup>& backups) {
  std::vector<std::string> texts;
  for (const model::Backup& backup : backups) texts.push_back(BackupText(backup));
  return InOrder(std::move(texts));
}

std::string AddressesText(const View& view, const std::vector<model::Address>& addresses) {
  std::vector<std::string> texts;
  for (const model::Address& address : addresses) {
    texts.push_back(address.network.valid() ? fmt::format("{}[{}]", view.Name(address.network), address.index)
                                            : address.literal.ToString());
  }
  return InOrder(std::move(texts));
}

std::string ForwardsText(const View& view, const std::vector<model::NetworkId>& networks) {
  std::vector<std::string> texts;
  for (const model::NetworkId network : networks) texts.emplace_back(view.Name(network));
  return InOrder(std::move(texts));
}

void AddObjective(const std::optional<model::Objective>& objective, Sheet& sheet) {
  if (!objective) return;
  const auto add = [&](std::string_view attribute, const std::optional<Duration>& time) {
    if (time) AddAmountAtMost(sheet, codes::kObjective, attribute, time->minutes(), time->ToString(), objective->span);
  };
  add("recovery time objective", objective->rto);
  add("recovery point objective", objective->rpo);
  AddEditorial(sheet, codes::kWords, "reason for the objective", objective->reason, objective->span);
}

/// What others know it by, and what it does for them.
void AddRole(const View& view, const model::System& system, Sheet& sheet) {
  const Span name = system.written.name;
  if (system.tier != model::Tier::kUnsaid) AddWord(sheet, codes::kTier, "tier", ToString(system.tier), name);
  if (!system.runs.empty()) AddWord(sheet, codes::kPurpose, "runs", InOrder(system.runs), name);
  if (system.cluster.valid())
    AddWord(sheet, codes::kSingleSystemImage, "single system image", view.model().at(system.cluster).name, name);
  if (system.tcpip)
    AddWord(sheet, codes::kTcpipStack, "TCP/IP stack", system.tcpip->userid, system.tcpip->written.name);
  if (!system.forwards.empty())
    AddNames(sheet, codes::kForwards, "forwards", ForwardsText(view, system.forwards), name);
  if (!system.addresses.empty())
    AddNames(sheet, codes::kExternalAddress, "address", AddressesText(view, system.addresses), name);
  AddNames(sheet, codes::kNeeds, "needs", NamesOf(view, system.needs), name);
  AddNames(sheet, codes::kNeeds, "needed by", NamesOf(view, system.needed_by), name);
}

}  // namespace

Sheet SheetOf(const View& view, model::SystemId id) {
  const model::System& system = view.model().at(id);
  const Span name = system.written.name;
  Sheet sheet;
  sheet.subject = view.KeyOf(id);
  sheet.key = "system/" + sheet.subject;
  sheet.is_new = codes::kNewSystem;
  sheet.is_gone = codes::kSystemGone;
  sheet.span = name;
  AddName(sheet, codes::kSystemRenamed, system.name, name);
  AddWord(sheet, codes::kSystemRenamed, "renamed from", std::string(RenamedFrom(view, id)), name);
  AddWord(sheet, codes::kKind, "kind", ToString(system.kind), name);
  AddWord(sheet, codes::kProvider, "provided by", system.vendors ? "the vendor" : "the customer", name);
  AddWord(sheet, codes::kRelease, system.is_linux() || system.is_kvm() ? "distribution" : "release",
          std::string(ReleaseOf(view.model(), system)), name);
  AddRole(view, system, sheet);
  if (!system.backups.empty())
    AddWord(sheet, codes::kBackup, "backup", BackupsText(system.backups), system.backups.front().span);
  AddObjective(system.objective, sheet);
  AddEditorial(sheet, codes::kWords, "comment", system.doc, name);
  return sheet;
}

}  // namespace hotsite::diff
