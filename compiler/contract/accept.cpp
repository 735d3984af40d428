#include "compiler/contract/accept.h"

#include <fmt/format.h>

#include <map>
#include <string>

namespace hotsite::contract {
namespace {

/// Whether the answer is what was accepted, however both are written.
bool IsOf(const RowAnswer& row, const std::string& value) {
  if (value.empty()) return true;
  const ReadValue wanted = Read(*row.row, value);
  if (wanted.value && row.value) return wanted.value->text == row.value->text;
  return row.counts.answer != nullptr && row.counts.answer->value == value;
}

std::string Answered(const RowAnswer& row) {
  if (row.value) return row.value->text;
  return row.counts.answer != nullptr && !row.counts.answer->value.empty() ? row.counts.answer->value : "a deviation";
}

/// Why an acceptance takes nothing of a row; empty: it takes it.
std::string WhyIdle(const model::DeviationAccepted& accepted, const RowAnswer* row, std::optional<Date> test) {
  if (row == nullptr || row->row == nullptr) return fmt::format("the request has no row {}", accepted.id);
  if (accepted.edition != row->row->edition)
    return fmt::format("the row is {}{}{} by now; write that, if what it asks for is meant", accepted.id,
                       row->row->edition.empty() ? "" : " ", row->row->edition);
  switch (StandingOf(row->status)) {
    case Standing::kAgreed:
      return row->status == Status::kAccepted ? fmt::format("a later line accepts {}", accepted.id)
                                              : fmt::format("{} is {}", accepted.id, ToString(row->status));
    case Standing::kOpen:
      return fmt::format("{} is {}, so there is no deviation to accept", accepted.id, ToString(row->status));
    case Standing::kRefused:
      break;
  }
  if (!IsOf(*row, accepted.value))
    return fmt::format("{} was accepted, and the answer is {}", accepted.value, Answered(*row));
  if (accepted.until && test && *accepted.until < *test)
    return fmt::format("it ended on {}, and the test begins on {}", accepted.until->ToString(), test->ToString());
  return {};
}

}  // namespace

void TakeAcceptances(const model::Contract& contract, std::optional<Date> test, Answers& answers) {
  // From the last to the first: the later line counts.
  for (auto one = contract.accepted.rbegin(); one != contract.accepted.rend(); ++one) {
    const RowAnswer* found = answers.Find(one->id);
    std::string why = WhyIdle(*one, found, test);
    if (!why.empty()) {
      answers.idle.push_back({&*one, std::move(why)});
      continue;
    }
    RowAnswer& row = answers.rows[static_cast<std::size_t>(found - answers.rows.data())];
    row.status = Status::kAccepted;
    row.accepted = &*one;
  }
}

}  // namespace hotsite::contract
