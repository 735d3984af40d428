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

}  // namespace

void AddRoutes(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  const std::vector<model::Route>& routes = view.model().at(id).routes;
  if (routes.empty()) return;
  const std::string subject = view.KeyOf(id);
  for (const model::Route& route : routes) AddRoute(view, route, subject, sheets);
}

void AddAddresses(const View& view, model::SystemId id, Sheet& sheet) {
  const model::System& system = view.model().at(id);
  AddNames(sheet, codes::kForwards, "routes between", NamesOf(view, system.forwards), system.written.name);
  std::vector<model::Address> vipas;
  for (const model::Vipa& vipa : system.vipas) vipas.push_back(vipa.address);
  if (!vipas.empty())
    AddNames(sheet, codes::kSystemAddress, "virtual addresses", TextOf(view, vipas), vipas.front().span);
  if (!system.addresses.empty())
    AddNames(sheet, codes::kSystemAddress, "addresses", TextOf(view, system.addresses), system.addresses.front().span);
  if (system.cluster.valid())
    AddWord(sheet, codes::kInCluster, "single system image", view.model().at(system.cluster).name, system.written.name);
}

}  // namespace hotsite::diff
