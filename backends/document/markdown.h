// Prints a Document as Markdown (CommonMark with GitHub's tables), for repositories and web pages.
#pragma once

#include <string>
#include <string_view>

#include "backends/document/document.h"

namespace hotsite::backends::document {

std::string RenderMarkdown(const Document& document);

/// `text` on one line with every character that Markdown or HTML would take for its own escaped.
std::string EscapeMarkdown(std::string_view text);

}  // namespace hotsite::backends::document
