// hotsite check SPEC [--fix]
#include <fmt/format.h>

#include <set>
#include <string>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/fix.h"
#include "compiler/driver/report.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

// One line that says what was looked at, so that silence isn't taken for success.
void Conclude(const Compilation& compilation, llvm::raw_ostream& out) {
  const model::Model& model = *compilation.model;
  std::size_t guests = 0, systems = 0;
  for (const model::System& system : model.systems) {
    if (system.kind != model::SystemKind::kExternal) ++(system.parent.valid() ? guests : systems);
  }
  const std::string accepted = CountAccepted(model);
  out << fmt::format("{}: {}, {}, {}; no errors{}\n", compilation.path, CountOf(model.sites.size(), "site"),
                     CountOf(systems, "system"), CountOf(guests, "Linux guest"),
                     accepted.empty() ? "" : "; " + accepted);
}

int Report(const Compilation& compilation, const CommonOptions& options, Streams streams) {
  const int code = ReportFindings(compilation, options, streams);
  if (!options.for_people() || !compilation.model || compilation.has_errors()) return code;
  Conclude(compilation, streams.out);
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
  DiskSources disk;
  const Fixed fixed = FixAll(options.spec, disk);
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

}  // namespace

int RunCheck(const Arguments& arguments, Streams streams) {
  const CommonOptions options = CommonFrom(arguments);
  if (arguments.Has("fix")) return RunFix(options, streams);
  DiskSources disk;
  return Report(Compile(options.spec, disk), options, streams);
}

}  // namespace hotsite::driver
