// What a system is, wherever it runs.
#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {

void AddSystem(const View& view, model::SystemId id, std::vector<Sheet>& sheets) {
  const model::System& system = view.model().at(id);
  Sheet& sheet = sheets.emplace_back();
  sheet.subject = view.KeyOf(id);
  sheet.key = "system/" + sheet.subject;
  sheet.is_new = codes::kNewSystem;
  sheet.is_gone = codes::kSystemGone;
  sheet.description = ToString(system.kind);
  sheet.span = system.written.name;
}

}  // namespace hotsite::diff
