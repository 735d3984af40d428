// What is told by placement, of a system that has none.
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {

void AddUnplaced(const View& view, model::SystemId system, std::vector<Sheet>& sheets) {
  sheets.emplace_back().key = UnplacedKey(view, system);  // owns the others
  AddUnplacedNics(view, system, sheets);
  AddUnplacedLans(view, system, sheets);
}

}  // namespace hotsite::diff
