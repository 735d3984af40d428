// hotsite issue SPEC [--by NAME] [--why TEXT] [--on DATE]: freezes the revision that goes to the vendor. The only
// writer of the ledger.
#include <fmt/format.h>

#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/driver/build.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/issue_note.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_source.h"
#include "compiler/requirements/derive.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

using requirements::IssuedRevision;
using requirements::Ledger;

/// Never one that couldn't be read back.
std::optional<FileProblem> Save(const Ledger& ledger, const std::string& path) {
  if (ledger.revisions.size() > requirements::kMaxRevisions)
    return FileProblem{
        path, fmt::format("it would have more than {} revisions, the most that are read", requirements::kMaxRevisions)};
  const std::string text = ledger.Print();
  if (text.size() <= kMaxSourceBytes) return WriteFileAtomically(path, text);
  return FileProblem{path, fmt::format("it would be larger than {} MiB, the most that is read", kMaxSourceBytes >> 20)};
}

/// The ledger with one more revision.
Ledger Frozen(const Compilation& compilation, IssueNote note) {
  IssuedRevision revision = requirements::NextRevision(compilation.ledger, compilation.requirements);
  revision.recovery = compilation.model->recovery->name;
  revision.spec = BaseName(compilation.path);
  revision.spec_digest = compilation.digest();
  revision.issued = note.day;
  revision.by = std::move(note.by);
  revision.why = std::move(note.why);
  Ledger ledger = requirements::WithNewKeys(compilation.ledger, compilation.requirements);
  ledger.revisions.push_back(std::move(revision));
  return ledger;
}

/// The disk, with a ledger that isn't written yet.
class WithLedger : public check::SourceProvider {
 public:
  WithLedger(check::SourceProvider& disk, std::string path, std::string text)
      : disk_(disk), path_(std::move(path)), text_(std::move(text)) {}
  bool Has(const std::string& path) override { return path == path_ || disk_.Has(path); }
  std::optional<std::string> Read(const std::string& path, std::string* problem) override {
    return path == path_ ? text_ : disk_.Read(path, problem);
  }

 private:
  check::SourceProvider& disk_;
  std::string path_, text_;
};

/// What keeps the papers of the new revision from being made: nothing may be frozen that can't be sent.
std::optional<FileProblem> Unprintable(const std::string& spec, const Ledger& ledger, check::SourceProvider& disk) {
  WithLedger sources(disk, LedgerPath(spec), ledger.Print());
  const Compilation issued = Compile(spec, sources);
  std::optional<FileProblem> failed;
  Generate(issued, {"request", "day"}, [&](const backends::BackendInfo&, const backends::Artifact& artifact) {
    if (!failed && !artifact.problem.empty())
      failed = FileProblem{artifact.path, "couldn't be made of this revision: " + artifact.problem};
  });
  return failed;
}

/// A history that goes backwards is a slip of the keyboard or a wrong clock.
std::string TooEarly(const Ledger& ledger, Date day) {
  if (ledger.revisions.empty() || ledger.revisions.back().issued <= day) return {};
  const IssuedRevision& last = ledger.revisions.back();
  return fmt::format("{} is before {}, when revision {} was issued; say the day with --on DATE", day.ToString(),
                     last.issued.ToString(), last.number);
}

void Tell(const Compilation& compilation, const Ledger& ledger, const std::string& path, llvm::raw_ostream& out) {
  const IssuedRevision& revision = ledger.revisions.back();
  const std::size_t added = ledger.identifiers.size() - compilation.ledger.identifiers.size();
  out << fmt::format("{}: revision {} issued on {}{}{}: {}, {}\n", compilation.path, revision.number,
                     revision.issued.ToString(), revision.by.empty() ? "" : " by ", revision.by,
                     CountOf(compilation.requirements.all.size(), "requirement"), CountOf(added, "new identifier"));
  if (compilation.changes)
    out << fmt::format("since revision {}: {}\n", compilation.changes->since, Counted(*compilation.changes));
  TextWriter next;
  next.Wrapped(fmt::format("Next: `hotsite build {} -o DIR` writes the request as revision {}; send what is in "
                           "DIR/request, and commit {} with the spec.",
                           compilation.path, revision.number, path),
               80);
  out << next.Take();
}

int Issue(Compilation& compilation, IssueNote note, const CommonOptions& options, Streams streams) {
  if (compilation.revision > 0) {
    streams.results(options) << fmt::format("{}: unchanged since revision {} was issued on {}; nothing to issue\n",
                                            options.spec, compilation.revision,
                                            compilation.ledger.revisions.back().issued.ToString());
    return kClean;
  }
  if (const std::string early = TooEarly(compilation.ledger, note.day); !early.empty()) {
    streams.err << fmt::format("hotsite issue: {}\n", early);
    return kUsage;
  }
  const Ledger ledger = Frozen(compilation, std::move(note));
  const std::string path = LedgerPath(options.spec);
  DiskSources disk;
  auto failed = Unprintable(options.spec, ledger, disk);
  if (!failed) failed = Save(ledger, path);
  if (failed) {
    FindLater(compilation, Problem(codes::kCannotWrite, fmt::format("`{}` {}", failed->path, failed->what)), options,
              streams);
    return kUsage;
  }
  Tell(compilation, ledger, path, streams.results(options));
  return kClean;
}

}  // namespace

int RunIssue(const Arguments& arguments, Streams streams) {
  std::string problem;
  std::optional<IssueNote> note = ReadIssueNote(arguments, &problem);
  if (!note) {
    streams.err << fmt::format("hotsite issue: {}\n", problem);
    return kUsage;
  }
  const CommonOptions options = CommonFrom(arguments);
  if (IsOfRevision(options.spec)) {
    streams.err
        << "hotsite issue: it writes the ledger beside the spec, so it takes a file; check the revision out first\n";
    return kUsage;
  }
  DiskSources disk;
  Compilation compilation = Compile(options.spec, disk);
  if (RefusesReports(compilation, options, streams)) return kUsage;
  if (compilation.model && compilation.model->recovery_sites().empty())
    compilation.findings.push_back(NothingToDo("issue"));
  int code = TellPeople(compilation, options, streams);
  if (code == kClean) code = Issue(compilation, std::move(*note), options, streams);
  return TellTools(compilation, options, code, streams);
}

}  // namespace hotsite::driver
