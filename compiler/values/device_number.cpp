#include "compiler/values/device_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::size_t kDigits = 4;

bool IsDevice(std::string_view text) {
  return !text.empty() && text.size() <= kDigits && std::all_of(text.begin(), text.end(), IsHexDigit);
}

/// Four upper-case digits from one to four.
std::string Canonical(std::string_view digits) { return std::string(kDigits - digits.size(), '0') + ToUpper(digits); }

/// The digits that are surely meant by `0x0600` and by the bus ID `0.0.0600`.
std::optional<std::string> Meant(std::string_view text) {
  for (const std::string_view prefix : {"0x", "0X", "0.0."}) {
    if (text.starts_with(prefix) && IsDevice(text.substr(prefix.size()))) return Canonical(text.substr(prefix.size()));
  }
  // 00600: only leading zeros are too many.
  const std::string_view tail = text.substr(std::min(text.find_first_not_of('0'), text.size()));
  if (text.size() > kDigits && IsDevice(tail)) return Canonical(tail);
  return std::nullopt;
}

/// `0x0600-0x063F`: the ends that are meant, where both are clear.
ValueError RefuseEnds(const Parsed<DeviceNumber>& first, const Parsed<DeviceNumber>& last) {
  const auto meant = [](const Parsed<DeviceNumber>& end) {
    return end.ok() ? std::optional(end->ToString()) : end.error().replacement;
  };
  const auto begin = meant(first), end = meant(last);
  if (!begin || !end || *begin > *end) return {"isn't a device range; write it as `0600-060F`"};
  const std::string range = *begin + "-" + *end;
  return {fmt::format("isn't how a device range is written; write `{}`", range), range};
}

}  // namespace

Parsed<DeviceNumber> DeviceNumber::Parse(std::string_view text) {
  if (IsDevice(text)) {
    unsigned value = 0;
    for (const char c : text) value = value * 16 + HexValue(c);
    return DeviceNumber(static_cast<std::uint16_t>(value));
  }
  if (text.empty()) return ValueError{"isn't a device number; write 1 to 4 hex digits such as `0600`"};
  if (const auto meant = Meant(text)) {
    return ValueError{fmt::format("isn't how device numbers are written here; write `{}`", *meant), meant};
  }
  const auto bad = std::find_if_not(text.begin(), text.end(), IsHexDigit);
  if (bad == text.end()) {
    return ValueError{fmt::format("has {} hex digits; a device number has 1 to 4, such as `0600`", text.size())};
  }
  const std::string character = NameCharacter(text, static_cast<std::size_t>(bad - text.begin()));
  return ValueError{fmt::format("isn't a device number: {} is no hex digit; write it as `0600`", character)};
}

std::string DeviceNumber::ToString() const { return fmt::format("{:04X}", value_); }

std::string DeviceNumber::ToBusId() const { return fmt::format("0.0.{:04x}", value_); }

Parsed<DeviceRange> DeviceRange::Parse(std::string_view text) {
  std::size_t dash = std::min(text.find('-'), text.find(':'));
  std::size_t separator_size = 1;
  if (dash == std::string_view::npos) {
    dash = text.find("..");
    separator_size = 2;
  }
  if (dash == std::string_view::npos) {
    const Parsed<DeviceNumber> single = DeviceNumber::Parse(text);
    if (!single) return single.error();
    return DeviceRange(*single, *single);
  }
  const std::string_view first_text = Trim(text.substr(0, dash));
  const std::string_view last_text = Trim(text.substr(dash + separator_size));
  const Parsed<DeviceNumber> first = DeviceNumber::Parse(first_text);
  const Parsed<DeviceNumber> last = DeviceNumber::Parse(last_text);
  if (!first || !last) return RefuseEnds(first, last);
  const DeviceRange range(*first, *last);
  if (*first > *last) {
    // `0600-F` more probably means 0600-060F than a range back to front.
    if (last_text.size() < first_text.size())
      return ValueError{"isn't a device range; write both numbers in full, as in `0600-060F`"};
    return ValueError{"ends before it begins; write the lower device first", DeviceRange(*last, *first).ToString()};
  }
  const std::size_t plain_size = first_text.size() + 1 + last_text.size();
  if (text[dash] != '-' || text.size() != plain_size) {
    return ValueError{
        fmt::format("isn't how a device range is written; write `{}`, with a dash and no blanks", range.ToString()),
        range.ToString()};
  }
  return range;
}

std::string DeviceRange::ToString() const {
  return first_ == last_ ? first_.ToString() : first_.ToString() + "-" + last_.ToString();
}

}  // namespace hotsite
