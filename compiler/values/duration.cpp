#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "compiler/support/text_writer.h"
#include "compiler/values/calendar.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::int64_t kHour = 60;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kWeek = 7 * kDay;
constexpr std::int64_t kLongest = (10 * 365 + 3) * kDay;  // ten years hold three leap days at most

struct Unit {
  std::int64_t minutes;
  std::vector<std::string_view> spellings;
};

std::int64_t MinutesOfUnit(std::string_view unit) {
  const std::array<Unit, 4> units{{{1, {"min", "minute", "minutes"}},
                                   {kHour, {"h", "hour", "hours"}},
                                   {kDay, {"d", "day", "days"}},
                                   {kWeek, {"week", "weeks", "w"}}}};
  for (const Unit& candidate : units) {
    if (std::find(candidate.spellings.begin(), candidate.spellings.end(), unit) != candidate.spellings.end()) {
      return candidate.minutes;
    }
  }
  return 0;
}

ValueError RefuseUnit(std::string_view number, std::string_view unit) {
  if (unit.empty()) return {"has no unit; write it as `4 h`, `30 min`, `2 d` or `1 week`"};
  if (unit == "m") {
    const Parsed<Duration> minutes = Duration::Parse(fmt::format("{} min", number));
    if (!minutes) return minutes.error();
    return {"is ambiguous: `m` may be minutes or months; write it as `30 min`",
            fmt::format("{} min", ReadNumber(number))};
  }
  if (unit.starts_with("mo") || unit.starts_with("y")) {
    return {"has no fixed length; write it in days or weeks, such as `30 d` or `4 weeks`"};
  }
  if (unit == "s" || unit.starts_with("sec")) return {"is finer than needed; write it in minutes, such as `5 min`"};
  return {"isn't a duration; write it as `4 h`, `30 min`, `2 d` or `1 week`"};
}

}  // namespace

Parsed<Duration> Duration::Parse(std::string_view text) {
  const NumberAndUnit split = SplitUnit(text);
  if (split.number.empty()) return ValueError{"isn't a duration; write it as `4 h`, `30 min`, `2 d` or `1 week`"};
  const std::int64_t unit = MinutesOfUnit(ToLower(split.unit));
  if (!IsNumber(split.number)) return ValueError{"isn't a whole number; write 1.5 h as `90 min`"};
  if (unit == 0) return RefuseUnit(split.number, ToLower(split.unit));
  const std::uint64_t number = ReadNumber(split.number);
  if (number == 0) return ValueError{"is no time at all; write it as `4 h`, `30 min`, `2 d` or `1 week`"};
  if (number > static_cast<std::uint64_t>(kLongest / unit)) return ValueError{"is longer than 10 years"};
  return Duration(static_cast<std::int64_t>(number) * unit);
}

std::string Duration::ToString() const {
  if (minutes_ == kWeek) return "1 week";
  if (minutes_ != 0 && minutes_ % kWeek == 0) return fmt::format("{} weeks", minutes_ / kWeek);
  if (minutes_ != 0 && minutes_ % kDay == 0) return fmt::format("{} d", minutes_ / kDay);
  if (minutes_ != 0 && minutes_ % kHour == 0) return fmt::format("{} h", minutes_ / kHour);
  return fmt::format("{} min", minutes_);
}

}  // namespace hotsite
