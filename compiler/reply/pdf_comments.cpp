#include "compiler/reply/pdf_comments.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compiler/reply/clean_text.h"

namespace hotsite::reply {
namespace {

using Object = QPDFObjectHandle;

/// Annotations that nobody put there to say something.
bool Says(const std::string& kind) {
  constexpr std::array<std::string_view, 6> kSilent = {"Widget", "Link", "Popup", "PrinterMark", "TrapNet", ""};
  return std::find(kSilent.begin(), kSilent.end(), kind) == kSilent.end();
}

}  // namespace

std::vector<Comment> CommentsOf(QPDF& pdf, StreamReader& streams) {
  std::vector<Comment> comments;
  std::size_t number = 0;
  for (Object page : pdf.getAllPages()) {
    ++number;
    Object list = page.getKey("/Annots");
    const int count = list.isArray() ? list.getArrayNItems() : 0;
    for (int at = 0; at < count && comments.size() < kMaxComments; ++at) {
      Object annotation = list.getArrayItem(at);
      if (!annotation.isDictionary()) continue;
      const std::string kind = CleanText(TextOf(annotation.getKey("/Subtype"), streams));
      if (Says(kind)) comments.push_back({number, kind, CleanText(TextOf(annotation.getKey("/Contents"), streams))});
    }
  }
  return comments;
}

}  // namespace hotsite::reply
