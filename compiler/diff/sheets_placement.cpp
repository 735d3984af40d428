// Where a system runs at a site, and what it gets there. Told elsewhere: what its partition is set to (mode, weight,
// load …) with the partition; its NICs and LANs with the networks; its guests by placements of their own. Whether the
// site places it in so many words or its host brings it along (`stated`) says nothing by itself, and a guest's
// partition and machine are its host's.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/in_force.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"
#include "compiler/support/text_writer.h"

namespace hotsite::diff {
namespace {

/// Without the name of its partition, which is a fact of its own.
std::string WhereOf(const View& view, const model::Placement& placement) {
  if (placement.host.valid()) return "guest of " + view.KeyOf(view.model().at(placement.host).system);
  return fmt::format("logical partition of {}", view.Name(placement.machine));
}

/// The partition is named where it has another name than the system.
std::string Described(const View& view, const model::Placement& placement, const std::string& where) {
  const std::string& partition = view.model().at(placement.partition).name;
  const bool named = !placement.host.valid() && partition != view.model().SystemOf(placement).name;
  std::string text = named ? fmt::format("logical partition {} of {}", partition, view.Name(placement.machine)) : where;
  for (const std::string& words : ResourceWords(placement.resources)) text += ", " + words;
  if (!placement.guests.empty()) text += ", with " + CountOf(placement.guests.size(), "guest");
  return text;
}

/// What its partition is called. One that changes its name together with its system is told with that.
void AddPartitionName(const View& view, const model::Placement& placement, Sheet& sheet) {
  if (placement.host.valid()) return;
  const model::Partition& partition = view.model().at(placement.partition);
  const bool as_system = partition.name == view.model().SystemOf(placement).name;
  AddWord(sheet, codes::kRunsElsewhere, "partition",
          as_system ? std::string(view.Name(placement.system)) : partition.name, partition.written.name);
  Fact& fact = sheet.facts.back();
  fact.exact = partition.name;
  fact.follows = fmt::format("system/{}#", sheet.subject);
  fact.detail_of = "placement";
}

/// The key of the placement that brings this one along; empty where it has a place of its own. A guest declared in a
/// cluster may be a guest of any member.
std::string OwnerOf(const View& view, const model::Placement& placement) {
  const model::Model& model = view.model();
  if (!placement.host.valid()) return {};
  const model::SystemId host = model.at(placement.host).system;
  const model::System& system = model.SystemOf(placement);
  if (system.parent != host && !system.cluster.valid()) return {};
  return fmt::format("place/{}/{}", view.Name(placement.site), view.KeyOf(host));
}

}  // namespace

void AddPlacement(const View& view, model::PlacementId id, std::vector<Sheet>& sheets) {
  const model::Model& model = view.model();
  const model::Placement& placement = model.at(id);
  Sheet sheet;
  sheet.subject = view.KeyOf(placement.system);
  sheet.site = view.Name(placement.site);
  sheet.key = fmt::format("place/{}/{}", sheet.site, sheet.subject);
  sheet.owner = OwnerOf(view, placement);
  sheet.recovery = model.at(placement.site).recovery;
  sheet.is_new = codes::kPlacedNewly;
  sheet.is_gone = codes::kPlacedNoMore;
  sheet.span = placement.written.name;
  std::string where = WhereOf(view, placement);
  sheet.description = Described(view, placement, where);
  AddWord(sheet, codes::kRunsElsewhere, "placement", std::move(where), sheet.span);
  AddPartitionName(view, placement, sheet);
  AddWord(sheet, codes::kLevelChanged, "level", std::to_string(placement.level), sheet.span);
  AddResources(view, placement.resources, sheet);
  AddSettings(view, placement.settings, sheet);
  AddStart(view, model.StartOf(placement), placement.start ? sheet.span : model.SystemOf(placement).written.name,
           sheet);
  AddRestore(view, placement.restore, sheet);
  AddIpl(view, placement.ipl, sheet);
  AddEditorial(sheet, codes::kWords, "reason for the placement", placement.reason, sheet.span);
  AddPlacedStorage(view, placement, sheet, sheets);
  sheets.push_back(std::move(sheet));
}

}  // namespace hotsite::diff
