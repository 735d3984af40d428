// What a system declares of itself and each site may say otherwise. A change of it bites where the system is placed and
// is told there; here it is told where no site shows it: every one says another value, or there is none.
#include "compiler/diff/change_codes.h"
#include "compiler/diff/in_force.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {

void AddDeclared(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  const model::System& system = view.model().at(id);
  Sheet& sheet = sheets.emplace_back();
  sheet.subject = view.KeyOf(id);
  sheet.key = "declared/" + sheet.subject;
  sheet.unless_told = true;
  sheet.span = system.written.name;
  if (system.parent.valid())
    AddWord(sheet, codes::kRunsElsewhere, "placement", "guest of " + view.KeyOf(system.parent), sheet.span);
  AddResources(view, system.resources, sheet);
  AddSettings(view, system.settings, sheet);
  AddStart(view, system.start, system.written.name, sheet);
  AddRestore(view, system.restore, sheet);
  AddIpl(view, system.ipl, sheet);
}

}  // namespace hotsite::diff
