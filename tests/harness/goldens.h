// The checked-in artifacts of the examples: examples/<name>/built/<spec>/… holds what `hotsite build` writes for each
// spec of the example that has a recovery and no errors. Compared by examples_test, rewritten by update_goldens.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace hotsite::harness {

struct BuiltSpec {
  std::string example;                       // insurance
  std::string spec;                          // 2009.dr
  std::filesystem::path folder;              // examples/insurance/built/2009
  std::map<std::string, std::string> files;  // path in the folder -> text
};

/// Stands in `files` for the text of a PDF where no pdftotext could read it.
inline constexpr const char* kNoPdfText = "no pdftotext";

/// Builds every example; a pure function of the source tree. A PDF's bytes depend on versions of libraries, so its text
/// stands for it: request.pdf.txt.
std::vector<BuiltSpec> BuildExamples();

/// The files that are checked in under `folder`.
std::map<std::string, std::string> CheckedIn(const std::filesystem::path& folder);

}  // namespace hotsite::harness
