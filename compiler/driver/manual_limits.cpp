// The chapter on limits, from the table of limits.
#include <fmt/format.h>

#include "compiler/driver/limits.h"
#include "compiler/driver/manual.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {

std::string LimitsChapter() {
  TextWriter out;
  out.Line(
      "Every check ends, in time and memory that grow with the spec and not faster. What is beyond a limit is told "
      "with "
      "its code, never with a crash. No real installation comes near these.");
  out.Line();
  out.Line("| what | at most | when there is more |");
  out.Line("| --- | --- | --- |");
  for (const Limit& limit : AllLimits()) {
    const std::string code = limit.code.number == 0 ? "" : fmt::format(" ({})", limit.code.ToString());
    out.Line("| {} | {} | {}{} |", MarkdownWords(limit.what), Shown(limit), MarkdownWords(limit.beyond), code);
  }
  return out.Take();
}

}  // namespace hotsite::driver
