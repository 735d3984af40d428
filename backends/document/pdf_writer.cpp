#include "backends/document/pdf_writer.h"

#include <algorithm>
#include <memory>

namespace hotsite::backends::document {

bool Writer::Name(const std::string& destination) {
  // Names stand in quotes in what cairo reads.
  const bool plain = std::all_of(destination.begin(), destination.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_';
  });
  if (!plain || destination.empty() || !all_names_.insert(destination).second) return false;
  names_.push_back(destination);
  return true;
}

void Writer::Close(const char* tag) {
  if (!opens_.empty()) {
    opens_.pop_back();
  } else {
    story_.slabs.back().closes.push_back(tag);
  }
}

Slab& Writer::Add(SlabSize size, Painter paint) {
  story_.slabs.push_back({size, std::move(paint), std::move(opens_), {}, std::move(names_)});
  opens_.clear();
  names_.clear();
  return story_.slabs.back();
}

int Writer::AddHead(RepeatedHead head) {
  story_.heads.push_back(std::move(head));
  return static_cast<int>(story_.heads.size()) - 1;
}

void Writer::AddText(TextBlock block, const char* tag, const Place& place) {
  constexpr std::size_t kWhole = 3;  // so few lines aren't split at all
  auto text = std::make_shared<const TextBlock>(std::move(block));
  const std::size_t lines = text->lines();
  const auto add = [&](std::size_t first, std::size_t last, const char* as, double before, bool keep) {
    const double height = text->HeightOf(first, last);
    SlabSize size{before, height, keep, place.new_page && first == 0};
    Add(size, [=, at = place](Canvas& canvas, double y) {
      text->Draw(canvas, as, at.x, y, first, last);
      if (at.bar > 0) canvas.Down(at.x - kBarIndent + at.bar / 2, y, height, at.bar);
    });
  };
  if (lines <= kWhole) {
    add(0, lines, tag, place.before, place.keep);
    return;
  }
  Open(tag);
  add(0, 2, "Span", place.before, false);
  for (std::size_t line = 2; line < lines - 2; ++line) add(line, line + 1, "Span", 0, false);
  add(lines - 2, lines, "Span", 0, place.keep);
  Close(tag);
}

}  // namespace hotsite::backends::document
