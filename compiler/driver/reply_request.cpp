#include "compiler/driver/reply_request.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/style.h"
#include "compiler/requirements/issued.h"

namespace hotsite::driver {
namespace {

using requirements::IssuedRevision;
using requirements::Ledger;
using requirements::Requirement;

/// Digits of a digest that tell two revisions apart.
constexpr std::size_t kFewestDigits = 12;

bool IsDigestOf(const std::string& said, const std::string& digest) {
  return said.size() >= kFewestDigits && digest.starts_with(said);
}

/// The rows of a revision in the order of the document's sections.
requirements::Requirements RowsOf(const Ledger& ledger, std::size_t revision) {
  requirements::Requirements rows = requirements::AsIssued(ledger, revision);
  std::stable_sort(rows.all.begin(), rows.all.end(),
                   [](const Requirement& a, const Requirement& b) { return a.category < b.category; });
  rows.Index();
  return rows;
}

const IssuedRevision* NewestOf(const Ledger& ledger, const std::string& recovery) {
  const auto found = std::find_if(ledger.revisions.rbegin(), ledger.revisions.rend(), [&](const IssuedRevision& one) {
    return recovery.empty() || one.recovery == recovery;
  });
  return found == ledger.revisions.rend() ? nullptr : &*found;
}

SentRequest Issued(const Ledger& ledger, const IssuedRevision& revision) {
  const IssuedRevision* newest = NewestOf(ledger, revision.recovery);
  SentRequest sent;
  sent.recovery = revision.recovery;
  sent.spec = revision.spec;
  sent.revision = revision.number;
  sent.digest = revision.spec_digest;
  sent.rows = RowsOf(ledger, revision.number);
  sent.newest = RowsOf(ledger, newest->number);
  sent.newest_revision = newest->number;
  sent.newest_digest = newest->spec_digest;
  return sent;
}

SentRequest OfSpec(const Compilation& spec) {
  SentRequest sent;
  sent.recovery = spec.model->recovery->name;
  sent.spec = spec.path;
  sent.revision = sent.newest_revision = spec.revision;
  sent.digest = sent.newest_digest = spec.digest();
  sent.rows = spec.requirements;
  for (Requirement& row : sent.rows.all) row.span = {};  // a place in the spec, whose text the findings don't have
  sent.newest = sent.rows;
  return sent;
}

std::string NamedBy(const reply::Read& read) {
  std::string named = read.request.empty() ? "the request" : fmt::format("`{}`", read.request);
  const bool draft = read.revision.empty() || read.revision == "0" || read.revision.starts_with("DRAFT");
  named += draft ? ", a draft" : fmt::format(", revision {}", read.revision);
  return fmt::format("{}, with the digest {}", named, read.digest.substr(0, 16));
}

Diagnostic Unknown(const reply::Read& read, const std::string& file, const KnownRequests& known) {
  Diagnostic problem;
  problem.code = codes::kUnknownRequest;
  problem.message = Printable(fmt::format("`{}` answers {}, which isn't known here", file, NamedBy(read)));
  if (known.ledger.revisions.empty())
    problem.Note(fmt::format("there is no ledger with issued revisions at `{}`", known.ledger_path));
  else
    problem.Note(Printable(fmt::format("`{}` knows {} issued revisions, the last one of `{}`", known.ledger_path,
                                       known.ledger.revisions.size(), known.ledger.revisions.back().recovery)));
  if (known.spec)
    problem.Note(Printable(
        fmt::format("`{}` as it is now has the digest {}", known.spec->path, known.spec->digest().substr(0, 16))));
  problem.Advise(known.spec ? "read it with the spec as it was when that request was built; git has it"
                            : "of a draft name the spec that it was built of, with --spec; else name the contract in "
                              "the folder of its ledger, with -o");
  return problem;
}

/// Without a digest: the spec that is named, else what was issued last.
std::optional<SentRequest> Assumed(const std::string& file, const KnownRequests& known) {
  std::optional<SentRequest> sent;
  if (known.spec && known.spec->model) {
    sent = OfSpec(*known.spec);
  } else if (const IssuedRevision* newest = NewestOf(known.ledger, known.recovery)) {
    sent = Issued(known.ledger, *newest);
  }
  if (!sent) return {};
  Diagnostic warning;
  warning.code = codes::kUnnamedRequest;
  warning.severity = Severity::kWarning;
  warning.message = Printable(fmt::format("`{}` doesn't say which request it answers", file));
  warning.Note(Printable(fmt::format("its answers are taken for those to {} of `{}`",
                                     sent->revision == 0 ? "the draft" : fmt::format("revision {}", sent->revision),
                                     sent->recovery)));
  warning.Advise("the column `request` of request.csv says it; leave it in");
  sent->warnings.push_back(std::move(warning));
  return sent;
}

void WarnIfOlder(SentRequest& sent, const std::string& file) {
  if (sent.revision == sent.newest_revision) return;
  Diagnostic warning;
  warning.code = codes::kOlderRevision;
  warning.severity = Severity::kWarning;
  warning.message = Printable(fmt::format("`{}` answers revision {} of `{}`, and revision {} was issued since", file,
                                          sent.revision, sent.recovery, sent.newest_revision));
  warning.Note("answers to rows that ask for the same as before count; the others are stale");
  warning.Advise("let the vendor answer the rows that changed: changes.pdf of the newer revision lists them");
  sent.warnings.push_back(std::move(warning));
}

Diagnostic WrongYear(const SentRequest& sent, const std::string& file, const std::string& wanted) {
  Diagnostic problem;
  problem.code = codes::kOtherYear;
  problem.message = Printable(
      fmt::format("`{}` answers the request of `{}`, and the contract is that of `{}`", file, sent.recovery, wanted));
  problem.Note("what was promised for one year holds for no other");
  problem.Advise("read it into a contract of its own: -o FILE");
  return problem;
}

}  // namespace

std::optional<SentRequest> FindRequest(const reply::Read& read, const std::string& file, const KnownRequests& known,
                                       Diagnostic* problem) {
  std::optional<SentRequest> sent;
  if (read.digest.empty()) {
    sent = Assumed(file, known);
  } else {
    const auto issued =
        std::find_if(known.ledger.revisions.rbegin(), known.ledger.revisions.rend(),
                     [&](const IssuedRevision& one) { return IsDigestOf(read.digest, one.spec_digest); });
    if (issued != known.ledger.revisions.rend())
      sent = Issued(known.ledger, *issued);
    else if (known.spec && known.spec->model && IsDigestOf(read.digest, known.spec->digest()))
      sent = OfSpec(*known.spec);
    if (sent) sent->sure = true;
  }
  if (!sent) {
    *problem = Unknown(read, file, known);
    return {};
  }
  const bool by_spec = known.spec && known.spec->model;
  const std::string wanted = !known.recovery.empty() ? known.recovery
                             : by_spec               ? known.spec->model->recovery->name
                                                     : sent->recovery;
  if (wanted != sent->recovery) {
    *problem = WrongYear(*sent, file, wanted);
    return {};
  }
  WarnIfOlder(*sent, file);
  return sent;
}

}  // namespace hotsite::driver
