// The pictures of the request: what runs where at a site, and beside it what runs where at home.
#include <fmt/format.h>

#include "backends/drawing/site_pictures.h"
#include "backends/drawing/sketch.h"
#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

constexpr drawing::Room kBesideWords{523, 380};  // the rest of the page is for what must not be missed
constexpr drawing::Room kAlone{523, 640};        // below a heading, above a caption

std::string Trees(const Request& request, const model::Site& home, const model::Site& site) {
  return fmt::format("{}\n{}\n{}\n{}", home.name, PlacementTree(request, home), site.name,
                     PlacementTree(request, site));
}

}  // namespace

document::Figure PictureOf(const Request& request, const model::Site& site, unsigned number) {
  return {fmt::format("Figure {}: what runs where at the site {}", number, site.name),
          request.input.undrawn ? drawing::Sketch(request.model(), site, &request.requirements())
                                : drawing::DrawSite(request.model(), site, &request.requirements(), kBesideWords),
          PlacementTree(request, site)};
}

std::optional<document::Figure> ComparisonOf(const Request& request, const model::Site& site, unsigned number) {
  const model::Site* home = request.model().home();
  if (home == nullptr) return {};
  std::vector<drawing::Drawing> drawings;
  if (request.input.undrawn)
    drawings.push_back(drawing::Sketch(request.model(), *home, nullptr));  // the other half is in PictureOf's
  else
    drawings = drawing::DrawComparison(request.model(), *home, site, &request.requirements(), kAlone);
  if (drawings.size() != 1) return {};
  return document::Figure{fmt::format("Figure {}: the site {} beside {}", number, site.name, home->name),
                          std::move(drawings.front()), Trees(request, *home, site)};
}

}  // namespace hotsite::backends::request
