#include "compiler/contract/spreadsheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/support/text_writer.h"
#include "compiler/values/scan.h"

namespace hotsite::contract {
namespace {

/// `1E+05`, `1.00E+05`, `1E5` of fewer than four characters: a power of ten.
bool IsPower(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos || e == 0) return false;
  std::string_view before = text.substr(0, e), behind = text.substr(e + 1);
  const bool sign = behind.starts_with('+') || behind.starts_with('-');
  if (sign) behind.remove_prefix(1);
  const std::size_t point = before.find_first_of(".,");
  const bool number = point == std::string_view::npos
                          ? IsNumber(before)
                          : IsNumber(before.substr(0, point)) && IsNumber(before.substr(point + 1));
  return number && IsNumber(behind) && (sign || point != std::string_view::npos || text.size() < 4);
}

/// `600.0`, `600,00`.
bool IsFraction(std::string_view text) {
  const std::size_t point = text.find_first_of(".,");
  return point != std::string_view::npos && IsNumber(text.substr(0, point)) && IsNumber(text.substr(point + 1)) &&
         text.size() - point - 1 <= 2 && point <= 5;
}

bool IsMonth(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                     "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  return std::find(kMonths.begin(), kMonths.end(), ToUpper(text.substr(0, 3))) != kMonths.end() &&
         std::all_of(text.begin(), text.end(), IsLetter);
}

/// `1-Jun`, `Jun-09`, `10/5/2009`, `01.06.2009`, `2009-10-05`.
bool IsDate(std::string_view text) {
  for (const char separator : {'/', '.', '-'}) {
    const auto parts = Split(text, separator);
    const auto small = [](std::string_view part) {
      return IsNumber(part) && part.size() <= 2 && ReadNumber(part) > 0;  // 0.0.0600 is a bus ID
    };
    if (parts.size() == 2 && ((IsMonth(parts[0]) && IsNumber(parts[1])) || (small(parts[0]) && IsMonth(parts[1]))))
      return true;
    if (parts.size() != 3 || !(small(parts[1]) || IsMonth(parts[1]))) continue;
    if ((small(parts[0]) && IsNumber(parts[2])) || (IsNumber(parts[0]) && parts[0].size() == 4 && small(parts[2])))
      return true;
  }
  return false;
}

}  // namespace

bool LooksDamaged(std::string_view plain) {
  return IsPower(plain) || IsFraction(plain) || IsDate(plain) || (IsNumber(plain) && plain.size() > 4);
}

std::string DamagedNumber(std::string_view plain) {
  if (IsDate(plain)) return "is a date, which spreadsheets make of some device numbers";
  if (IsNumber(plain) && plain.size() < 4)
    return fmt::format("has {} where a device number has four; spreadsheets cut zeros off",
                       CountOf(plain.size(), "digit"));
  return "is what a spreadsheet makes of a device number that it takes for a decimal one";
}

}  // namespace hotsite::contract
