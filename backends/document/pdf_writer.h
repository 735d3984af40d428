// Builds a Story: the one place where slabs are appended, with the elements of the structure around them.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "backends/document/pdf_story.h"

namespace hotsite::backends::document {

/// Sizes of type.
inline constexpr double kBody = 9, kTableText = 8.5, kSmall = 7.5, kSmallest = 7, kCode = 8.6;
/// Distance between blocks.
inline constexpr double kBlockGap = 7;

class Writer {
 public:
  Writer(Setter& setter, Story& story) : setter_(setter), story_(story) {}

  Setter& setter() { return setter_; }

  void Open(const char* tag) { opens_.push_back(tag); }
  /// An element without anything in it is left out.
  void Close(const char* tag);

  /// A place that links lead to; it is where the next slab is. A name counts once.
  /// True: it is new, so this is where links lead.
  bool Name(const std::string& destination);

  Slab& Add(SlabSize size, Painter paint);
  int AddHead(RepeatedHead head);
  void AddOutline(std::string title, std::string destination, int level) {
    story_.outline.push_back({std::move(title), std::move(destination), level});
  }

  struct Place {
    double x = 0;
    double before = kBlockGap;
    bool keep = false;  // its last line with what follows
    double bar = 0;     // thickness of a bar along its left side, kBarIndent before x
    bool new_page = false;
  };
  /// A text that may go on on the next page, but not with one line alone on either. It is one element `tag`.
  void AddText(TextBlock text, const char* tag, const Place& place);

 private:
  Setter& setter_;
  Story& story_;
  std::vector<const char*> opens_;
  std::vector<std::string> names_;
  std::set<std::string> all_names_;
};

inline constexpr double kBarIndent = 9;

}  // namespace hotsite::backends::document
