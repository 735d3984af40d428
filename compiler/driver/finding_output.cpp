#include "compiler/driver/finding_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/prose.h"
#include "compiler/driver/report.h"
#include "compiler/driver/topics.h"
#include "compiler/rules/rules.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/check.h"

namespace hotsite::driver {
namespace {

std::string FirstParagraph(const Page& page) {
  for (const PagePart& part : page.parts) {
    const auto* prose = std::get_if<Prose>(&part);
    if (prose == nullptr) continue;
    for (const ProsePart& one : ParseProse(prose->text)) {
      if (one.kind == ProsePart::Kind::kParagraph) return one.text;
    }
  }
  return page.lead;
}

RuleText RuleTextOf(Code code) {
  static const std::vector<Topic> topics = CodeTopics();
  const std::string number = code.ToString();
  const auto found =
      std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.name == number; });
  HOTSITE_CHECK(found != topics.end(), "every code can be explained");
  const Topic& topic = *found;
  return {topic.also.front(), topic.line, [&topic] { return FirstParagraph(topic.page()); },
          [&topic] { return TextOf(topic.page()); }, [&topic] { return MarkdownOf(topic.page()); }};
}

std::vector<Code> AllRuleCodes() {
  std::vector<Code> codes;
  for (const rules::RuleInfo& info : rules::AllRules()) codes.push_back(info.code);
  return codes;
}

}  // namespace

std::vector<AcceptedText> AcceptedIn(const model::Model& model) {
  std::vector<AcceptedText> all;
  for (const model::AcceptedFinding& accepted : model.accepted) {
    std::vector<std::string> reasons;
    for (const std::size_t by : accepted.by) {
      const model::Acceptance& one = model.acceptances[by];
      reasons.push_back(one.until ? fmt::format("{} (until {})", one.reason, one.until->ToString()) : one.reason);
    }
    all.push_back({&accepted.finding, fmt::format("{}", fmt::join(reasons, "; "))});
  }
  return all;
}

std::vector<Diagnostic> WithAccepted(const std::vector<Diagnostic>& findings,
                                     const std::vector<AcceptedText>& accepted) {
  std::vector<Diagnostic> all = findings;
  for (const AcceptedText& one : accepted) {
    Diagnostic& note = all.emplace_back(*one.finding);
    note.severity = Severity::kNote;
    note.helps.clear();
    note.Note("accepted: " + one.justification);
  }
  return all;
}

std::string RenderFindings(Format format, const ToldFindings& told, const CommonOptions& options) {
  const SourcePaths paths(options.root, told.spec, told.sources);
  const bool suppresses = format == Format::kSarif;  // the others have no place for an accepted finding
  const std::vector<Diagnostic> findings = suppresses ? told.findings : WithAccepted(told.findings, told.accepted);
  FindingReport report{findings, told.sources, [&](const SourceFile& file) { return paths.Find(file); }, RuleTextOf};
  report.spec = paths.Of(told.spec);
  report.command = options.command;
  report.version = HOTSITE_VERSION;
  report.could_run = told.exit_code == kClean || told.exit_code == kFound;
  report.warnings_fail = options.warnings_fail;
  if (told.judged) report.judged = AllRuleCodes();
  if (suppresses) report.accepted = told.accepted;
  report.contract = told.contract;
  return hotsite::RenderFindings(format, report);
}

int TellTools(const ToldFindings& told, const CommonOptions& options, Streams streams) {
  int code = told.exit_code;
  if (!options.for_people()) streams.out << RenderFindings(options.format, told, options);
  for (const ReportFile& report : options.reports) {
    const auto failed = WriteFileAtomically(report.path, RenderFindings(report.format, told, options));
    if (!failed) continue;
    streams.err << RenderOne(Problem(codes::kCannotWrite, fmt::format("`{}` {}", failed->path, failed->what)),
                             SourceMap(), options.colour);
    code = kUsage;
  }
  return code;
}

}  // namespace hotsite::driver
