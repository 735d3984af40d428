// A document as slabs from top to bottom, measured but not yet on pages: what pdf_paginate.h deals out.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "backends/document/document.h"
#include "backends/document/pdf_canvas.h"
#include "backends/document/pdf_paginate.h"
#include "backends/document/pdf_text.h"

namespace hotsite::backends::document {

/// Head and foot of a page are inside the layout box; this is what lies between them.
inline constexpr double kHeadHeight = 32, kFootHeight = 22;
inline constexpr double kContentHeight = kBoxHeight - kHeadHeight - kFootHeight;

/// Draws with its upper edge at y.
using Painter = std::function<void(Canvas&, double y)>;

struct Slab {
  SlabSize size;
  Painter paint;
  std::vector<const char*> opens, closes;  // elements of the structure that begin before it and end behind it
  std::vector<std::string> destinations;   // that lead to its upper edge
};

/// What is drawn again above a table's rows at the top of a page.
struct RepeatedHead {
  double height = 0;
  Painter paint;
};

struct OutlineEntry {
  std::string title;
  std::string destination;
  int level = 0;  // 0: a section
};

struct Story {
  std::vector<Slab> slabs;
  std::vector<RepeatedHead> heads;
  std::vector<OutlineEntry> outline;
};

Story Compose(const Document& document, Setter& setter);

}  // namespace hotsite::backends::document
