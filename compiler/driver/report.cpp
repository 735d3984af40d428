#include "compiler/driver/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/finding_output.h"
#include "compiler/driver/spec_source.h"
#include "compiler/driver/topics.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {

std::optional<Compilation> CompileNamed(const std::string& spec, std::string_view command, Streams streams) {
  std::string problem;
  const auto source = FindSpec(spec, &problem);
  if (source) return Compile(source->path, *source->files);
  streams.err << fmt::format("hotsite {}: {}\n", command, problem);
  return {};
}

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

/// By what the names lead to; a ledger that isn't there yet, by where it would be.
static bool IsSameFile(const std::string& one, const std::string& other) {
  namespace fs = std::filesystem;
  std::error_code failed;
  if (fs::exists(one, failed) && fs::exists(other, failed))
    return fs::is_regular_file(one, failed) && fs::equivalent(one, other, failed);
  const fs::path real = fs::weakly_canonical(fs::absolute(one, failed), failed);
  return !failed && real == fs::weakly_canonical(fs::absolute(other, failed), failed);
}

std::optional<std::string> ReportOverSource(const Compilation& compilation, const CommonOptions& options) {
  std::vector<std::string> read{LedgerPath(compilation.path)};
  for (std::uint32_t i = 0; i < compilation.sources.size(); ++i) {
    const SourceFile& file = compilation.sources.Get(FileId{i});
    if (!IsStandardModule(file)) read.push_back(file.path());
  }
  for (const ReportFile& report : options.reports) {
    for (const std::string& path : read) {
      if (IsSameFile(report.path, path)) return report.path;
    }
  }
  return {};
}

bool RefusesReports(const Compilation& compilation, const CommonOptions& options, Streams streams) {
  const auto over = ReportOverSource(compilation, options);
  if (over)
    streams.err << Printable(fmt::format("hotsite {}: `--report` would overwrite `{}`, which is a file of the spec",
                                         options.command, *over))
                << "\n";
  return over.has_value();
}

bool Unreadable(const Compilation& compilation) {
  return std::any_of(compilation.findings.begin(), compilation.findings.end(), [](const Diagnostic& finding) {
    return !finding.primary.span.valid() && finding.code.number / 1000 == 9;
  });
}

// Warnings of rules are judgements, which the spec may overrule; told once, where no finding says so itself. Errors can
// be accepted too, but nobody is to be invited to.
static std::string HowToAccept(const std::vector<Diagnostic>& findings, bool recovery) {
  const Diagnostic* first = nullptr;
  for (const Diagnostic& finding : findings) {
    const bool rule = finding.code.number / 1000 == 2 && finding.code.number != 2701;
    const bool told = std::any_of(finding.helps.begin(), finding.helps.end(),
                                  [](const Help& help) { return help.text.find("accept") != std::string::npos; });
    if (rule && told) return {};
    if (rule && finding.severity == Severity::kWarning && first == nullptr) first = &finding;
  }
  if (first == nullptr) return {};
  const std::string name = !first->constraint.empty() ? first->constraint : first->code.ToString();
  const std::string subject = !first->cause.empty()     ? first->cause
                              : first->subjects.empty() ? std::string()
                                                        : first->subjects.front();
  return Printable(fmt::format("a warning about what is meant so can be accepted: `accept {}{} because \"…\"`{}", name,
                               subject.empty() ? "" : " for " + subject, recovery ? " in the recovery" : "")) +
         "\n";
}

static std::vector<AcceptedText> AcceptedOf(const Compilation& compilation, const CommonOptions& options) {
  return options.accepted && compilation.model ? AcceptedIn(*compilation.model) : std::vector<AcceptedText>();
}

int TellPeople(const Compilation& compilation, const CommonOptions& options, Streams streams) {
  const std::vector<Diagnostic> findings = WithAccepted(compilation.findings, AcceptedOf(compilation, options));
  if (options.for_people() && !findings.empty()) {
    streams.err << RenderTerminal(findings, compilation.sources, {options.colour, options.most})
                << HowToAccept(compilation.findings, compilation.model && compilation.model->recovery);
  }
  if (Unreadable(compilation)) return kUsage;
  if (compilation.has_errors()) return kFound;
  return options.warnings_fail && !compilation.findings.empty() ? kFound : kClean;
}

int TellTools(const Compilation& compilation, const CommonOptions& options, int exit_code, Streams streams,
              Json contract) {
  return TellTools({compilation.findings, compilation.sources, compilation.path, exit_code,
                    compilation.model.has_value(), AcceptedOf(compilation, options), std::move(contract)},
                   options, streams);
}

int ReportFindings(const Compilation& compilation, const CommonOptions& options, Streams streams) {
  return TellTools(compilation, options, TellPeople(compilation, options, streams), streams);
}

void FindLater(Compilation& compilation, Diagnostic finding, const CommonOptions& options, Streams streams) {
  if (options.for_people()) streams.err << RenderOne(finding, compilation.sources, options.colour);
  compilation.findings.push_back(std::move(finding));
}

std::string CountAccepted(const model::Model& model) {
  if (model.accepted.empty()) return {};
  std::set<std::string> which;
  for (const model::AcceptedFinding& accepted : model.accepted) {
    for (const std::size_t by : accepted.by) {
      const model::Acceptance& one = model.acceptances[by];
      const std::string rule = one.constraint.empty() ? accepted.finding.code.ToString() : one.constraint;
      which.insert(one.subject.empty() ? rule : fmt::format("{} for {}", rule, one.subject));
    }
  }
  const std::vector<std::string> names(which.begin(), which.end());
  constexpr std::size_t kMostNames = 6;
  const std::string count = CountOf(model.accepted.size(), "finding") + " accepted";
  return names.size() > kMostNames ? count : Printable(fmt::format("{} ({})", count, fmt::join(names, ", ")));
}

void ListWaiting(const Compilation& compilation, llvm::raw_ostream& out) {
  std::vector<const requirements::Requirement*> open;
  for (const requirements::Requirement& requirement : compilation.requirements.all) {
    const bool waits =
        requirement.hole.valid() && compilation.model->at(requirement.hole).kind != model::Hole::Kind::kContact;
    if (waits) open.push_back(&requirement);
  }
  if (open.empty()) return;
  TextWriter heading;
  heading.Wrapped(
      fmt::format("waiting for the vendor: the configuration of the systems needs {} (the request asks {} in all)",
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
