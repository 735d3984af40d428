// Answers against requirements: what became of each row of the request. Pure; the site that the answers make is
// promise.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/contract/value.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/contract.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::contract {

/// In the order of how it is told. All below kInformation are errors for `check --contract`.
enum class Status : std::uint8_t {
  kAgreed,        // confirmed, and a value that was given fits
  kFilled,        // a question or choice, answered in the right form
  kAccepted,      // a deviation that `accept deviation` takes
  kInformation,   // a row that asks nothing
  kAltered,       // its text isn't the one that was sent
  kForeign,       // no such row in this request
  kStale,         // answered in an earlier edition: MEM-001, and MEM-001 b is asked
  kAmbiguous,     // both confirmed and not, or unreadable
  kMalformed,     // the value hasn't the form that the row asks for
  kContradicted,  // confirmed, and the value says otherwise
  kDeviation,     // it won't be so
  kUnanswered,    // blank
};
const char* ToString(Status status);  // agreed, filled, accepted, …

/// agreed, open or refused: the three columns of the status table. Altered, stale, ambiguous, malformed and unanswered
/// rows are open: a further answer settles them.
enum class Standing : std::uint8_t { kAgreed, kOpen, kRefused };
Standing StandingOf(Status status);

/// One answer, and the reply that it came with.
struct Given {
  const model::Answer* answer = nullptr;
  const model::Reply* reply = nullptr;
};

struct RowAnswer {
  std::string id;                                  // MEM-001
  const requirements::Requirement* row = nullptr;  // nothing: kForeign
  Status status = Status::kUnanswered;
  Given counts;                // the one that counts, perhaps an `unanswered`; null where no line is about the row
  std::vector<Given> earlier;  // those before it, oldest first
  /// What was promised, where it could be read: of the row's own type.
  std::optional<Value> value;
  std::string problem;   // why it isn't agreed, in words; empty: it is
  std::string expected;  // what the row expects, where the value couldn't be read: "a memory size such as `24 GiB`"
  std::string taken;     // how the value was understood: "`24 GB` as 24 GiB"; empty: as it stands
  std::string words;     // what was written beside a confirmation, which may take something back; empty: nothing
  bool damaged = false;  // a spreadsheet has changed the value
  const model::DeviationAccepted* accepted = nullptr;  // kAccepted
  /// Position in Answers::rows of the row whose refusal leaves this one without a sense: device numbers of HiperSockets
  /// that won't be there. Such a row is told with that one.
  std::optional<std::size_t> with;
  std::vector<std::size_t> followers;  // the rows for which this is it
};

/// An `accept deviation` that takes nothing, and why: "`MEM-001` is agreed", "it ended on 2009-09-30, before the test".
struct IdleAcceptance {
  const model::DeviationAccepted* acceptance = nullptr;
  std::string why;
};

/// What became of a request. Refers to the requirements and the contract that it was made of.
struct Answers {
  std::vector<RowAnswer> rows;  // in document order, foreign ones behind
  std::vector<IdleAcceptance> idle;
  const model::Contract* contract = nullptr;

  /// Of many rows: n log n to make, log n to ask.
  const RowAnswer* Find(std::string_view id) const;
  std::size_t Count(Status status) const;
  std::size_t Count(Standing standing) const;
  /// The index behind Find; filled by Compare.
  void Index();

 private:
  std::vector<std::uint32_t> by_id_;  // positions in `rows`, sorted by identifier
};

/// Compares. n log n in rows and answers. Acceptances are judged by the day on which the test begins, where the request
/// has that row.
Answers Compare(const requirements::Requirements& requirements, const model::Contract& contract);

/// The finding of one row that isn't agreed (codes HS41xx), at the answer, with the row's own place in the spec.
/// Nothing of a row that is agreed, of one that is told with another (RowAnswer::with), and of an unanswered one.
std::optional<Diagnostic> FindingOf(const Answers& answers, const RowAnswer& row);

/// Reports what isn't agreed: a finding a row, but one for all unanswered rows of a section; and acceptances that take
/// nothing. Of the rows for which `told` says so nothing: a rule tells what their answers do.
void Report(const Answers& answers, Reporter& reporter, const std::function<bool(const RowAnswer&)>& told = {});

}  // namespace hotsite::contract
