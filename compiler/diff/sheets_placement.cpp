// Where a system runs at a site, and what it gets there.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

std::string WhereOf(const View& view, const model::Placement& placement) {
  const model::Model& model = view.model();
  if (placement.host.valid()) return fmt::format("guest of {}", view.Name(model.at(placement.host).system));
  return fmt::format("logical partition of {}", view.Name(placement.machine));
}

void AddResources(const model::Resources& resources, Sheet& sheet) {
  if (const auto& count = resources.processors; count.known())
    AddAmount(sheet, codes::kProcessors, "processors", *count, fmt::format("{}", *count), count.span(),
              count.comparator());
  if (const auto& sharing = resources.sharing; sharing.known()) {  // what is dedicated does where shared is asked for
    AddAmount(sheet, codes::kSharing, "sharing", *sharing == model::Sharing::kDedicated ? 1 : 0, ToString(*sharing),
              sharing.span());
    sheet.facts.back().comparator = model::Comparator::kAtLeast;
  }
  if (const auto& memory = resources.memory; memory.known())
    AddAmount(sheet, codes::kMemory, "memory", static_cast<std::int64_t>(memory->mib()), memory->ToString(),
              memory.span(), memory.comparator());
}

}  // namespace

void AddPlacement(const View& view, model::PlacementId id, std::vector<Sheet>& sheets) {
  const model::Placement& placement = view.model().at(id);
  const model::Site& site = view.model().at(placement.site);
  Sheet& sheet = sheets.emplace_back();
  const std::string system = view.KeyOf(placement.system);
  sheet.key = fmt::format("place/{}/{}", view.Name(placement.site), system);
  sheet.owner = "system/" + system;
  sheet.subject = system;
  sheet.site = view.Name(placement.site);
  sheet.recovery = site.recovery;
  sheet.is_new = codes::kPlacedNewly;
  sheet.is_gone = codes::kPlacedNoMore;
  sheet.description = WhereOf(view, placement);
  sheet.span = placement.written.name;
  AddWord(sheet, codes::kRunsElsewhere, "placement", WhereOf(view, placement), placement.written.name);
  AddWord(sheet, codes::kLevelChanged, "level", fmt::format("{}", placement.level), placement.written.name);
  AddResources(placement.resources, sheet);
}

}  // namespace hotsite::diff
