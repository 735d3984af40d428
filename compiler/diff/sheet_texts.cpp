#include "compiler/diff/sheet_texts.h"

#include <fmt/format.h>

#include <utility>

#include "compiler/diff/sheet_facts.h"

namespace hotsite::diff {
std::string Joined(const std::vector<std::string>& texts) { return fmt::format("{}", fmt::join(texts, ", ")); }

std::string NamesOf(const View& view, const std::vector<model::NetworkId>& networks) {
  std::vector<std::string> names;
  for (const model::NetworkId id : networks) names.emplace_back(view.Name(id));
  return InOrder(std::move(names));
}

std::string NamesOf(const View& view, const std::vector<model::SystemId>& systems) {
  std::vector<std::string> names;
  for (const model::SystemId id : systems) names.push_back(view.KeyOf(id));
  return InOrder(std::move(names));
}

std::string TextOf(const View& view, const model::Address& address) {
  if (!address.network.valid()) return address.literal.ToString();
  return fmt::format("{}[{}]", view.Name(address.network), address.index);
}

std::string TextOf(const View& view, const std::vector<model::Address>& addresses) {
  std::string text;
  for (const model::Address& address : addresses) {
    if (!text.empty()) text += ", ";
    text += TextOf(view, address);
  }
  return text;
}

std::string ResolvedOf(const View& view, model::SiteId site, const std::vector<model::Address>& addresses) {
  std::string text;
  for (const model::Address& address : addresses) {
    const auto resolved = view.model().Resolve(site, address);
    if (!resolved) return {};
    if (!text.empty()) text += ", ";
    text += resolved->ToString();
  }
  return text;
}

std::string SubnetKey(const View& view, model::SiteId site, model::NetworkId network) {
  return fmt::format("network/{}/{}#subnet", view.Name(site), view.Name(network));
}

std::string PlacementKey(const View& view, const model::Placement& placement) {
  return fmt::format("place/{}/{}", view.Name(placement.site), view.KeyOf(placement.system));
}

std::string UnplacedKey(const View& view, model::SystemId system) { return "unplaced/" + view.KeyOf(system); }

std::string GrantKey(const View& view, model::MachineId machine, std::string_view channel, model::SystemId system) {
  return fmt::format("grant/{}/{}/{}/{}", view.Name(view.model().at(machine).site), view.Name(machine), channel,
                     system.valid() ? view.KeyOf(system) : "");
}

}  // namespace hotsite::diff
