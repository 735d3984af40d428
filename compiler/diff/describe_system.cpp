// What is told of a system that only one of two specs has, in one line.
#include <fmt/format.h>

#include <vector>

#include "compiler/diff/in_force.h"
#include "compiler/diff/sheets.h"
#include "compiler/support/text_writer.h"

namespace hotsite::diff {
namespace {

constexpr std::size_t kMostNics = 3;

std::string HeadOf(const View& view, const model::System& system) {
  const char* whose = system.vendors ? "the vendor's " : "";
  if (!system.parent.valid()) return fmt::format("{}{}", whose, ToString(system.kind));
  return fmt::format("{}{} guest of {}", whose, ToString(system.kind), view.KeyOf(system.parent));
}

/// As the spec writes it; empty where it doesn't say.
std::string_view BaseOf(const model::Model& model, const model::System& system) {
  if (system.release.valid()) return model.at(system.release).name;
  if (system.zos_release.valid()) return model.at(system.zos_release).name;
  if (system.distribution.valid()) return model.at(system.distribution).name;
  return {};
}

void AppendNics(const View& view, const std::vector<model::Nic>& nics, std::vector<std::string>& parts) {
  for (std::size_t i = 0; i < nics.size() && i < kMostNics; ++i)
    parts.push_back(fmt::format("nic {} on {}", nics[i].device.ToString(), view.Name(nics[i].network)));
  if (nics.size() > kMostNics) parts.push_back(CountOf(nics.size() - kMostNics, "more nic"));
}

/// `at home and hotsite`.
std::string SitesOf(const View& view, model::SystemId id) {
  const model::Model& model = view.model();
  std::vector<std::string> sites;
  for (const model::Site& site : model.sites) {
    const model::SiteId where = model.IdOf(site);
    if (model.Find(where, id) != nullptr) sites.emplace_back(view.Name(where));
  }
  return sites.empty() ? "placed nowhere" : "at " + JoinWords(sites);
}

/// What it has where it runs first: home, where it runs at home.
const model::Resources& ResourcesOf(const model::Model& model, model::SystemId id) {
  for (const model::Site& site : model.sites) {
    if (const model::Placement* placement = model.Find(model.IdOf(site), id)) return placement->resources;
  }
  return model.at(id).resources;
}

}  // namespace

std::string DescriptionOf(const View& view, model::SystemId id) {
  const model::Model& model = view.model();
  const model::System& system = model.at(id);
  std::vector<std::string> parts;
  if (const std::string_view base = BaseOf(model, system); !base.empty()) parts.emplace_back(base);
  for (std::string& words : ResourceWords(ResourcesOf(model, id))) parts.push_back(std::move(words));
  AppendNics(view, system.nics, parts);
  if (!system.guests.empty()) parts.push_back(CountOf(system.guests.size(), "guest"));
  // An external system runs at no site of ours.
  if (system.kind != model::SystemKind::kExternal) parts.push_back(SitesOf(view, id));
  const std::string head = HeadOf(view, system);
  return parts.empty() ? head : fmt::format("{}: {}", head, fmt::join(parts, ", "));
}

}  // namespace hotsite::diff
