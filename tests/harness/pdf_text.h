// What a PDF says, read by a program that isn't ours: pdftotext of poppler-utils.
#pragma once

#include <optional>
#include <string>

namespace hotsite::harness {

/// The text of all pages as they are laid out; nothing when pdftotext isn't installed or can't read the file.
std::optional<std::string> PdfText(const std::string& pdf);

}  // namespace hotsite::harness
