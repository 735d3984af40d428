#include "backends/document/pdf_artifacts.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

namespace hotsite::backends::document {

// cairo gives `/P << /MCID 1 >> BDC` and `EMC` lines of their own, never inside of another marked piece. No text can
// look like one: a string that is broken into lines has `\` or `)` behind it.
std::string MarkArtifacts(std::string_view content) {
  constexpr std::string_view kBegin = "/Artifact BMC\n", kEnd = "EMC\n";
  std::string marked;
  bool inside = false, open = false;  // a piece of cairo's; one of ours
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view line = content.substr(at, end - at);
    const bool begins = line.starts_with("/") && line.ends_with(" BDC"), ends = line == "EMC";
    if (begins && open) marked += kEnd;
    if (begins || inside) open = false;
    if (!begins && !inside && !open) {
      marked += kBegin;
      open = true;
    }
    inside = begins || (inside && !ends);
    marked.append(line).append("\n");
    at = end + 1;
  }
  if (inside) return std::string(content);  // not cairo's way of writing
  return open ? marked.append(kEnd) : marked;
}

void MarkArtifactsOf(QPDF& pdf) {
  for (QPDFObjectHandle page : pdf.getAllPages()) {
    QPDFObjectHandle content = page.getKey("/Contents");
    if (!content.isStream()) continue;
    const auto data = content.getStreamData();
    const std::string_view bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    content.replaceStreamData(MarkArtifacts(bytes), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
  }
}

}  // namespace hotsite::backends::document
