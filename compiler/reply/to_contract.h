// What a filled form says, as lines of a contract. Pure; nothing is judged here but whether a row says one thing.
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/contract.h"
#include "compiler/reply/reply.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::reply {

/// A row of the reply that needs a look, in words: "MEM-003: the date `01/02/2009` may be …".
struct Remark {
  std::string id;  // empty: about the whole
  std::string text;
};

struct Lines {
  std::vector<model::Answer> answers;  // in document order, rows of no request behind
  std::vector<Remark> remarks;
};

/// The answers of `read` to the rows as they were sent. Rows that ask nothing make no line; a row that the form doesn't
/// hold makes none either, so that a partial reply says nothing of the others. A word in the answer column that isn't
/// surely yes or no, and a row that stands there twice with different answers, is `unclear`.
Lines LinesOf(const Read& read, const requirements::Requirements& asked);

/// What a word of the answer column says.
enum class Said : std::uint8_t { kNothing, kConfirm, kDeviate, kUnclear };
Said SaidBy(std::string_view word);

/// A date as people write it, when only one day can be meant: 2009-08-18, 18.08.2009, 8/18/2009, 18 Aug 2009.
std::optional<Date> DateIn(std::string_view text);

}  // namespace hotsite::reply
