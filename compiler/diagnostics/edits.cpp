#include <algorithm>

#include "compiler/diagnostics/render.h"
#include "compiler/support/check.h"

namespace hotsite {

std::string ApplyEdits(std::string_view text, FileId file, const std::vector<Edit>& edits) {
  std::vector<const Edit*> here;
  for (const Edit& edit : edits) {
    if (edit.span.file == file) here.push_back(&edit);
  }
  // Stable: insertions at one place keep the order in which they were listed.
  std::stable_sort(here.begin(), here.end(), [](const Edit* a, const Edit* b) {
    return std::pair(a->span.begin, a->span.end) < std::pair(b->span.begin, b->span.end);
  });
  std::string result;
  std::size_t done = 0;
  for (const Edit* edit : here) {
    HOTSITE_CHECK(done <= edit->span.begin && edit->span.begin <= edit->span.end && edit->span.end <= text.size(),
                  "edits lie inside the text and don't overlap");
    result.append(text.substr(done, edit->span.begin - done)).append(edit->text);
    done = edit->span.end;
  }
  return result.append(text.substr(done));
}

}  // namespace hotsite
