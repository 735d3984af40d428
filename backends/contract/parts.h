// The papers about the vendor's answers, a file each; contract.cpp prints them. Each is a pure function of the Papers.
#pragma once

#include <string>
#include <vector>

#include "backends/backend.h"
#include "backends/document/document.h"
#include "compiler/contract/answers.h"

namespace hotsite::backends::contract_papers {

/// What every paper reads: the input and what follows from it for all.
struct Papers {
  const BuildInput& input;
  const AgreementInput& agreement;
  const model::Recovery& recovery;  // with what the vendor answered in it, where that makes a site
  std::string due;                  // as in the request; empty: no test

  const contract::Answers& answers() const { return agreement.answers; }
  const model::Contract& contract() const { return *agreement.answers.contract; }
  /// `request 2009, revision 2`.
  std::string Request() const;
};

/// A document with what all papers have in common: which request, which contract.
document::Document Framed(const Papers& papers, const std::string& title);

// status.cpp.
document::Document Status(const Papers& papers);
std::string StatusJson(const Papers& papers);

// changes.cpp: what the promised site differs in from the requested one; empty where there is none.
std::string Changes(const Papers& papers);

// reminder.cpp: what waits for the vendor.

/// Rows that need a word of the vendor's: open ones, and those that aren't as asked. Nothing to remind of: empty.
std::vector<const contract::RowAnswer*> Unsettled(const Papers& papers);
document::Document Reminder(const Papers& papers);
/// The same as a mail with the rows as a spreadsheet, which a mail program opens as a draft.
std::string ReminderMail(const Papers& papers);

// words.cpp: an answer in words. Free text of the vendor's is made fit for a document.

/// `MEM-001 b`: the row's identifier with its edition; of a foreign row what the reply calls it.
std::string Numbered(const contract::RowAnswer& row);
/// `VMPROD: central storage`.
std::string About(const contract::RowAnswer& row);
/// `at least 24 GiB`; the row's sentence where it has no value.
std::string Asked(const contract::RowAnswer& row);
/// `confirmed: 24 GiB`, `deviation: none (no expanded storage on this machine)`; `no answer`.
std::string Answered(const contract::Given& given);
/// `JS, 2009-08-18`: whose initials, else who the reply is by; the day, else when the reply came.
std::string Who(const contract::Given& given);
/// `vendor-reply.pdf, page 7, field MEM-003_value`.
std::string Where(const contract::Given& given);
/// Why it isn't agreed: `the vendor confirmed 10 GiB`; `with HSK-001`, which tells of it too.
std::string Why(const Papers& papers, const contract::RowAnswer& row);
/// `HSK-002, HSK-004 to HSK-006`: the rows that have no sense any more when this one is refused.
std::string With(const Papers& papers, const contract::RowAnswer& row);
/// Of one standing, in document order; rows that ask nothing left out.
std::vector<const contract::RowAnswer*> Of(const contract::Answers& answers, contract::Standing standing);

}  // namespace hotsite::backends::contract_papers
