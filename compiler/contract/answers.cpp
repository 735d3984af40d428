#include "compiler/contract/answers.h"

#include <algorithm>

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

std::size_t Answers::Count(Status status) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const RowAnswer& row) { return row.status == status; }));
}

std::size_t Answers::Count(Standing standing) const {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const RowAnswer& row) { return StandingOf(row.status) == standing; }));
}

}  // namespace hotsite::contract
