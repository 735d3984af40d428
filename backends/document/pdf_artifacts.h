// Marks what is on a page beside the text: rules, frames, running heads and feet. cairo 1.16 can't.
#pragma once

#include <string>
#include <string_view>

class QPDF;

namespace hotsite::backends::document {

/// `content` of a page as cairo writes it, with all that stands outside of marked pieces marked as an artifact
/// (ISO 32000-1, 14.8.2.2), which screen readers pass over.
std::string MarkArtifacts(std::string_view content);

/// Does so with every page.
void MarkArtifactsOf(QPDF& pdf);

}  // namespace hotsite::backends::document
