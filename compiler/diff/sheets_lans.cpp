// Vswitches and guest LANs of a z/VM, bridges of a KVM host.
#include <fmt/format.h>

#include <utility>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

void AddControllers(const model::Lan& lan, Sheet& sheet) {
  if (!lan.is_vswitch()) return;
  const Span span = lan.controllers_span.valid() ? lan.controllers_span : lan.written.name;
  if (lan.controllers.open()) return AddOpen(sheet, codes::kControllers, "controllers", span);
  std::string names = "those shipped with z/VM";
  if (lan.controllers.known()) names = Joined(*lan.controllers);
  if (lan.controllers_none) names = "none";
  AddWord(sheet, codes::kControllers, "controllers", std::move(names), span);
}

/// An absent transport is told as the one that is meant, except for a vswitch, which must say it.
void AddType(const model::Lan& lan, Sheet& sheet) {
  const Span span = lan.written.name;
  AddWord(sheet, codes::kLanType, "type", lan.is_bridge() ? ToString(lan.bridge_type) : ToString(lan.type), span);
  if (!lan.is_vswitch()) {
    AddWord(sheet, codes::kLanType, "transport", ToString(lan.effective_transport()), span);
  } else {
    AddStated(sheet, codes::kLanType, "transport", lan.transport, [](model::Transport one) { return ToString(one); });
  }
  AddStatedAmount(
      sheet, codes::kLanType, "frame size", lan.frame, Meant::kExactly,
      [](FrameSize size) { return std::int64_t{size.kib()}; }, [](FrameSize size) { return size.ToString(); });
}

void AddUplinkFacts(const model::Lan& lan, Sheet& sheet) {
  if (!lan.takes_uplinks()) return;
  const std::int64_t count = lan.local ? 0 : lan.uplinks;
  AddCapacity(sheet, codes::kUplinks, "uplinks", count, count == 0 ? "none" : fmt::to_string(count), lan.written.name,
              model::Comparator::kAtLeast);
  if (lan.is_vswitch())
    AddWord(sheet, codes::kPrimaryRouter, "primary router", YesOrNo(lan.primary_router), lan.written.name);
}

Sheet LanSheet(const View& view, const model::Lan& lan, const std::string& place, std::string subject) {
  Sheet sheet;
  sheet.part = fmt::format("{} {}", lan.KindName(), lan.name);
  sheet.key = fmt::format("{}/{}", place, sheet.part);
  sheet.owner = place;
  sheet.subject = std::move(subject);
  sheet.is_new = codes::kNewLan;
  sheet.is_gone = codes::kLanGone;
  const std::string networks = NamesOf(view, lan.networks);
  sheet.description = networks.empty() ? "carries nothing" : "carries " + networks;
  sheet.span = lan.written.name;
  AddNames(sheet, codes::kLanNetworks, "networks", networks, lan.written.name);
  AddType(lan, sheet);
  AddControllers(lan, sheet);
  AddUplinkFacts(lan, sheet);
  AddEditorial(sheet, codes::kWords, "comment", lan.doc, lan.written.name);
  return sheet;
}

}  // namespace

void AddLans(const View& view, model::PlacementId id, std::vector<Sheet>& sheets) {
  const model::Placement& placement = view.model().at(id);
  if (placement.lans.empty()) return;
  const std::string place = PlacementKey(view, placement), subject = view.KeyOf(placement.system);
  for (const model::PlacedLan& placed : placement.lans) {
    Sheet lan = LanSheet(view, placed.lan, place, subject);
    lan.site = view.Name(placement.site);
    lan.recovery = view.model().at(placement.site).recovery;
    for (std::size_t i = 0; i < placed.uplinks.size(); ++i) {
      Sheet& uplink = sheets.emplace_back();  // how many there are is a fact of the LAN
      uplink.key = fmt::format("{}/uplink {}", lan.key, i + 1);
      uplink.subject = subject;
      uplink.part = placed.uplinks.size() == 1 ? lan.part : fmt::format("{}, uplink {}", lan.part, i + 1);
      uplink.site = lan.site;
      uplink.recovery = lan.recovery;
      AddAttachment(view, placement, placed.uplinks[i], placed.lan.written.name, uplink);
    }
    sheets.push_back(std::move(lan));
  }
}

void AddUnplacedLans(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  for (const model::Lan& lan : view.model().at(id).lans)
    sheets.push_back(LanSheet(view, lan, UnplacedKey(view, id), view.KeyOf(id)));
}

}  // namespace hotsite::diff
