// Everything but the systems, which are compared one at a time.
#include "compiler/diff/sheets.h"

namespace hotsite::diff {

void AddShop(const View& view, std::vector<Sheet>& sheets) {
  const model::Model& model = view.model();
  for (std::uint32_t i = 0; i < model.sites.size(); ++i) AddSite(view, {i}, sheets);
  for (std::uint32_t i = 0; i < model.networks.size(); ++i) AddNetwork(view, {i}, sheets);
  AddGroups(view, sheets);
  AddAgreement(view, sheets);
  AddDependences(view, sheets);
  AddJudgements(view, sheets);
  AddLibrary(view, sheets);
}

}  // namespace hotsite::diff
