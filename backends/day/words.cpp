#include <fmt/format.h>

#include "backends/day/parts.h"
#include "compiler/requirements/collector.h"
#include "compiler/support/name_ranges.h"

namespace hotsite::backends::day {
namespace {

/// More ranges than this aren't read on the day.
constexpr std::size_t kMostRanges = 12;

}  // namespace

std::string Folded(const std::vector<std::string>& names) {
  std::string folded;
  std::size_t shown = 0, ranges = 0;
  for (const NameRange& range : NameRangesOf(names)) {
    if (ranges++ == kMostRanges) return fmt::format("{} and {} more", folded, names.size() - shown);
    shown += range.count;
    folded += (folded.empty() ? "" : ", ") + range.first + (range.count > 1 ? " to " + range.last : "");
  }
  return folded;
}

std::string ClockOf(LocalTime time) {
  return fmt::format("{:02}:{:02}", time.minute_of_day() / 60, time.minute_of_day() % 60);
}

std::string DateAndClock(LocalTime time) {
  return fmt::format("{} ({}) {}", time.date().ToString(), time.date().Weekday(), ClockOf(time));
}

std::string Hours(std::int64_t minutes) {
  if (minutes < 60) return fmt::format("{} min", minutes);
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60) : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string ZoneOf(const Day& day) {
  const auto& test = day.recovery().test;
  return test && !test->zone.empty() ? test->zone : "local time of the site";
}

std::string Free(std::string_view text) { return requirements::PlainText(text); }

}  // namespace hotsite::backends::day
