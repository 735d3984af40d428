#include "compiler/contract/past.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

#include "compiler/contract/answers.h"
#include "compiler/requirements/checks.h"
#include "compiler/requirements/collector.h"
#include "compiler/requirements/issued.h"

namespace hotsite::contract {
namespace {

using requirements::PlainText;
using requirements::Requirement;
using requirements::Requirements;

/// The rows that a contract names, where nobody knows any more what they asked for.
Requirements RowsNamedIn(const model::Contract& contract) {
  std::map<std::string_view, const model::Answer*> named;
  for (const model::Reply& reply : contract.replies) {
    for (const model::Answer& answer : reply.answers) named[answer.id] = &answer;
  }
  Requirements rows;
  for (const auto& [id, answer] : named) {
    Requirement row;
    row.id = id;
    row.edition = answer->edition;
    rows.all.push_back(std::move(row));
  }
  rows.Index();
  return rows;
}

/// `10 GiB (it was all that was free)`; `not as asked` where neither is said.
std::string Offered(const model::Answer& answer) {
  const std::string value = PlainText(answer.value), note = PlainText(answer.note);
  if (value.empty()) return note.empty() ? "not as asked" : note;
  return note.empty() ? value : fmt::format("{} ({})", value, note);
}

/// Empty: nothing worth telling.
std::string Told(const RowAnswer& row, const std::string& recovery) {
  const model::Answer* answer = row.counts.answer;
  const std::string in = "In " + PlainText(recovery);
  switch (row.status) {
    case Status::kDeviation:
      return fmt::format("{} the vendor deviated: {}.", in, Offered(*answer));
    case Status::kAccepted:
      return fmt::format("{} the vendor deviated: {}. The customer accepted that: {}.", in, Offered(*answer),
                         PlainText(row.accepted->reason));
    case Status::kContradicted:
      return fmt::format("{} the vendor confirmed this with another value: {} instead of {}.", in,
                         PlainText(answer->value), requirements::WantedValue(*row.row));
    case Status::kUnanswered:
      return in + " the vendor left this without an answer.";
    case Status::kMalformed:
    case Status::kAmbiguous:
      return in + " the vendor's answer was not clear.";
    default:
      return {};
  }
}

}  // namespace

void AddPast(const std::vector<model::Contract>& contracts, const requirements::Ledger& ledger,
             requirements::Requirements& requirements) {
  std::map<std::string_view, Requirement*> asked;
  if (!contracts.empty()) {
    for (Requirement& row : requirements.all) asked.emplace(row.id, &row);
  }
  for (const model::Contract& contract : contracts) {
    const auto revision = static_cast<std::size_t>(contract.revision);
    Requirements then = requirements::AsIssued(ledger, revision);
    if (then.all.empty()) then = RowsNamedIn(contract);
    const Answers answers = Compare(then, contract);
    for (const RowAnswer& row : answers.rows) {
      const auto again = row.row == nullptr ? asked.end() : asked.find(row.row->id);
      if (again == asked.end()) continue;
      const std::string told = Told(row, contract.recovery);
      std::string& past = again->second->past;
      if (!told.empty()) past += (past.empty() ? "" : " ") + told;
    }
  }
}

}  // namespace hotsite::contract
