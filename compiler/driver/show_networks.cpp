// The networks of a site: addresses, members, what carries them.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/show.h"
#include "compiler/driver/topics.h"
#include "compiler/model/segments.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

using model::Model;

std::string Addresses(const Model& model, const model::Site& site, model::NetworkId id) {
  const model::NetworkPlan& plan = model.PlanOf(model.IdOf(site), id);
  std::string text = plan.subnet.known() ? plan.subnet->ToString() : "no subnet said";
  const auto gateway = plan.gateway ? model.Resolve(model.IdOf(site), *plan.gateway) : std::nullopt;
  if (gateway) text += fmt::format(", gateway {}", gateway->ToString());
  if (plan.vlan.known()) text += fmt::format(", VLAN {}", *plan.vlan);
  return text;
}

// One after another, so that the order is that of the text; each once.
void AddOnce(std::vector<std::string>& list, std::string one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(std::move(one));
}

std::string CarriedBy(const Model& model, const std::vector<model::Segment>& segments) {
  std::vector<std::string> carriers;
  bool nothing = false;
  for (const model::Segment& segment : segments) {
    for (const model::CarrierId id : segment.carriers)
      AddOnce(carriers, fmt::format("{} {}", model.at(id).KindName(), model.at(id).name));
    for (const auto& [host, index] : segment.lans) {
      const model::Placement& placement = model.at(host);
      const model::Lan& lan = placement.lans[index].lan;
      AddOnce(carriers, fmt::format("{} {} of {}", lan.KindName(), lan.name, model.SystemOf(placement).name));
    }
    nothing = nothing || (segment.carriers.empty() && segment.lans.empty());
  }
  if (carriers.empty()) return "carried by nothing";
  return fmt::format("carried by {}{}", JoinWords(carriers), nothing ? "; some members by nothing" : "");
}

}  // namespace

std::string ShowNetworks(const Model& model, const model::Site& site) {
  const std::vector<std::vector<model::Segment>> segments = model::SegmentsAt(model, model.IdOf(site));
  TextWriter out;
  for (std::size_t i = 0; i < model.networks.size(); ++i) {
    std::size_t members = 0;
    for (const model::Segment& segment : segments[i]) members += segment.members.size();
    if (members == 0) continue;
    const model::NetworkId id = model.IdOf(model.networks[i]);
    out.Wrapped(Printable(fmt::format("{}: {}; {}; {}", model.networks[i].name, Addresses(model, site, id),
                                      CountOf(members, "member"), CarriedBy(model, segments[i]))),
                kPageWidth, "  network ", "    ");
  }
  return out.Take();
}

}  // namespace hotsite::driver
