#include "tests/harness/pdf_text.h"

#include "tests/harness/files.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

namespace hotsite::harness {

std::optional<std::string> PdfText(const std::string& pdf) {
  const Scratch scratch;
  const std::filesystem::path in = scratch / "in.pdf", out = scratch / "out.txt";
  WriteBytes(in, pdf);
  const std::string said = testing::RunBash("pdftotext -layout -enc UTF-8 " + testing::Quoted(in.string()) + " " +
                                            testing::Quoted(out.string()));
  if (!std::filesystem::exists(out)) return {};
  return said.empty() ? std::optional(ReadBytes(out)) : std::nullopt;
}

}  // namespace hotsite::harness
