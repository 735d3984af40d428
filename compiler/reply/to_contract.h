// What a filled form says, as lines of a contract. Pure. Nothing is judged here: that is contract::Compare's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/contract.h"
#include "compiler/reply/reply.h"
#include "compiler/reply/wording.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::reply {

struct Lines {
  std::vector<model::Answer> answers;  // in document order, answers to no row of the request behind
  std::vector<std::string> remarks;    // what a person should know, in words: a date that can be read in two ways
};

/// The rows as they were sent, and whether it is sure that the form was made of them: its digest says so.
struct Sent {
  const requirements::Requirements& rows;
  bool sure = false;
  std::vector<AlteredRow> altered = {};  // those whose text the pages of a PDF show otherwise
};

/// The answers of `read`. Rows that ask nothing make no line; neither does a row that the form doesn't hold, so a
/// partial reply says nothing of the others. Values stay as they were written; who compares reads them. What can't be
/// kept in a contract (a text of more than 500 characters, an identifier that is none) becomes a remark.
Lines LinesOf(const Read& read, const Sent& sent);

/// What a word of the answer column says.
enum class Said : std::uint8_t { kNothing, kConfirm, kDeviate, kUnclear };
Said SaidBy(std::string_view word);

/// A date as people write it, when only one day can be meant: 2009-08-18, 18.08.2009, 8/18/2009, 18 Aug 2009.
std::optional<Date> DateIn(std::string_view text);

}  // namespace hotsite::reply
