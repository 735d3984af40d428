#include "compiler/driver/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/topics.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {

Diagnostic Problem(Code code, std::string message) {
  Diagnostic problem;
  problem.code = code;
  problem.severity = Severity::kError;
  problem.message = std::move(message);
  return problem;
}

Diagnostic NothingToDo(std::string_view command) {
  Diagnostic problem = Problem(codes::kNothingToBuild,
                               fmt::format("the spec describes no recovery site, so there is nothing to {}", command));
  problem.Advise("name the file with the `recovery`, which uses the one with the systems");
  return problem;
}

bool Unreadable(const Compilation& compilation) {
  return std::any_of(compilation.findings.begin(), compilation.findings.end(), [](const Diagnostic& finding) {
    return !finding.primary.span.valid() && finding.code.number / 1000 == 9;
  });
}

int ReportFindings(const Compilation& compilation, const CommonOptions& options, Streams streams) {
  if (options.json) {
    streams.out << RenderJson(compilation.findings, compilation.sources);
  } else if (!compilation.findings.empty()) {
    streams.err << RenderTerminal(compilation.findings, compilation.sources, {options.colour, options.most});
  }
  if (Unreadable(compilation)) return kUsage;
  if (compilation.has_errors()) return kFound;
  return options.warnings_fail && !compilation.findings.empty() ? kFound : kClean;
}

void ListWaiting(const Compilation& compilation, llvm::raw_ostream& out) {
  std::vector<const requirements::Requirement*> open;
  for (const requirements::Requirement& requirement : compilation.requirements.all) {
    if (requirement.hole.valid()) open.push_back(&requirement);
  }
  if (open.empty()) return;
  TextWriter heading;
  heading.Wrapped(fmt::format("waiting for the vendor: {} that the configuration needs (the request asks {} in all)",
                              CountOf(open.size(), "answer"),
                              CountOf(compilation.requirements.Count(requirements::Kind::kQuestion), "question")),
                  kPageWidth);
  out << heading.Take();
  for (const requirements::Requirement* one : open) {
    const SourceFile& file = compilation.sources.Get(one->span);
    const std::string place = fmt::format("{}:{}", BaseName(file.path()), file.Locate(one->span.begin).line);
    out << fmt::format("  {}  {} {}\n", one->id, PadRight(fmt::format("{}: {}", one->subject, one->attribute), 44),
                       place);
  }
}

}  // namespace hotsite::driver
