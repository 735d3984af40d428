// Answers against requirements: what became of each row of the request. Pure; the site that the answers make is
// promise.h's.
#pragma once

#include <cstddef>
#include <cstdint>
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
  const requirements::Requirement* row = nullptr;  // nothing: kForeign
  Status status = Status::kUnanswered;
  Given counts;                // the one that counts; `answer` is null where there is none
  std::vector<Given> earlier;  // those before it, oldest first
  /// What was promised, where it could be read: of the row's own type.
  std::optional<Value> value;
  std::string problem;                                 // why it isn't agreed, in words; empty: it is
  const model::DeviationAccepted* accepted = nullptr;  // kAccepted
};

/// What became of a request. Refers to the requirements and the contract that it was made of.
struct Answers {
  std::vector<RowAnswer> rows;  // in document order, foreign ones behind
  const model::Contract* contract = nullptr;

  const RowAnswer* Find(std::string_view id) const;
  std::size_t Count(Status status) const;
  std::size_t Count(Standing standing) const;
};

/// Compares. Linear in rows and answers.
Answers Compare(const requirements::Requirements& requirements, const model::Contract& contract);

/// Reports what isn't agreed, one finding a row (codes HS41xx), at the answer, with the row's own place in the spec.
void Report(const Answers& answers, Reporter& reporter);

}  // namespace hotsite::contract
