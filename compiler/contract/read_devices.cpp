#include "compiler/contract/read_devices.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <optional>

#include "compiler/contract/plain.h"
#include "compiler/contract/spreadsheet.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/scan.h"

namespace hotsite::contract {
namespace {

ReadValue Refused(std::string problem, bool damaged = false) {
  ReadValue read;
  read.problem = std::move(problem);
  read.damaged = damaged;
  return read;
}

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Without `(3 devices)`, which the request itself puts behind a range.
void DropCounts(std::string& text) {
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const std::size_t close = text.find(')', open);
    if (close == std::string::npos) return;
    const auto words = WordsOf(std::string_view(text).substr(open + 1, close - open - 1));
    if (words.size() == 2 && IsNumber(words[0]) && words[1].starts_with("DEVICE"))
      text.replace(open, close - open + 1, " ");
  }
}

/// Capitals; `X'0600'` as 0600, words between numbers as signs, blanks between numbers as commas, none around dashes.
std::string Listed(std::string_view plain) {
  std::string text = " " + ToUpper(plain) + " ";
  DropCounts(text);
  for (const std::string_view word : {" TO ", " THRU ", " THROUGH "}) ReplaceAll(text, word, "-");
  for (const std::string_view word : {" AND ", " & ", " + ", ";"}) ReplaceAll(text, word, ",");
  ReplaceAll(text, "=", " ");
  ReplaceAll(text, " -", "-");
  ReplaceAll(text, "- ", "-");
  ReplaceAll(text, "X'", "");
  ReplaceAll(text, "'", "");
  std::string listed;
  for (const std::string& word : WordsOf(text)) {
    const bool joined = listed.empty() || listed.back() == ',' || word.front() == ',';
    listed += (joined ? "" : ",") + word;
  }
  return listed;
}

/// The words that say what the numbers are, and belong to none.
bool IsLabel(std::string_view word) {
  constexpr std::array<std::string_view, 8> kLabels{"DEVICE", "DEVICES", "DEV",       "NUMBERS",
                                                    "NUMBER", "ADDRESS", "ADDRESSES", "UNITS"};
  return std::find(kLabels.begin(), kLabels.end(), word) != kLabels.end();
}

bool IsChpid(std::string_view word) { return word.size() == 2 && std::all_of(word.begin(), word.end(), IsHexDigit); }

/// One end of a range, or why it is none.
std::optional<DeviceNumber> NumberOf(std::string_view word, ReadValue& failed) {
  const auto number = DeviceNumber::Parse(word);
  const auto meant = number || !number.error().replacement ? number : DeviceNumber::Parse(*number.error().replacement);
  const bool decimal = IsNumber(word);
  if (LooksDamaged(word)) {
    failed = Refused(DamagedNumber(word), true);
  } else if (!meant) {
    failed = Refused(number.error().what);
  } else if (decimal && word.size() != 4) {
    failed = Refused(DamagedNumber(word), true);
  } else if (word.size() < 3) {
    failed = Refused(fmt::format("has {} where a device number has four digits", CountOf(word.size(), "digit")));
  } else {
    return *meant;
  }
  return {};
}

std::optional<DeviceRange> RangeOf(std::string_view word, ReadValue& failed) {
  const std::size_t dash = std::min(word.find('-'), word.size());
  const auto first = NumberOf(word.substr(0, dash), failed);
  if (!first) return {};
  if (dash == word.size()) return DeviceRange(*first, *first);
  const auto last = NumberOf(word.substr(dash + 1), failed);
  if (!last) return {};
  if (*first <= *last) return DeviceRange(*first, *last);
  failed = Refused("ends before it begins");
  return {};
}

}  // namespace

namespace {

/// Puts a range into the value; else why it can't.
ReadValue Add(std::string_view word, bool alone, Value& value, std::bitset<0x10000>& seen) {
  ReadValue failed;
  const auto range = RangeOf(word, failed);
  if (!range) {
    if (!alone) failed.problem = fmt::format("has `{}`, which {}", word, failed.problem);
    return failed;
  }
  for (unsigned n = 0; n < range->size(); ++n) {
    const DeviceNumber device = range->first().Plus(n);
    if (seen.test(device.value())) return Refused(fmt::format("names {} twice", device.ToString()));
    seen.set(device.value());
  }
  // `7000 7001 7002` is one range, written number by number.
  const bool goes_on = range->size() == 1 && !value.devices.empty() &&
                       value.devices.back().last().value() + 1u == range->first().value();
  if (goes_on) {
    value.devices.back() = DeviceRange(value.devices.back().first(), range->last());
  } else {
    value.devices.push_back(*range);
  }
  return {};
}

}  // namespace

ReadValue ReadDevices(std::string_view plain) {
  if (LooksDamaged(plain)) return Refused(DamagedNumber(plain), true);
  Value value;
  std::bitset<0x10000> seen;
  bool chpids = false;
  for (const std::string& part : Parts(Listed(plain))) {
    std::string_view word = part;
    while (word.ends_with(':') || word.ends_with('.')) word.remove_suffix(1);
    chpids = (chpids && IsChpid(word)) || word == "CHPID" || word == "CHPIDS";
    if (chpids && IsChpid(word)) value.chpids.emplace_back(word);
    if (chpids || word.empty() || IsLabel(word)) continue;
    ReadValue failed = Add(word, word.size() == plain.size(), value, seen);
    if (!failed.problem.empty()) return failed;
  }
  if (value.devices.empty()) return Refused("names no device number");
  for (const DeviceRange& range : value.devices) value.text += (value.text.empty() ? "" : ", ") + range.ToString();
  ReadValue read;
  read.value = std::move(value);
  return read;
}

std::string ExpectedOf(const requirements::DeviceForm& form) {
  if (form.each == 1) return CountOf(form.groups, "device number");
  const char* even = !form.even         ? ""
                     : form.groups == 1 ? ", beginning at an even one"
                                        : ", each beginning at an even one";
  return fmt::format("{} of {} consecutive device numbers{}", CountOf(form.groups, "group"), form.each, even);
}

std::string WhyTooFew(const requirements::DeviceForm& form, const std::vector<DeviceRange>& devices) {
  if (form.groups == 0) return {};
  std::vector<DeviceRange> sorted = devices;
  std::sort(sorted.begin(), sorted.end());
  unsigned groups = 0, next = 0, last = 0;
  for (const DeviceRange& range : sorted) {
    // A group may go on from one range into the next where nothing lies between.
    if (range.first().value() != last + 1 || next == 0) next = range.first().value();
    last = range.last().value();
    while (true) {
      if (form.even && next % 2 != 0) ++next;
      if (next + form.each > last + 1) break;
      ++groups;
      next += form.each;
    }
  }
  if (groups >= form.groups) return {};
  if (form.each == 1)
    return fmt::format("{} {}, and {} asked for", groups == 1 ? "is" : "are", CountOf(groups, "device"),
                       form.groups == 1 ? "1 was" : fmt::format("{} were", form.groups));
  return fmt::format("{} of {}{}, and {} asked for",
                     groups == 0 ? "holds no group" : "holds " + CountOf(groups, "group"), form.each,
                     form.even ? " that begins at an even number" : "",
                     form.groups == 1 ? "one was" : fmt::format("{} were", form.groups));
}

}  // namespace hotsite::contract
