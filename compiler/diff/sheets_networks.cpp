// Networks: that they are there, and the addressing in force at each site.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// Where a plan is in force; declared: nowhere, the site isn't valid.
struct Place {
  model::SiteId site;
  model::NetworkId network;
  Span span;  // of the network, where a value has none
};

std::string SubnetText(const View& view, const model::NetworkPlan& plan) {
  if (!plan.part) return plan.subnet->ToString();
  return fmt::format("{}/{}[{}]", view.Name(plan.part->whole), plan.part->prefix, plan.part->index);
}

void AddSubnet(const View& view, const model::NetworkPlan& plan, const Place& place, Sheet& sheet) {
  if (plan.subnet.open()) AddOpen(sheet, codes::kSubnet, "subnet", plan.subnet.span());
  if (!plan.subnet.known()) return;
  AddWord(sheet, codes::kSubnet, "subnet", SubnetText(view, plan), plan.subnet.span());
  Fact& fact = sheet.facts.back();
  fact.exact = plan.subnet->ToString();
  if (plan.part && place.site.valid()) fact.follows = SubnetKey(view, place.site, plan.part->whole);
}

void AddAddresses(const View& view, Code code, std::string_view attribute, const std::vector<model::Address>& addresses,
                  const Place& place, Sheet& sheet) {
  if (addresses.empty()) return;
  AddWord(sheet, code, attribute, TextOf(view, addresses), addresses.front().span);
  if (!place.site.valid()) return;
  Fact& fact = sheet.facts.back();
  fact.exact = ResolvedOf(view, place.site, addresses);
  const model::NetworkId of = addresses.front().network;
  fact.follows = SubnetKey(view, place.site, of.valid() ? of : place.network);
}

/// NetworkPlan's holes: the question is asked where the `?` stands.
void AddPlan(const View& view, const model::NetworkPlan& plan, const Place& place, Sheet& sheet) {
  AddSubnet(view, plan, place, sheet);
  if (plan.gateway_hole.valid())
    AddOpen(sheet, codes::kGateway, "gateway", view.model().at(plan.gateway_hole).span);
  else if (plan.gateway)
    AddAddresses(view, codes::kGateway, "gateway", {*plan.gateway}, place, sheet);
  if (plan.dns_hole.valid())
    AddOpen(sheet, codes::kNameServers, "name servers", view.model().at(plan.dns_hole).span);
  else
    AddAddresses(view, codes::kNameServers, "name servers", plan.dns, place, sheet);
  AddStated(sheet, codes::kNetworkDomain, "domain", plan.domain, [](const std::string& name) { return name; });
  AddStatedCount(sheet, codes::kMtu, "MTU", plan.mtu, Meant::kExactly);
  AddStatedCount(sheet, codes::kVlan, "VLAN", plan.vlan, Meant::kExactly);
  AddStated(sheet, codes::kConnectedHome, "connected to home", plan.connected_home, YesOrNo);
  AddReasons(
      sheet,
      {plan.subnet.reason(), plan.domain.reason(), plan.mtu.reason(), plan.vlan.reason(), plan.connected_home.reason()},
      place.span);
}

Sheet DeclaredSheet(const View& view, model::NetworkId id) {
  const model::Network& network = view.model().at(id);
  Sheet sheet;
  sheet.subject = view.Name(id);
  sheet.key = "network/" + sheet.subject;
  sheet.is_new = codes::kNewNetwork;
  sheet.is_gone = codes::kNetworkGone;
  sheet.description = "network";
  if (network.plan.subnet.known()) sheet.description += " " + network.plan.subnet->ToString();
  sheet.span = network.written.name;
  AddName(sheet, codes::kNetworkRenamed, network.name, network.written.name);
  AddEditorial(sheet, codes::kWords, "comment", network.doc, network.written.name);
  return sheet;
}

}  // namespace

void AddNetwork(const View& view, model::NetworkId id, std::vector<Sheet>& sheets) {
  const model::Model& model = view.model();
  const Span span = model.at(id).written.name;
  sheets.push_back(DeclaredSheet(view, id));
  if (model.sites.empty()) AddPlan(view, model.at(id).plan, {{}, id, span}, sheets.back());
  for (std::uint32_t i = 0; i < model.sites.size(); ++i) {
    if (id.index >= model.sites[i].plans.size()) continue;
    Sheet& sheet = sheets.emplace_back();  // new with its network or its site
    sheet.key = fmt::format("network/{}/{}", view.Name(model::SiteId{i}), view.Name(id));
    sheet.subject = view.Name(id);
    sheet.site = view.Name(model::SiteId{i});
    sheet.recovery = model.sites[i].recovery;
    AddPlan(view, model.sites[i].plans[id.index], {{i}, id, span}, sheet);
  }
}

}  // namespace hotsite::diff
