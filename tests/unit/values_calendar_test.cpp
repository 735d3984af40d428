#include <catch2/catch.hpp>
#include <limits>

#include "compiler/values/calendar.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

std::string Day(std::string_view text) { return Outcome(Date::Parse(text)); }
std::string Time(std::string_view text) { return Outcome(LocalTime::Parse(text)); }
std::string Span(std::string_view text) { return Outcome(Duration::Parse(text)); }
std::string Zone(std::string_view text) { return Outcome(ParseZone(text)); }

TEST_CASE("every day from 1990 to 2199 prints, parses back and follows the day before") {
  const std::vector<std::string> week{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  const int first = Date::Parse("1990-01-01")->day_number();
  const int last = Date::Parse("2199-12-31")->day_number();
  CHECK(last - first + 1 == 210 * 365 + 51);  // 52 years divide by 4, less 2100
  for (int day = first; day <= last; ++day) {
    const Date date = Date::OfDayNumber(day);
    const auto parsed = Date::Parse(date.ToString());
    REQUIRE(parsed.ok());
    REQUIRE(parsed->day_number() == day);
    REQUIRE(date.Weekday() == week[static_cast<std::size_t>(day + 4) % 7]);
  }
}

TEST_CASE("dates") {
  CHECK(Day("2009-10-05") == "2009-10-05");
  CHECK(Date::Parse("2009-10-05")->Weekday() == "Monday");
  CHECK(Day("2008-02-29") == "2008-02-29");
  CHECK(Day("2009-02-29") == "error: isn't a date: February 2009 has 28 days");
  CHECK(Day("2100-02-29") == "error: isn't a date: February 2100 has 28 days");
  CHECK(Day("2009-04-31") == "error: isn't a date: April 2009 has 30 days");
  CHECK(Day("2009-13-01") == "error: isn't a date: there is no month 13");
  CHECK(Day("2009-00-01") == "error: isn't a date: there is no month 0");
  CHECK(Day("2009-01-00") == "error: isn't a date: there is no day 0");
  CHECK(Day("1989-12-31") == "error: is outside the years 1990 to 2199");
  CHECK(Day("2200-01-01") == "error: is outside the years 1990 to 2199");
  CHECK(Day("2009/10/5") == "error: isn't how a date is written; write `2009-10-05` (write: 2009-10-05)");
  for (const char* text : {"", "40.40.2009", "2009-10", "2009-10-05-01", "20091005", "2009-10-0x", "-2009-10-05",
                           "2009-10-05 ", "12009-10-05", "2009-010-05"}) {
    CAPTURE(text);
    CHECK(Day(text) == "error: isn't a date; write year, month and day as in `2009-10-05`");
  }
}

TEST_CASE("dates with the year last") {
  CHECK(Day("01.02.2027") ==
        "error: isn't how a date is written; write the year first: `2027-02-01`, or `2027-01-02` if the month stands "
        "first");
  CHECK(Day("24.12.2026") == "error: isn't how a date is written; write `2026-12-24` (write: 2026-12-24)");
  CHECK(Day("12/24/2026") == "error: isn't how a date is written; write `2026-12-24` (write: 2026-12-24)");
}

TEST_CASE("times") {
  CHECK(Time("2009-10-05 08:00") == "2009-10-05 08:00");
  CHECK(Time("2009-10-05") == "2009-10-05 00:00");
  CHECK(Time("2009-10-05   23:59") == "2009-10-05 23:59");
  CHECK(Time("2009-10-05 24:00") == "error: isn't a time: hours go from 00 to 23");
  CHECK(Time("2009-10-05 08:60") == "error: isn't a time: minutes go from 00 to 59");
  CHECK(Time("2009-10-05 8:00") ==
        "error: isn't how a time is written; write `2009-10-05 08:00` (write: 2009-10-05 08:00)");
  CHECK(Time("2009-10-05T08:00") ==
        "error: isn't how a time is written; write `2009-10-05 08:00` (write: 2009-10-05 08:00)");
  CHECK(Time("2009/10/05 8:00") == "error: isn't how a date is written; write `2009-10-05` (write: 2009-10-05 08:00)");
  CHECK(Time("2009-02-29 08:00") == "error: isn't a date: February 2009 has 28 days");
  for (const char* text :
       {"2009-10-05 08:00:00", "2009-10-05 8", "2009-10-05 08:0", "2009-10-05 08.00", "2009-10-05 am", "Tuesday"}) {
    CAPTURE(text);
    CHECK(Time(text) == "error: isn't a time; write it as `2009-10-05 08:00`");
  }
}

TEST_CASE("counting with times") {
  const LocalTime start = *LocalTime::Parse("2009-10-05 08:00");
  CHECK(start.MinutesUntil(*LocalTime::Parse("2009-10-08 09:30")) == 3 * 1440 + 90);
  CHECK(start.MinutesUntil(*LocalTime::Parse("2009-10-05 07:59")) == -1);
  CHECK(start.MinusMinutes(0) == start);
  CHECK(start.MinusMinutes(8 * 60 + 1).ToString() == "2009-10-04 23:59");
  CHECK(start.MinusMinutes(-16 * 60).ToString() == "2009-10-06 00:00");
  CHECK(LocalTime().MinusMinutes(1).ToString() == "1969-12-31 23:59");
  CHECK(start < *LocalTime::Parse("2009-10-05 08:01"));
  CHECK(start.MinusMinutes(std::numeric_limits<std::int64_t>::max()) < start);
  CHECK(start.MinusMinutes(std::numeric_limits<std::int64_t>::min()) > start);
  CHECK(start.date().ToString() == "2009-10-05");
  CHECK(start.minute_of_day() == 480);
}

TEST_CASE("durations print in the largest whole unit") {
  CHECK(Span("4 h") == "4 h");
  CHECK(Span("4h") == "4 h");
  CHECK(Span("240 minutes") == "4 h");
  CHECK(Span("90 min") == "90 min");
  CHECK(Span("2 d") == "2 d");
  CHECK(Span("48 hours") == "2 d");
  CHECK(Span("1 week") == "1 week");
  CHECK(Span("14 days") == "2 weeks");
  CHECK(Span("3653 d") == "3653 d");
}

TEST_CASE("what isn't a duration") {
  CHECK(Span("3654 d") == "error: is longer than 10 years");
  CHECK(Span("18446744073709551617 min") == "error: is longer than 10 years");
  CHECK(Span("9223372036854775807 weeks") == "error: is longer than 10 years");
  CHECK(Span("0 h") == "error: is no time at all; write it as `4 h`, `30 min`, `2 d` or `1 week`");
  CHECK(Span("1.5 h") == "error: isn't a whole number; write 1.5 h as `90 min`");
  CHECK(Span("4") == "error: has no unit; write it as `4 h`, `30 min`, `2 d` or `1 week`");
  CHECK(Span("30 m") == "error: is ambiguous: `m` may be minutes or months; write it as `30 min` (write: 30 min)");
  CHECK(Span("0 m") == "error: is no time at all; write it as `4 h`, `30 min`, `2 d` or `1 week`");
  CHECK(Span("2 months") == "error: has no fixed length; write it in days or weeks, such as `30 d` or `4 weeks`");
  CHECK(Span("1 year") == "error: has no fixed length; write it in days or weeks, such as `30 d` or `4 weeks`");
  CHECK(Span("30 sec") == "error: is finer than needed; write it in minutes, such as `5 min`");
  for (const char* text : {"", "h", "-4 h", "4 fortnights", "4 h 30 min"}) {
    CAPTURE(text);
    CHECK(Span(text) == "error: isn't a duration; write it as `4 h`, `30 min`, `2 d` or `1 week`");
  }
}

TEST_CASE("zones by their form") {
  for (const char* text : {"UTC", "America/New_York", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5",
                           "America/Port-au-Prince", "Antarctica/DumontDUrville"}) {
    CAPTURE(text);
    CHECK(Zone(text) == text);
  }
  CHECK(Zone("utc") == "error: isn't a zone name; write `UTC` (write: UTC)");
  CHECK(Zone("GMT") == "error: isn't a zone name; write `UTC` (write: UTC)");
  for (const char* text : {"", "EST", "America/", "/New_York", "america/new_york", "America/New York", "../etc/passwd",
                           "A/B/C/D", "America/New_York\n", "Europe/Z\xC3\xBCrich", "+05:00"}) {
    CAPTURE(text);
    CHECK(Zone(text) == "error: isn't a zone name; write it as `America/New_York`, `Europe/Berlin` or `UTC`");
  }
}

}  // namespace
}  // namespace hotsite
