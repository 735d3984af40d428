// hotsite check SPEC [--fix | --contract FILE]
#include <fmt/format.h>

#include <set>
#include <string>

#include "compiler/contract/status.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/agreement.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/contract_sources.h"
#include "compiler/driver/contract_status.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/fix.h"
#include "compiler/driver/new_findings.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_source.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

// One line that says what was looked at, so that silence isn't taken for success.
void Conclude(const Compilation& compilation, bool only_new, llvm::raw_ostream& out) {
  const model::Model& model = *compilation.model;
  std::size_t guests = 0, systems = 0;
  for (const model::System& system : model.systems) {
    if (system.kind != model::SystemKind::kExternal) ++(system.parent.valid() ? guests : systems);
  }
  const std::string accepted = CountAccepted(model);
  out << fmt::format("{}: {}, {}, {}; no {}errors{}\n", compilation.path, CountOf(model.sites.size(), "site"),
                     CountOf(systems, "system"), CountOf(guests, "Linux guest"), only_new ? "new " : "",
                     accepted.empty() ? "" : "; " + accepted);
}

int Report(const Compilation& compilation, const CommonOptions& options, Streams streams, bool only_new = false) {
  const int code = ReportFindings(compilation, options, streams);
  if (!options.for_people() || !compilation.model || compilation.has_errors()) return code;
  Conclude(compilation, only_new, streams.out);
  ListWaiting(compilation, streams.out);
  return code;
}

// Puts the fixed texts on disk and gives the paths of those that can't be written.
std::set<std::string> Write(const Fixed& fixed, bool colour, llvm::raw_ostream& err) {
  std::set<std::string> failed;
  for (const auto& [path, text] : fixed.texts) {
    const auto problem = WriteFileAtomically(path, text);
    if (!problem) continue;
    failed.insert(path);
    const std::string message = fmt::format("`{}` {}", problem->path, problem->what);
    err << RenderOne(Problem(codes::kCannotWrite, message), SourceMap(), colour);
  }
  return failed;
}

int RunFix(const CommonOptions& options, Streams streams) {
  if (IsOfRevision(options.spec)) {
    streams.err << "hotsite check: `--fix` writes files, and those of a revision are what they are\n";
    return kUsage;
  }
  DiskSources disk;
  const Fixed fixed = FixAll(options.spec, disk);
  if (RefusesReports(fixed.compilation, options, streams)) return kUsage;
  const std::set<std::string> failed = Write(fixed, options.colour, streams.err);
  llvm::raw_ostream& out = streams.results(options);
  for (const AppliedFix& fix : fixed.applied) {
    if (!failed.contains(fix.path))
      out << fmt::format("fixed {}:{}: {} [{}]\n", fix.path, fix.line, fix.text, fix.code.ToString());
  }
  for (const std::string& path : fixed.refused)
    streams.err << fmt::format("hotsite: bug: a fix would have made `{}` unreadable, so it wasn't fixed\n", path);
  if (!failed.empty()) return kUsage;
  const bool nothing = fixed.applied.empty() && !fixed.compilation.findings.empty();
  if (nothing && !Unreadable(fixed.compilation)) out << "no finding has a fix that is certain\n";
  const int code = Report(fixed.compilation, options, streams);
  return fixed.refused.empty() ? code : kBug;
}

// Options that go with a spec alone: what is promised isn't repaired in the spec, and has no earlier revision.
bool RefusesBeside(const Arguments& arguments, llvm::raw_ostream& err) {
  if (arguments.Has("fix")) {
    err << "hotsite check: `--fix` repairs the spec, and what the vendor promises isn't in it; use one of `--fix` and "
           "`--contract`\n";
    return true;
  }
  if (!arguments.Has("new-only")) return false;
  err << "hotsite check: `--new-only` compares specs, and a contract has no earlier one; use one of `--new-only` and "
         "`--contract`\n";
  return true;
}

void ShowAgreement(const Agreement& agreement, const CommonOptions& options, llvm::raw_ostream& out) {
  if (!options.for_people() || !agreement.contract || !agreement.promised.model) return;
  out << ContractStatus(agreement.answers, {options.colour, options.most});
}

int RunContract(const CommonOptions& options, const std::string& contract, Streams streams) {
  std::string problem;
  const auto sources = FindWithContract(options.spec, contract, &problem);
  if (!sources) {
    streams.err << "hotsite check: " << problem << "\n";
    return kUsage;
  }
  const auto agreement = CompileAgreement(sources->spec, sources->contract, *sources->files);
  if (RefusesReports(agreement->promised, options, streams)) return kUsage;
  const int code = TellPeople(agreement->promised, options, streams);
  ShowAgreement(*agreement, options, streams.out);
  const bool compared = agreement->contract && agreement->promised.model;
  return TellTools(agreement->promised, options, code, streams,
                   compared ? contract::StatusJson(agreement->answers) : Json());
}

}  // namespace

int RunCheck(const Arguments& arguments, Streams streams) {
  const CommonOptions options = CommonFrom(arguments);
  if (arguments.Has("contract")) {
    if (RefusesBeside(arguments, streams.err)) return kUsage;
    return RunContract(options, arguments.Get("contract"), streams);
  }
  if (arguments.Has("fix")) return RunFix(options, streams);
  std::string problem;
  const auto spec = FindSpec(options.spec, &problem);
  std::optional<Compilation> compilation;
  std::optional<std::string> dropped;
  if (spec) compilation = Compile(spec->path, *spec->files);
  if (compilation && RefusesReports(*compilation, options, streams)) return kUsage;
  if (spec && arguments.Has("new-only")) {
    dropped = KeepNewFindings(*spec, arguments.Get("new-only"), *compilation, &problem);
    if (dropped) streams.err << Printable("note: " + *dropped) << "\n";
  }
  if (!problem.empty()) {
    streams.err << "hotsite check: " << problem << "\n";
    return kUsage;
  }
  return Report(*compilation, options, streams, dropped.has_value());
}

}  // namespace hotsite::driver
