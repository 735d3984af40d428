#include "compiler/contract/answers.h"

#include <algorithm>
#include <numeric>

namespace hotsite::contract {

const char* ToString(Status status) {
  switch (status) {
    case Status::kAgreed:
      return "agreed";
    case Status::kFilled:
      return "filled";
    case Status::kAccepted:
      return "accepted";
    case Status::kInformation:
      return "information";
    case Status::kAltered:
      return "altered";
    case Status::kForeign:
      return "foreign";
    case Status::kStale:
      return "stale";
    case Status::kAmbiguous:
      return "ambiguous";
    case Status::kMalformed:
      return "malformed";
    case Status::kContradicted:
      return "contradicted";
    case Status::kDeviation:
      return "deviation";
    case Status::kUnanswered:
      return "unanswered";
  }
  return "";
}

Standing StandingOf(Status status) {
  switch (status) {
    case Status::kAgreed:
    case Status::kFilled:
    case Status::kAccepted:
    case Status::kInformation:
      return Standing::kAgreed;
    case Status::kContradicted:
    case Status::kDeviation:
      return Standing::kRefused;
    default:
      return Standing::kOpen;
  }
}

void Answers::Index() {
  by_id_.resize(rows.size());
  std::iota(by_id_.begin(), by_id_.end(), 0u);
  std::sort(by_id_.begin(), by_id_.end(), [this](auto a, auto b) { return rows[a].id < rows[b].id; });
}

const RowAnswer* Answers::Find(std::string_view id) const {
  const auto found =
      std::lower_bound(by_id_.begin(), by_id_.end(), id,
                       [this](std::uint32_t at, std::string_view wanted) { return rows[at].id < wanted; });
  return found != by_id_.end() && rows[*found].id == id ? &rows[*found] : nullptr;
}

std::size_t Answers::Count(Status status) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const RowAnswer& row) { return row.status == status; }));
}

std::size_t Answers::Count(Standing standing) const {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const RowAnswer& row) { return StandingOf(row.status) == standing; }));
}

}  // namespace hotsite::contract
