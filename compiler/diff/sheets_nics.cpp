// Network interfaces of a system and of a z/VM's TCP/IP stack: what they are, and what they get at a site.
#include <fmt/format.h>

#include <utility>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"
#include "compiler/diff/spec_changes.h"
#include "compiler/model/grants.h"

namespace hotsite::diff {
namespace {

/// `nic 0600`, `TCP/IP nic 0900` of a z/VM's own stack, `BACKUP over nic 0600`.
std::string PartOf(const View& view, const model::Nic& nic, bool of_tcpip) {
  std::string part = (of_tcpip ? "TCP/IP nic " : "nic ") + nic.device.ToString();
  if (nic.over) part = fmt::format("{} over {}", view.Name(nic.network), part);
  return part;
}

/// What the spec says of it, wherever its system runs. Nic::device is in its part: another number, another NIC.
void AddOwn(const View& view, const std::vector<model::Nic>& all, const model::Nic& nic, Sheet& sheet) {
  const Span span = nic.written.name;
  AddWord(sheet, codes::kNicNetwork, "network", std::string(view.Name(nic.network)), span);
  if (nic.mac) AddWord(sheet, codes::kMac, "MAC address", nic.mac->ToString(), span);
  if (nic.type) AddWord(sheet, codes::kNicType, "type", ToString(*nic.type), span);
  if (nic.bonded_with)
    AddWord(sheet, codes::kBond, "bonded with", "nic " + all[*nic.bonded_with].device.ToString(), span);
}

Sheet& NicSheet(const View& view, const model::Nic& nic, bool of_tcpip, std::string_view place, std::string subject,
                std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  sheet.part = PartOf(view, nic, of_tcpip);
  sheet.key = fmt::format("{}/{}", place, sheet.part);
  sheet.subject = std::move(subject);
  sheet.is_new = codes::kNewNic;
  sheet.is_gone = codes::kNicGone;
  sheet.description = fmt::format("on {}", view.Name(nic.network));
  sheet.span = nic.written.name;
  return sheet;
}

/// An attachment to devices is told by what they belong to; which ones they are is a fact of its own, that follows what
/// the system is given.
void AddDevices(const View& view, const model::Placement& placement, const model::Attachment& attachment, Span span,
                Sheet& sheet) {
  const model::Carrier& carrier = view.model().at(attachment.carrier);
  AddWord(sheet, codes::kAttachment, "attachment", fmt::format("{} {}", carrier.KindName(), carrier.name), span);
  sheet.facts.back().exact = fmt::format("{} of {}", sheet.facts.back().text, view.Name(carrier.machine));
  sheet.facts.back().follows = PlacementKey(view, placement) + "#placement";
  if (attachment.device.absent()) return;
  AddWord(sheet, codes::kRealDevice, "real devices", "dealt out", span);
  sheet.facts.back().detail_of = "attachment";
  const model::SystemId given = model::GrantFor(view.model(), carrier.grants, placement).system;
  sheet.facts.back().exact = attachment.device.open() ? std::string(kLeftToVendor) : attachment.device->ToString();
  sheet.facts.back().follows = GrantKey(view, carrier.machine, carrier.name, given) + "#device numbers";
}

}  // namespace

void AddAttachment(const View& view, const model::Placement& placement, const model::Attachment& attachment, Span span,
                   Sheet& sheet) {
  using Kind = model::Attachment::Kind;
  switch (attachment.kind) {
    case Kind::kNone:
      AddWord(sheet, codes::kAttachment, "attachment", "nothing carries it", span);
      break;
    case Kind::kLan: {
      const model::Placement& host = view.model().at(attachment.host);
      const model::Lan& lan = host.lans[attachment.lan].lan;
      AddWord(sheet, codes::kAttachment, "attachment", fmt::format("{} {}", lan.KindName(), lan.name), span);
      sheet.facts.back().exact = fmt::format("{} of {}", sheet.facts.back().text, view.Name(host.system));
      sheet.facts.back().follows = PlacementKey(view, placement) + "#placement";
      break;
    }
    case Kind::kDevices:
      AddDevices(view, placement, attachment, span, sheet);
      break;
  }
}

void AddNics(const View& view, model::PlacementId id, std::vector<Sheet>& sheets) {
  const model::Placement& placement = view.model().at(id);
  const model::System& system = view.model().SystemOf(placement);
  const std::string place = PlacementKey(view, placement), subject = view.KeyOf(placement.system);
  for (const model::PlacedNic& placed : placement.nics) {
    const model::Nic& nic = view.model().NicOf(placement, placed);
    Sheet& sheet = NicSheet(view, nic, placed.of_tcpip, place, subject, sheets);
    sheet.owner = place;
    sheet.site = view.Name(placement.site);
    sheet.recovery = view.model().at(placement.site).recovery;
    AddOwn(view, placed.of_tcpip ? system.tcpip->nics : system.nics, nic, sheet);
    if (!nic.addresses.empty()) {
      AddWord(sheet, codes::kAddress, "address", TextOf(view, nic.addresses), nic.addresses.front().span);
      sheet.facts.back().exact = ResolvedOf(view, placement.site, nic.addresses);
      sheet.facts.back().follows = SubnetKey(view, placement.site, nic.network);
    }
    if (placed.has_device()) AddAttachment(view, placement, placed.attachment, nic.written.name, sheet);
  }
}

void AddUnplacedNics(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  const model::System& system = view.model().at(id);
  const std::string subject = view.KeyOf(id), marker = UnplacedKey(view, id);
  const auto add = [&](const std::vector<model::Nic>& nics, bool of_tcpip) {
    for (const model::Nic& nic : nics) {
      Sheet& sheet = NicSheet(view, nic, of_tcpip, marker, subject, sheets);
      sheet.owner = marker;
      AddOwn(view, nics, nic, sheet);
      if (!nic.addresses.empty())
        AddWord(sheet, codes::kAddress, "address", TextOf(view, nic.addresses), nic.addresses.front().span);
    }
  };
  add(system.nics, false);
  if (system.tcpip) add(system.tcpip->nics, true);
}

}  // namespace hotsite::diff
