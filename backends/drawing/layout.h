// Where everything of a scene goes: boxes, bars, ports, and the way of every wire. One pass from the inside to the
// outside, without trial: the same scene and metrics give the same places. The metrics decide whether they are points
// on paper or cells of a terminal.
#pragma once

#include <string_view>
#include <vector>

#include "backends/drawing/drawing.h"
#include "backends/drawing/scene.h"

namespace hotsite::backends::drawing {

/// Sizes of everything, in one unit.
struct Metrics {
  double title = 8.5, text = 7;          // type
  double line = 9;                       // from one line of text to the next
  double ascent = 8;                     // from the top of a line to its baseline
  double pad = 6;                        // between a frame and what is in it
  double pad_top = 4, pad_bottom = 5;    // above and below text
  double below_text = 3;                 // between the text of a box and the boxes in it, more
  double stack = 4;                      // how far the boxes of a stack stand apart, together
  double gap_x = 12, gap_y = 12;         // between boxes
  double slot = 7;                       // between wires beside each other
  double track = 5;                      // between wires above each other
  double above_bar = 12, below_bar = 6;  // a bar's room; its label stands above it
  double label_lift = 4;                 // from a bar up to the baseline of its label
  double label_margin = 3;               // between a label and wires
  double port_depth = 0.5;               // how much of a port is inside its machine
  double hop = 2.8;                      // radius of the arc where a wire passes another
  double grid = 0;                       // everything stands on multiples of it; 0: anywhere
  double (*width)(std::string_view text, double size, bool bold) = nullptr;
};

const Metrics& PaperMetrics();  // points
double Snap(const Metrics& metrics, double value);

struct Shaping {
  double widest = 600;      // boxes go to a next row beyond it; a box that is wider itself stays so
  std::size_t columns = 8;  // of guests beside each other, at most
};

struct Rect {
  double x = 0, y = 0, width = 0, height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

struct Bar {
  double from = 0, to = 0, y = 0;
  Point label;         // start of its baseline
  bool drawn = false;  // one without members isn't
};

struct Layout {
  std::vector<Rect> boxes;                // by node
  std::vector<Bar> bars;                  // by bus
  std::vector<Rect> ports;                // by port
  std::vector<std::vector<Point>> paths;  // by wire: corners from its start to its end; fewer than two: not drawn
  double width = 0, height = 0;
  std::size_t wraps = 0;  // rows that were begun because boxes had no room beside each other
};

Layout Arrange(const Scene& scene, const Metrics& metrics, const Shaping& shaping);

/// The lines of text in a box, its title first.
struct BoxText {
  std::vector<std::string> title, lines;
  bool centred = false;
};
BoxText TextOf(const Scene& scene, const Node& node);

}  // namespace hotsite::backends::drawing
