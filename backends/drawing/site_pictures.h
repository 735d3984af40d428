// Pictures of sites, ready for a page: a site alone, home and a site side by side.
#pragma once

#include <vector>

#include "backends/drawing/drawing.h"
#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::backends::drawing {

/// What a picture has to fit into, in points. Letter and A4 have 523 points between margins of 36.
struct Room {
  double width = 523;
  double height = 690;
};
/// Smallest type that is read at arm's length.
inline constexpr double kSmallestType = 6;

/// One site, with a legend. It is as wide as the room, and higher only where its type would become too small otherwise.
/// `requirements` may be absent: then open values have no number.
Drawing DrawSite(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements,
                 Room room = {});

/// Home and a recovery site at one scale: side by side, else below each other, else a picture each.
std::vector<Drawing> DrawComparison(const model::Model& model, const model::Site& home, const model::Site& site,
                                    const requirements::Requirements* requirements, Room room = {});

}  // namespace hotsite::backends::drawing
