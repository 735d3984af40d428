// hotsite reply FILE… [-o CONTRACT] [--spec SPEC] [--received DATE] [--by WHO]: reads what the vendor filled in and
// writes it as lines of a contract.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "compiler/contract/answers.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/confined_reply.h"
#include "compiler/driver/contract_file.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/finding_output.h"
#include "compiler/driver/reply_request.h"
#include "compiler/driver/reply_summary.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_source.h"
#include "compiler/reply/clean_text.h"
#include "compiler/reply/to_contract.h"
#include "compiler/support/sha256.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kMostBy = 80;  // characters, as in a ledger

/// What a reply itself has wrong. What it refuses or leaves open is told by `check --contract`, by what it does.
bool IsOfReply(contract::Status status) {
  using enum contract::Status;
  constexpr auto kTold = std::to_array({kAltered, kForeign, kStale, kAmbiguous, kMalformed, kContradicted});
  return std::find(kTold.begin(), kTold.end(), status) != kTold.end();
}

/// The rows whose text on the pages isn't the one that was sent.
std::vector<reply::AlteredRow> AlteredIn(std::string_view words, const requirements::Requirements& sent) {
  std::vector<requirements::IssuedRow> frozen;
  frozen.reserve(sent.all.size());
  requirements::IssuedRows rows;
  for (const requirements::Requirement& row : sent.all) {
    frozen.push_back(requirements::Freeze(row));
    rows[row.id] = &frozen.back();
  }
  return reply::CompareWording(words, rows).altered;
}

class ReplyRun {
 public:
  ReplyRun(const Arguments& arguments, CommonOptions options, Streams streams)
      : arguments_(arguments), options_(std::move(options)), streams_(streams) {}

  int Run() {
    int code = Prepare();
    for (std::size_t i = 0; i < arguments_.operands.size() && code == kClean; ++i) code = Take(arguments_.operands[i]);
    if (code == kClean && added_ > 0) code = Finish();
    return TellTools({findings_, file_.sources(), arguments_.First(), code, true}, options_, streams_);
  }

 private:
  void Find(Diagnostic finding) {
    if (options_.for_people())
      streams_.err << RenderOne(finding, file_.sources(), options_.colour) << "\n";  // a blank line, as between others
    findings_.push_back(std::move(finding));
  }

  int Fail(Code code, const FileProblem& problem) {
    Find(Problem(code, fmt::format("`{}` {}", problem.path, problem.what)));
    return kUsage;
  }

  int Refuse(const std::string& what) {
    streams_.err << Printable(fmt::format("hotsite reply: {}", what)) << "\n";
    return kUsage;
  }

  int Prepare() {
    if (arguments_.Has("received")) {
      const std::string text = arguments_.Get("received");
      const Parsed<Date> day = Date::Parse(text);
      if (!day) return Refuse(fmt::format("--received: `{}` {}", text, day.error().what));
      received_ = *day;
    }
    by_ = arguments_.Get("by");
    const bool shown = reply::CleanText(by_) == by_ && CountCodePoints(by_) <= kMostBy;
    if (!shown || (!by_.empty() && ShowsNothing(by_)))
      return Refuse(fmt::format("--by takes a name on one line, of at most {} characters", kMostBy));
    const std::string spec = arguments_.Get("spec");
    if (IsOfRevision(spec)) return Refuse("--spec takes a file; check the revision out first");
    path_ = arguments_.Has("o") ? arguments_.Get("o") : LedgerPath(spec).substr(0, spec.rfind('/') + 1) + "contract.dr";
    path_ = std::filesystem::path(path_).lexically_normal().string();
    lock_.emplace(path_);
    if (const int code = OpenLedger(spec); code != kClean) return code;
    std::vector<Diagnostic> findings;
    const bool opened = file_.Open(path_, findings);
    for (Diagnostic& finding : findings) Find(std::move(finding));
    if (!file_.is_new()) known_.recovery = file_.contract().recovery;
    return opened ? kClean : kUsage;
  }

  /// That of the contract's folder, else of the spec's.
  int OpenLedger(const std::string& spec) {
    DiskSources disk;
    known_.ledger_path = LedgerPath(path_);
    if (!disk.Has(known_.ledger_path) && !spec.empty()) known_.ledger_path = LedgerPath(spec);
    if (disk.Has(known_.ledger_path)) {
      std::string problem;
      const auto text = disk.Read(known_.ledger_path, &problem);
      auto ledger = text ? requirements::Ledger::Parse(*text, &problem) : std::nullopt;
      if (!ledger) {
        Find(Problem(codes::kBadLedger, fmt::format("the ledger `{}` can't be used: {}", known_.ledger_path, problem)));
        return kUsage;
      }
      known_.ledger = std::move(*ledger);
    }
    if (spec.empty()) return kClean;
    known_.spec = Compile(spec, disk, Depth::kModel);
    const bool usable = known_.spec->model && known_.spec->model->recovery;
    if (usable) return kClean;
    return Refuse(fmt::format("`{}` has no recovery that could be read; `hotsite check` tells why", spec));
  }

  int Take(const std::string& path) {
    std::string bytes;
    if (const auto problem = ReadFile(path, reply::kMaxReply, &bytes)) return Fail(codes::kCannotRead, *problem);
    const std::string digest = Sha256Hex(bytes);
    for (const model::Reply& reply : file_.contract().replies) {
      if (reply.sha256 != digest) continue;
      streams_.results(options_) << Printable(fmt::format("{}: is in {} already, as `{}`; nothing changed", path, path_,
                                                          reply.what))
                                 << "\n";
      return kClean;
    }
    const reply::Read read = ReadReplyConfined(bytes);
    if (read.problem.code != 0) return Unreadable(path, read.problem);
    Diagnostic problem;
    auto sent = FindRequest(read, path, known_, &problem);
    if (!sent) {
      Find(std::move(problem));
      return kUsage;
    }
    for (Diagnostic& warning : sent->warnings) Find(std::move(warning));
    return Add(path, bytes, digest, read, std::move(*sent));
  }

  int Unreadable(const std::string& path, const reply::Problem& problem) {
    Diagnostic finding = Problem(Code{problem.code}, Printable(fmt::format("`{}` {}", path, problem.what)));
    for (const std::string& note : problem.notes) finding.Note(Printable(note));
    if (!problem.advice.empty()) finding.Advise(problem.advice);
    Find(std::move(finding));
    return kUsage;
  }

  int Add(const std::string& path, const std::string& bytes, const std::string& digest, const reply::Read& read,
          SentRequest sent) {
    reply::Sent rows{sent.rows, sent.sure};
    if (read.form == reply::Form::kPdf && sent.sure) rows.altered = AlteredIn(read.words, sent.rows);
    const reply::Lines lines = reply::LinesOf(read, rows);
    model::Reply reply;
    reply.what = SourceName(path);
    reply.received = received_;
    reply.by = by_;
    reply.sha256 = digest;
    reply.answers = lines.answers;
    if (file_.is_new()) {
      file_.Begin(sent.recovery, sent.newest_revision, sent.newest_digest);
      known_.recovery = sent.recovery;
    }
    if (const auto problem = KeepBytes(path_, path, bytes, &reply.file)) return Fail(codes::kCannotWrite, *problem);
    file_.Renew(sent.newest_revision, sent.newest_digest);
    file_.Add(reply);
    ++added_;
    SummarizeReply(path, read, lines, sent, streams_.results(options_));
    sent_ = std::move(sent);
    return kClean;
  }

  static std::string SourceName(const std::string& path) {
    std::string name = reply::CleanText(BaseName(path));
    return ShowsNothing(name) ? "reply" : name;
  }

  /// The rows with all that the spec knows of them (how many device numbers one asks for), where the spec that was
  /// issued is still there; the ledger has only what was sent. Their places stay out: the findings show the contract.
  void AskTheSpec() {
    const std::string path = known_.ledger_path.substr(0, known_.ledger_path.rfind('/') + 1) + sent_.spec;
    DiskSources disk;
    if (sent_.newest_revision == 0 || !disk.Has(path)) return;
    Compilation spec = Compile(path, disk, Depth::kModel);
    if (!spec.model || spec.digest() != sent_.newest_digest) return;
    sent_.newest = std::move(spec.requirements);
    for (requirements::Requirement& row : sent_.newest.all) row.span = {};
  }

  int Finish() {
    if (const auto problem = file_.Save()) return Fail(codes::kCannotWrite, *problem);
    AskTheSpec();
    const contract::Answers answers = contract::Compare(sent_.newest, file_.contract());
    const std::size_t before = file_.contract().replies.size() - added_;
    bool wrong = false;
    for (const contract::RowAnswer& row : answers.rows) {
      const bool is_new = row.counts.reply != nullptr &&
                          static_cast<std::size_t>(row.counts.reply - file_.contract().replies.data()) >= before;
      if (!is_new || !IsOfReply(row.status)) continue;
      auto finding = contract::FindingOf(answers, row);
      if (!finding) continue;
      wrong = wrong || finding->severity == Severity::kError;
      Find(std::move(*finding));
    }
    SummarizeContract(path_, answers, sent_, known_.ledger_path, streams_.results(options_));
    const bool warned = options_.warnings_fail && !findings_.empty();
    return wrong || warned ? kFound : kClean;
  }

  const Arguments& arguments_;
  CommonOptions options_;
  Streams streams_;
  std::string path_, by_;
  std::optional<FolderLock> lock_;  // of the contract's folder, until the end
  std::optional<Date> received_;
  KnownRequests known_;
  ContractFile file_;
  SentRequest sent_;  // of the last reply
  std::size_t added_ = 0;
  std::vector<Diagnostic> findings_;
};

}  // namespace

int RunReply(const Arguments& arguments, Streams streams) {
  return ReplyRun(arguments, CommonFrom(arguments), streams).Run();
}

}  // namespace hotsite::driver
