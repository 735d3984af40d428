// Dates as people write them, when only one day can be meant.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "compiler/reply/to_contract.h"

namespace hotsite::reply {
namespace {

constexpr int kMonths = 12;

struct Part {
  std::string text;
  int number = -1;  // -1: it is a word
};

/// The numbers and words of `text`; what stands between them is in `signs`, a character each.
std::vector<Part> PartsOf(std::string_view text, std::string& signs) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < text.size();) {
    const auto is = [&](auto* test, std::size_t at) { return test(static_cast<unsigned char>(text[at])) != 0; };
    const std::size_t begin = i;
    if (is(isdigit, i)) {
      while (i < text.size() && is(isdigit, i)) ++i;
      Part part{std::string(text.substr(begin, i - begin)), 0};
      if (part.text.size() > 4) return {};
      std::from_chars(part.text.data(), part.text.data() + part.text.size(), part.number);
      parts.push_back(std::move(part));
    } else if (is(isalpha, i)) {
      while (i < text.size() && is(isalpha, i)) ++i;
      Part part{std::string(text.substr(begin, i - begin)), -1};
      for (char& c : part.text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      parts.push_back(std::move(part));
    } else {
      if (text[i] != ' ' && text[i] != ',') signs += text[i];
      ++i;
    }
  }
  return parts;
}

/// 8 of `aug` and `august`; 0: no month.
int MonthOf(const Part& part) {
  constexpr std::array<std::string_view, kMonths> kNames{"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};
  if (part.number >= 0 || part.text.size() < 3) return 0;
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](std::string_view name) { return name.starts_with(part.text); });
  return found == kNames.end() ? 0 : static_cast<int>(found - kNames.begin()) + 1;
}

std::optional<Date> DayOf(int year, int month, int day) {
  const auto date = Date::Parse(fmt::format("{:04}-{:02}-{:02}", year, month, day));
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace

std::optional<Date> DateIn(std::string_view text) {
  std::string signs;
  const std::vector<Part> parts = PartsOf(text, signs);
  if (parts.size() != 3) return {};
  const Part &first = parts[0], &second = parts[1], &third = parts[2];
  const auto whole_year = [](const Part& part) { return part.number >= 0 && part.text.size() == 4; };
  const bool years = whole_year(first) != whole_year(third);
  if (!years) return {};
  if (const int month = MonthOf(second); month > 0 && whole_year(third))
    return DayOf(third.number, month, first.number);
  if (const int month = MonthOf(first); month > 0 && second.number >= 0 && whole_year(third))
    return DayOf(third.number, month, second.number);
  if (first.number < 0 || second.number < 0 || third.number < 0 || signs.size() != 2 || signs[0] != signs[1]) return {};
  if (whole_year(first)) return DayOf(first.number, second.number, third.number);
  if (signs == "..") return DayOf(third.number, second.number, first.number);  // nobody writes the month first
  if (signs != "//" && signs != "--") return {};
  if (first.number > kMonths) return DayOf(third.number, second.number, first.number);
  if (second.number > kMonths || first.number == second.number) return DayOf(third.number, first.number, second.number);
  return {};
}

}  // namespace hotsite::reply
