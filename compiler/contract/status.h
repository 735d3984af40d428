// How far a request is agreed, for the terminal, papers and tools: the counts by section, and the rows that aren't
// agreed in the order in which they are told.
#pragma once

#include <string>
#include <vector>

#include "compiler/contract/answers.h"
#include "compiler/support/json.h"

namespace hotsite::contract {

struct SectionStatus {
  requirements::Category category = requirements::Category::kPlacement;
  std::size_t agreed = 0, open = 0, refused = 0;
};

/// One for each section that has rows which ask something, in document order. Foreign rows are in none.
std::vector<SectionStatus> BySection(const Answers& answers);
SectionStatus Total(const std::vector<SectionStatus>& sections);  // `category` means nothing

/// A row that isn't simply agreed, in the words of the table.
struct RowStatus {
  const RowAnswer* row = nullptr;
  std::string what;      // VMPROD: central storage
  std::string asked;     // at least 24 GiB; `a value` of a question
  std::string answered;  // 10 GiB; `nothing yet`
  std::string since;     // the day of the answer, else that on which the reply came; may be empty
  std::string remark;    // with HSK-001; "24 GB" as 24 GiB; the reason of an acceptance; may be empty
};

/// By standing: kRefused, kOpen, or, for kAgreed, those that were accepted. Without foreign rows.
std::vector<RowStatus> RowsOf(const Answers& answers, Standing standing);
/// Answers to rows that the request doesn't have.
std::vector<RowStatus> ForeignRows(const Answers& answers);

/// All of it for tools: {"recovery","revision","due","agreed","open","refused","sections":[…],"rows":[…]}; every row of
/// the request, and who said what when.
Json StatusJson(const Answers& answers);

}  // namespace hotsite::contract
