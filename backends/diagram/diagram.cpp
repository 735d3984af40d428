#include "backends/diagram/diagram.h"

#include <fmt/format.h>

#include "backends/drawing/site_pictures.h"
#include "backends/drawing/sketch.h"
#include "backends/drawing/svg.h"
#include "backends/naming.h"

namespace hotsite::backends::diagram {
namespace {

/// A screen has more room than a page; these can still be printed on one, in landscape.
constexpr drawing::Room kScreen{1100, 1000};
constexpr drawing::Room kAlone{720, 1000};

/// The site's own name, unless another picture has it.
std::string NameOf(const model::Site& site) {
  const bool taken = site.name == "home" || site.name.starts_with("compare");
  return (taken ? "site-" : "") + PathPart(site.name);
}

/// Enough to tell whether any picture is another one.
void Sketches(const BuildInput& input, const ArtifactSink& sink) {
  for (const model::Site& site : input.model.sites) {
    sink({fmt::format("diagrams/{}.svg", NameOf(site)),
          drawing::Sketch(input.model, site, site.recovery ? &input.requirements : nullptr).description,
          false,
          {}});
  }
}

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  if (input.undrawn) return Sketches(input, sink);
  const model::Model& model = input.model;
  const auto put = [&](const std::string& name, const drawing::Drawing& picture) {
    sink({fmt::format("diagrams/{}.svg", name), drawing::SvgFile(picture), false, {}});
  };
  const model::Site* home = model.home();
  if (home != nullptr) put("home", drawing::DrawSite(model, *home, nullptr, kAlone));
  const std::vector<const model::Site*> sites = model.recovery_sites();
  for (const model::Site* site : sites) {
    put(NameOf(*site), drawing::DrawSite(model, *site, &input.requirements, kAlone));
    if (home == nullptr) continue;
    const std::string compare = sites.size() == 1 ? "compare" : "compare-" + PathPart(site->name);
    const std::vector<drawing::Drawing> pictures =
        drawing::DrawComparison(model, *home, *site, &input.requirements, kScreen);
    if (pictures.size() == 1) put(compare, pictures.front());
  }
}

}  // namespace hotsite::backends::diagram
