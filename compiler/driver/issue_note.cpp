#include "compiler/driver/issue_note.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "compiler/diagnostics/style.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

/// What a line of the revision history has room for.
constexpr std::size_t kMostBy = 80;
constexpr std::size_t kMostWhy = 300;
constexpr int kSecondsADay = 24 * 60 * 60;
/// The end of the last year that Date knows.
constexpr std::int64_t kMostSeconds = 7'258'118'400;

std::optional<std::string> Refuse(std::string_view option, std::string_view text, std::size_t most) {
  const auto bad = FindInvalidUtf8(text);
  const auto control = bad ? bad : FindControl(text);
  if (control) return fmt::format("--{} has {} in it; write it on one line", option, NameCharacter(text, *control));
  if (!text.empty() && ShowsNothing(text))
    return fmt::format("--{} shows nothing: it is blanks or other characters that can't be seen", option);
  const std::size_t length = CountCodePoints(text);
  if (length <= most) return {};
  return fmt::format("--{} has {} characters; the revision history has room for {}", option, length, most);
}

std::optional<Date> DayOfEpoch(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > kMostSeconds) return {};
  return Date::OfDayNumber(static_cast<int>(seconds / kSecondsADay));
}

Date Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const auto day = Date::Parse(fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday));
  return day ? *day : Date();
}

std::optional<Date> DayOf(const Arguments& arguments, std::string* problem) {
  if (arguments.Has("on")) {
    const std::string text = arguments.Get("on");
    const Parsed<Date> day = Date::Parse(text);
    if (day) return *day;
    *problem = fmt::format("--on: `{}` {}", Printable(text), Printable(day.error().what));
    return {};
  }
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0') return Today();
  const auto day = DayOfEpoch(epoch);
  if (!day)
    *problem = fmt::format("SOURCE_DATE_EPOCH is `{}`, not a number of seconds since 1970; unset it or say --on DATE",
                           Printable(epoch));
  return day;
}

}  // namespace

std::optional<IssueNote> ReadIssueNote(const Arguments& arguments, std::string* problem) {
  IssueNote note{{}, arguments.Get("by"), arguments.Get("why")};
  auto refused = Refuse("by", note.by, kMostBy);
  if (!refused) refused = Refuse("why", note.why, kMostWhy);
  if (refused) {
    *problem = *refused;
    return {};
  }
  const auto day = DayOf(arguments, problem);
  if (!day) return {};
  note.day = *day;
  return note;
}

}  // namespace hotsite::driver
