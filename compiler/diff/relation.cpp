#include "compiler/diff/relation.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <set>

#include "compiler/values/calendar.h"
#include "compiler/values/memory_size.h"

namespace hotsite::diff {
namespace {

using model::Comparator;
using requirements::IssuedRow;
using requirements::Kind;
using requirements::ValueType;

using Set = std::set<std::string>;

/// What a row binds the vendor to: an INF to nothing, an ASK to any value, an OPT to one of several, a REQ to its own.
int Strength(Kind kind) {
  switch (kind) {
    case Kind::kInformation:
      return 0;
    case Kind::kQuestion:
      return 1;
    case Kind::kChoice:
    case Kind::kDemand:
      return 2;
  }
  return 2;
}

std::optional<std::int64_t> Number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// A point of time in minutes since 1970. A duration isn't one.
std::optional<std::int64_t> Minutes(std::string_view text) {
  const Parsed<LocalTime> time = LocalTime::Parse(text);
  if (!time) return {};
  return std::int64_t{time->date().day_number()} * 1440 + time->minute_of_day();
}

/// The value on a line of numbers; nothing where it isn't on one.
std::optional<std::int64_t> Measure(const IssuedRow& row) {
  switch (row.type) {
    case ValueType::kMemory:
      if (const auto size = MemorySize::Parse(row.value)) return static_cast<std::int64_t>(size->mib());
      return {};
    case ValueType::kFrame:
      if (const auto size = FrameSize::Parse(row.value)) return std::int64_t{size->kib()};
      return {};
    case ValueType::kCount:
      return Number(row.value);
    case ValueType::kTime:
      return Minutes(row.value);
    default:
      return {};
  }
}

/// All figures that satisfy a row.
struct Range {
  std::int64_t low, high;

  static Range Of(Comparator comparator, std::int64_t value) {
    using Limits = std::numeric_limits<std::int64_t>;
    return {comparator == Comparator::kAtMost ? Limits::min() : value,
            comparator == Comparator::kAtLeast ? Limits::max() : value};
  }
  bool Contains(const Range& other) const { return low <= other.low && other.high <= high; }
};

/// `is_in`: all that satisfies the row now satisfied the earlier one; `was_in`: the other way round.
Relation Judge(bool is_in, bool was_in) {
  if (is_in && was_in) return Relation::kSame;
  if (is_in) return Relation::kTighter;
  return was_in ? Relation::kLooser : Relation::kOther;
}

Step RelateFigures(const IssuedRow& before, const IssuedRow& now, std::int64_t was, std::int64_t is) {
  const Range old = Range::Of(before.comparator, was), today = Range::Of(now.comparator, is);
  const Direction direction = is > was ? Direction::kUp : is < was ? Direction::kDown : Direction::kNone;
  return {Judge(old.Contains(today), today.Contains(old)), direction};
}

bool Includes(const Set& all, const Set& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

Set SetOf(std::string_view value, std::string_view separator) {
  const std::vector<std::string> parts = PartsOf(value, separator);
  return {parts.begin(), parts.end()};
}

Relation RelateValues(const IssuedRow& before, const IssuedRow& now) {
  if (now.type == ValueType::kNames && before.type == now.type) {  // each of them: more names, fewer that satisfy it
    const Set old = SetOf(before.value, ", "), today = SetOf(now.value, ", ");
    return Judge(Includes(today, old), Includes(old, today));
  }
  if (before.kind == Kind::kChoice || now.kind == Kind::kChoice) {  // one of them
    const Set old = SetOf(before.value, " or "), today = SetOf(now.value, " or ");
    return Judge(Includes(old, today), Includes(today, old));
  }
  return before.value == now.value && before.comparator == now.comparator ? Relation::kSame : Relation::kOther;
}

}  // namespace

std::vector<std::string> PartsOf(std::string_view value, std::string_view separator) {
  std::vector<std::string> parts;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(separator), value.size());
    parts.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + separator.size(), value.size()));
  }
  return parts;
}

Step Relate(const IssuedRow& before, const IssuedRow& now) {
  const int was = Strength(before.kind), is = Strength(now.kind);
  if (was != is) return {is > was ? Relation::kTighter : Relation::kLooser, Direction::kNone};
  if (before.value.empty() && now.value.empty()) return {};
  if (before.value.empty() || now.value.empty())
    return {before.value.empty() ? Relation::kTighter : Relation::kLooser, Direction::kNone};
  const auto old = Measure(before), today = Measure(now);
  if (old && today && before.type == now.type) return RelateFigures(before, now, *old, *today);
  return {RelateValues(before, now), Direction::kNone};
}

}  // namespace hotsite::diff
