// What the vendor answered: the `contract` statement, which `hotsite reply` writes from a filled request and people
// write by hand when the vendor phones. Answers are kept as given; compiler/contract reads and compares them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/support/source_file.h"
#include "compiler/values/calendar.h"

namespace hotsite::model {

/// What a line of a reply says about a row of the request.
enum class AnswerKind : std::uint8_t {
  kConfirm,     // will be so; a value says how much, or which
  kDeviate,     // won't be so; a value says what will be instead
  kAnswer,      // the value that a question asked for
  kUnanswered,  // left blank
  kUnclear,     // can't be read as one answer; `note` says why
  kAltered,     // the row's text isn't the one that was sent; `note` says what it reads
};
const char* ToString(AnswerKind kind);  // as the contract writes it: confirm, deviate, …

/// One line of a reply.
struct Answer {
  std::string id;       // MEM-001
  std::string edition;  // b, c, …; empty: the row as it was issued first
  AnswerKind kind = AnswerKind::kUnanswered;
  std::string value;     // as given: 24 GiB; empty: none
  std::string note;      // in the vendor's words; may be empty
  std::string initials;  // may be empty
  std::optional<Date> date;
  std::string field;      // where it stands in the reply: MEM-001_value; may be empty
  std::int64_t page = 0;  // of a PDF; 0: not said
  std::int64_t line = 0;  // of a table; 0: not said
  Span id_span;
  Span value_span;  // invalid: no value
  Span span;        // the whole line
};

/// What came from the vendor at one time: a file, or a call.
struct Reply {
  std::string what;  // vendor-reply.pdf, telephone
  std::optional<Date> received;
  std::string by;      // who answered; may be empty
  std::string file;    // where its bytes are kept, beside the contract; empty: there are none
  std::string sha256;  // of these bytes; empty: there are none
  std::vector<Answer> answers;
  Span span;
};

/// `accept deviation MEM-001 because "…" by "R. Smith" on 2009-09-01`: the customer takes what was offered instead.
struct DeviationAccepted {
  std::string id;
  std::string edition;
  std::string value;  // `of 10 GiB`: only this much is taken; empty: whatever the answer is
  std::string reason;
  std::string by;
  std::optional<Date> on;
  std::optional<Date> until;
  Span id_span;
  Span span;
};

/// The answers to one request, in the order in which they came: of two to one row the later one counts.
struct Contract {
  std::string recovery;       // "2009"
  std::int64_t revision = 0;  // of the request that was answered; 0: not said, or a draft
  std::string digest;         // of its spec; empty: not said
  std::vector<Reply> replies;
  std::vector<DeviationAccepted> accepted;
  Span span;       // the statement
  Span name_span;  // the recovery's name in it
};

}  // namespace hotsite::model
