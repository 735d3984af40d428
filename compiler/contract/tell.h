// An answer in words, for findings, the status table and papers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/contract/answers.h"

namespace hotsite::contract {

/// `at least 24 GiB`, `PRODA, PRODB`; empty: the row has no value (a question).
std::string AskedOf(const requirements::Requirement& row);

/// What the answer that counts says, in a few words: `10 GiB`, `none`, `confirmed`, `a deviation`, `TBD`; empty: none.
std::string AnsweredIn(const RowAnswer& row);

/// Why the row isn't agreed, as a clause: `at least 24 GiB was asked for; the vendor confirmed 10 GiB`. Empty: it is.
std::string ReasonOf(const RowAnswer& row);

/// The row with its reason: `MEM-003 (VMPROD, central storage): at least 24 GiB was asked for, and 10 GiB is
/// confirmed`.
std::string Tell(const RowAnswer& row);

/// Who gave an answer, when and where: `vendor-reply.pdf, received 2009-08-20, page 7, field MEM-003_value; JS,
/// 2009-08-18`.
std::string SourceOf(const Given& given);

/// `OSA-001 to OSA-004, OSA-006`; of very many the first, and how many there are.
std::string NamedIds(std::vector<std::string> ids);

/// The rows that have no sense without this one: `HSK-002, HSK-004 to HSK-006`. Empty: none.
std::string FollowersOf(const Answers& answers, const RowAnswer& row);

/// The line that takes what is offered, without its reason: `accept deviation MEM-003 of 10 GiB because "…"`.
std::string AcceptLine(const RowAnswer& row);

/// When answers are due: the time that the request says, else when the configuration has to be ready or the test
/// begins; empty: nothing is said.
std::string DueOf(const Answers& answers);

}  // namespace hotsite::contract
