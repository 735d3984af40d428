// Dates, local times and durations. Hotsite never asks what day it is: times are compared with one another
// and printed with their weekday and zone; a zone is a name (`America/New_York`) that is printed, not computed
// with, since both ends of a test window stand in the same zone.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class Date {
 public:
  Date() = default;
  /// `2009-10-05`; refuses dates that don't exist. Years 1990 to 2199.
  static Parsed<Date> Parse(std::string_view text);
  static Date OfDayNumber(int days) {
    Date date;
    date.days_ = days;
    return date;
  }
  /// Days since 1970-01-01.
  int day_number() const { return days_; }
  std::string ToString() const;  // `2009-10-05`
  std::string Weekday() const;   // `Monday`
  friend auto operator<=>(Date, Date) = default;

 private:
  int days_ = 0;
};

class LocalTime {
 public:
  LocalTime() = default;
  LocalTime(Date date, unsigned minute_of_day) : date_(date), minute_(minute_of_day) {}
  /// `2009-10-05 08:00`; a date alone means 00:00.
  static Parsed<LocalTime> Parse(std::string_view text);
  Date date() const { return date_; }
  unsigned minute_of_day() const { return minute_; }
  std::int64_t MinutesUntil(LocalTime later) const;
  LocalTime MinusMinutes(std::int64_t minutes) const;
  std::string ToString() const;  // `2009-10-05 08:00`
  friend auto operator<=>(LocalTime, LocalTime) = default;

 private:
  Date date_;
  unsigned minute_ = 0;
};

class Duration {
 public:
  Duration() = default;
  static Duration OfMinutes(std::int64_t minutes) { return Duration(minutes); }
  /// `4 h`, `30 min`, `2 d`, `1 week`; a whole number above zero, at most 10 years.
  static Parsed<Duration> Parse(std::string_view text);
  std::int64_t minutes() const { return minutes_; }
  std::string ToString() const;  // `4 h`: the largest unit that gives a whole number
  friend auto operator<=>(Duration, Duration) = default;

 private:
  explicit Duration(std::int64_t minutes) : minutes_(minutes) {}
  std::int64_t minutes_ = 0;
};

/// An IANA zone name by its form: `UTC` or `Area/City`. Whether it exists isn't checked.
Parsed<std::string> ParseZone(std::string_view text);

}  // namespace hotsite
