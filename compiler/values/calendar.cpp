#include "compiler/values/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "compiler/support/text_writer.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::int64_t kMinutesPerDay = std::int64_t{24} * 60;
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::chrono::year_month_day CivilFromDays(int days) { return std::chrono::sys_days(std::chrono::days(days)); }

/// Three numbers of a date, year first, whatever stands between them.
struct DateParts {
  unsigned year = 0, month = 0, day = 0;
  bool canonical = false;
};

std::optional<DateParts> SplitDate(std::string_view text) {
  for (const char separator : {'-', '/', '.'}) {
    const std::vector<std::string_view> parts = Split(text, separator);
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), IsNumber)) continue;
    if (parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) continue;
    const bool canonical = separator == '-' && parts[1].size() == 2 && parts[2].size() == 2;
    return DateParts{static_cast<unsigned>(ReadNumber(parts[0])), static_cast<unsigned>(ReadNumber(parts[1])),
                     static_cast<unsigned>(ReadNumber(parts[2])), canonical};
  }
  return std::nullopt;
}

/// Why there is no such day.
std::optional<std::string> WhyNoSuchDay(const DateParts& parts) {
  if (parts.month < 1 || parts.month > 12) return fmt::format("isn't a date: there is no month {}", parts.month);
  if (parts.day < 1) return "isn't a date: there is no day 0";
  const std::chrono::year year(static_cast<int>(parts.year));
  const std::chrono::month_day_last last(std::chrono::month(parts.month));
  const auto days = static_cast<unsigned>(std::chrono::year_month_day_last(year, last).day());
  if (parts.day <= days) return std::nullopt;
  return fmt::format("isn't a date: {} {} has {} days", kMonths[parts.month - 1], parts.year, days);
}

/// `01.02.2027`, `2/1/2027`: the year stands last. The days that can be meant, day before month first.
ValueError RefuseDate(std::string_view text) {
  for (const char separator : {'.', '/', '-'}) {
    const std::vector<std::string_view> parts = Split(text, separator);
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), IsNumber)) continue;
    if (parts[2].size() != 4 || parts[0].size() > 2 || parts[1].size() > 2) continue;
    std::vector<std::string> meant;
    for (const auto& [month, day] : {std::pair(parts[1], parts[0]), std::pair(parts[0], parts[1])}) {
      const auto date = Date::Parse(fmt::format("{}-{:0>2}-{:0>2}", parts[2], month, day));
      if (date && (meant.empty() || meant.front() != date->ToString())) meant.push_back(date->ToString());
    }
    if (meant.empty()) break;
    if (meant.size() == 1)
      return {fmt::format("isn't how a date is written; write `{}`", meant.front()), meant.front()};
    return {fmt::format("isn't how a date is written; write the year first: `{}`, or `{}` if the month stands first",
                        meant[0], meant[1])};
  }
  return {"isn't a date; write year, month and day as in `2009-10-05`"};
}

/// `08:00` as minutes; also `8:00`, for the replacement.
Parsed<unsigned> ParseClock(std::string_view text) {
  const std::vector<std::string_view> parts = Split(text, ':');
  if (parts.size() != 2 || !IsNumber(parts[0]) || !IsNumber(parts[1]) || parts[0].size() > 2 || parts[1].size() != 2) {
    return ValueError{"isn't a time; write it as `2009-10-05 08:00`"};
  }
  const std::uint64_t hour = ReadNumber(parts[0]);
  const std::uint64_t minute = ReadNumber(parts[1]);
  if (hour > 23) return ValueError{"isn't a time: hours go from 00 to 23"};
  if (minute > 59) return ValueError{"isn't a time: minutes go from 00 to 59"};
  return static_cast<unsigned>(hour * 60 + minute);
}

}  // namespace

Parsed<Date> Date::Parse(std::string_view text) {
  const std::optional<DateParts> parts = SplitDate(text);
  if (!parts) return RefuseDate(text);
  if (const auto why = WhyNoSuchDay(*parts)) return ValueError{*why};
  if (parts->year < 1990 || parts->year > 2199) return ValueError{"is outside the years 1990 to 2199"};
  const std::chrono::year_month_day civil(std::chrono::year(static_cast<int>(parts->year)),
                                          std::chrono::month(parts->month), std::chrono::day(parts->day));
  Date date;
  date.days_ = static_cast<int>(std::chrono::sys_days(civil).time_since_epoch().count());
  if (parts->canonical) return date;
  return ValueError{fmt::format("isn't how a date is written; write `{}`", date.ToString()), date.ToString()};
}

std::string Date::ToString() const {
  const std::chrono::year_month_day civil = CivilFromDays(days_);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()),
                     static_cast<unsigned>(civil.day()));
}

std::string Date::Weekday() const {
  const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(days_))};
  return std::string(kWeekdays[weekday.c_encoding()]);
}

Parsed<LocalTime> LocalTime::Parse(std::string_view text) {
  text = Trim(text);
  const std::size_t gap = std::min(text.find_first_of(" \tT"), text.size());
  const Parsed<Date> date = Date::Parse(text.substr(0, gap));
  if (gap == text.size()) {
    if (!date) return date.error();
    return LocalTime(*date, 0);
  }
  const std::string_view clock_text = Trim(text.substr(gap + 1));
  const Parsed<unsigned> clock = ParseClock(clock_text);
  if (!clock) return clock.error();
  if (!date) {
    ValueError error = date.error();
    const Parsed<Date> meant = Date::Parse(error.replacement.value_or(""));
    if (meant) error.replacement = LocalTime(*meant, *clock).ToString();
    return error;
  }
  const LocalTime time(*date, *clock);
  if (text[gap] != 'T' && clock_text.size() == 5) return time;
  return ValueError{fmt::format("isn't how a time is written; write `{}`", time.ToString()), time.ToString()};
}

std::int64_t LocalTime::MinutesUntil(LocalTime later) const {
  const std::int64_t days = std::int64_t{later.date_.day_number()} - date_.day_number();
  return days * kMinutesPerDay + later.minute_ - minute_;
}

LocalTime LocalTime::MinusMinutes(std::int64_t minutes) const {
  // Durations end at 10 years; the bound only keeps a wild argument from wrapping.
  constexpr std::int64_t kBound = std::int64_t{400} * 366 * kMinutesPerDay;
  const std::int64_t total = date_.day_number() * kMinutesPerDay + minute_ - std::clamp(minutes, -kBound, kBound);
  const std::int64_t minute = ((total % kMinutesPerDay) + kMinutesPerDay) % kMinutesPerDay;
  return LocalTime(Date::OfDayNumber(static_cast<int>((total - minute) / kMinutesPerDay)),
                   static_cast<unsigned>(minute));
}

std::string LocalTime::ToString() const {
  return fmt::format("{} {:02}:{:02}", date_.ToString(), minute_ / 60, minute_ % 60);
}

Parsed<std::string> ParseZone(std::string_view text) {
  if (text == "UTC") return std::string(text);
  const std::string upper = ToUpper(text);
  if (upper == "UTC" || upper == "GMT" || upper == "Z") return ValueError{"isn't a zone name; write `UTC`", "UTC"};
  const std::vector<std::string_view> parts = Split(text, '/');
  // IANA names have two or three parts of at most 14 characters, each with a capital at its start.
  const auto good = [](std::string_view part) {
    return !part.empty() && part.size() <= 14 && IsUpper(part.front()) &&
           std::all_of(part.begin(), part.end(),
                       [](char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '+' || c == '-'; });
  };
  if ((parts.size() == 2 || parts.size() == 3) && std::all_of(parts.begin(), parts.end(), good))
    return std::string(text);
  return ValueError{"isn't a zone name; write it as `America/New_York`, `Europe/Berlin` or `UTC`"};
}

}  // namespace hotsite
