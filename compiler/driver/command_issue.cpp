// hotsite issue SPEC: freezes the revision that goes to the vendor. The only writer of the ledger.
#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/build.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/report.h"
#include "compiler/requirements/derive.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

/// Never one that couldn't be read back.
std::optional<FileProblem> Save(const requirements::Ledger& ledger, const std::string& path) {
  const std::string text = ledger.Print();
  if (text.size() <= kMaxSourceBytes) return WriteFileAtomically(path, text);
  return FileProblem{path, fmt::format("it would be larger than {} MiB, the most that is read", kMaxSourceBytes >> 20)};
}

}  // namespace

int RunIssue(const Arguments& arguments, Streams streams) {
  const CommonOptions options = CommonFrom(arguments);
  DiskSources disk;
  Compilation compilation = Compile(options.spec, disk);
  if (compilation.model && compilation.model->recovery_sites().empty())
    compilation.findings.push_back(NothingToDo("issue"));
  const int code = ReportFindings(compilation, options, streams);
  if (code != kClean) return code;
  if (const unsigned revision = RevisionOf(compilation)) {
    streams.out << fmt::format("{}: unchanged since revision {} was issued\n", options.spec, revision);
    return kClean;
  }
  requirements::Ledger ledger = requirements::WithNewKeys(compilation.ledger, compilation.requirements);
  requirements::IssuedRevision revision;
  revision.number = ledger.revisions.empty() ? 1 : ledger.revisions.back().number + 1;
  revision.recovery = compilation.model->recovery->name;
  revision.spec_digest = compilation.digest;
  revision.why = arguments.Get("why");
  for (const requirements::Requirement& requirement : compilation.requirements.all)
    revision.rows.emplace(requirement.id, requirement.sentence);
  const std::size_t added = ledger.identifiers.size() - compilation.ledger.identifiers.size();
  ledger.revisions.push_back(std::move(revision));
  const std::string path = LedgerPath(options.spec);
  if (const auto problem = Save(ledger, path)) {
    streams.err << RenderOne(Problem(codes::kCannotWrite, fmt::format("`{}` {}", problem->path, problem->what)),
                             SourceMap(), false);
    return kUsage;
  }
  streams.out << fmt::format(
      "{}: revision {} issued, {}, {}; commit {}\n", options.spec, ledger.revisions.back().number,
      CountOf(compilation.requirements.all.size(), "requirement"), CountOf(added, "new identifier"), path);
  return kClean;
}

}  // namespace hotsite::driver
