// Where a system sends packets, and the addresses that aren't those of a NIC: they aren't a matter of sites.
#include <fmt/format.h>

#include <utility>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

std::string DestinationOf(const View& view, const model::Route& route) {
  if (route.network.valid()) return std::string(view.Name(route.network));
  return route.subnet ? route.subnet->ToString() : "default";
}

void AddRoute(const View& view, const model::Route& route, const std::string& subject, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  sheet.part = "route " + DestinationOf(view, route);
  sheet.key = fmt::format("route/{}/{}", subject, sheet.part);
  sheet.owner = "system/" + subject;
  sheet.subject = subject;
  sheet.is_new = sheet.is_gone = codes::kRoutes;
  sheet.description = "via " + TextOf(view, route.via);
  sheet.span = route.span;
  AddWord(sheet, codes::kRoutes, "via", TextOf(view, route.via), route.span);
}

/// Always there for a z/OS, so that its first virtual address is told as one.
void AddVipas(const View& view, const model::System& system, const std::string& subject, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  sheet.key = "vipa/" + subject;
  sheet.subject = subject;
  if (system.vipas.empty()) return;
  std::vector<std::string> texts;
  for (const model::Vipa& vipa : system.vipas) texts.push_back(TextOf(view, vipa.address));
  AddNames(sheet, codes::kVipas, "virtual addresses", InOrder(std::move(texts)), system.vipas.front().written.name);
}

}  // namespace

void AddRoutes(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  const model::System& system = view.model().at(id);
  if (system.routes.empty() && !system.is_zos()) return;
  const std::string subject = view.KeyOf(id);
  for (const model::Route& route : system.routes) AddRoute(view, route, subject, sheets);
  if (system.is_zos()) AddVipas(view, system, subject, sheets);
}

}  // namespace hotsite::diff
