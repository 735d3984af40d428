#include "compiler/contract/read_quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/contract/plain.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/engine.h"
#include "compiler/values/memory_size.h"
#include "compiler/values/scan.h"

namespace hotsite::contract {
namespace {

ReadValue Refused(std::string problem) {
  ReadValue read;
  read.problem = std::move(problem);
  return read;
}

ReadValue Taken(std::string text, std::uint64_t amount, std::string taken = {}) {
  ReadValue read;
  read.taken = std::move(taken);
  read.value = Value{std::move(text), {}, {}, {}, amount, amount == 0, false};
  return read;
}

/// `24,576M` and `24 576 M` without what separates thousands; nothing where a comma may be a decimal point as well.
std::optional<std::string> WithoutThousands(std::string_view plain) {
  std::string text;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool between = (plain[i] == ',' || plain[i] == ' ') && i > 0 && IsDigit(plain[i - 1]) &&
                         i + 1 < plain.size() && IsDigit(plain[i + 1]);
    if (!between) {
      text += plain[i];
      continue;
    }
    std::size_t digits = 0;
    while (i + 1 + digits < plain.size() && IsDigit(plain[i + 1 + digits])) ++digits;
    if (digits != 3) return std::nullopt;
  }
  return text;
}

/// `1,500 TB`: a comma that may separate thousands, and may be a decimal point.
bool MayBeAPoint(std::string_view plain) {
  const std::size_t comma = plain.find(',');
  if (comma == std::string_view::npos || plain.find(',', comma + 1) != std::string_view::npos) return false;
  std::string text(plain);
  text[comma] = '.';
  const auto parsed = MemorySize::Parse(text);
  return parsed || parsed.error().replacement;
}

ReadValue TakenMemory(std::string_view plain, MemorySize size, bool as_written) {
  const std::string text = size.ToString();
  return Taken(text, size.mib(), as_written ? "" : fmt::format("`{}` as {}", plain, text));
}

/// `24` and `24576` where 24 GiB was asked for.
std::optional<MemorySize> OfTheNumberAsked(const requirements::Requirement& row, std::string_view number) {
  const auto asked = MemorySize::Parse(row.value);
  if (!IsNumber(number) || !asked) return {};
  const std::uint64_t given = ReadNumber(number);
  const bool same = given == asked->mib() || row.value.starts_with(std::to_string(given) + " ");
  return same && given > 0 ? std::optional(*asked) : std::nullopt;
}

/// `at least`, `exactly` and the like in front of a number say nothing that the number doesn't.
std::string_view WithoutComparator(std::string_view plain) {
  for (const std::string_view word : {"at least ", "exactly ", ">= ", ">=", "min. ", "= "}) {
    if (ToLower(plain.substr(0, word.size())) == word) return plain.substr(word.size());
  }
  return plain;
}

bool IsCounted(const requirements::Requirement& row, std::string_view word) {
  constexpr std::array<std::string_view, 14> kUnits{"CP",      "CPS",     "CPU",      "CPUS",   "IFL",
                                                    "IFLS",    "ZIIP",    "ZIIPS",    "DRIVES", "SESSIONS",
                                                    "VOLUMES", "DEVICES", "CONSOLES", "BYTES"};
  while (word.ends_with('.')) word.remove_suffix(1);
  const std::string upper = ToUpper(word);
  const auto named = WordsOf(ToUpper(row.attribute + " " + row.subject));
  return std::find(kUnits.begin(), kUnits.end(), upper) != kUnits.end() ||
         std::any_of(named.begin(), named.end(),
                     [&](const std::string& one) { return one == upper || one == upper + "S" || one + "S" == upper; });
}

}  // namespace

ReadValue ReadMemory(const requirements::Requirement& row, std::string_view plain) {
  const std::string_view bare = WithoutComparator(plain);
  if (const auto size = MemorySize::Parse(bare)) return TakenMemory(plain, *size, true);
  if (const auto size = OfTheNumberAsked(row, bare)) return TakenMemory(plain, *size, false);
  if (MayBeAPoint(bare)) return Refused("has a comma that may separate thousands, and may be a decimal point");
  const auto whole = WithoutThousands(bare);
  const auto parsed = MemorySize::Parse(whole ? *whole : std::string(bare));
  if (parsed) return TakenMemory(plain, *parsed, false);
  if (!parsed.error().replacement) return Refused(parsed.error().what);
  return TakenMemory(plain, *MemorySize::Parse(*parsed.error().replacement), false);
}

ReadValue ReadFrame(std::string_view plain) {
  const auto parsed = FrameSize::Parse(plain);
  if (parsed) return Taken(parsed->ToString(), parsed->kib());
  if (plain == "40") return Refused("may be a size in KiB, and the CHPARM of 24 KiB");
  const auto meant = FrameSize::Parse(parsed.error().replacement.value_or(std::string(plain) + " KiB"));
  if (!meant) return Refused(parsed.error().what);
  return Taken(meant->ToString(), meant->kib(), fmt::format("`{}` as {}", plain, meant->ToString()));
}

ReadValue ReadCount(const requirements::Requirement& row, std::string_view plain) {
  std::string_view bare = WithoutComparator(plain);
  // `VLAN 110`.
  const std::size_t blank = bare.find(' ');
  if (blank != std::string_view::npos && IsCounted(row, bare.substr(0, blank))) bare.remove_prefix(blank + 1);
  const std::size_t end = std::min(bare.find_first_not_of("0123456789"), bare.size());
  std::string_view digits = bare.substr(0, end), rest = bare.substr(end);
  if (digits.empty() || digits.size() > 9) return Refused("isn't a number");
  // A spreadsheet shows 3 as 3.00.
  for (const std::string_view zeros : {".00", ".0", ",00", ",0"}) {
    if (rest.starts_with(zeros)) {
      rest.remove_prefix(zeros.size());
      break;
    }
  }
  const std::vector<std::string> words = WordsOf(rest);
  const bool counted = std::all_of(words.begin(), words.end(), [&](const auto& word) { return IsCounted(row, word); });
  if (!rest.empty() && (rest.front() != ' ' || !counted)) return Refused("says more than a number");
  const std::uint64_t number = ReadNumber(digits);
  const std::string text = std::to_string(number);
  return Taken(text, number, text == plain ? "" : fmt::format("`{}` as {}", plain, text));
}

ReadValue ReadNumbers(std::string_view plain) {
  Value value;
  for (const std::string& part : Parts(plain)) {
    if (!IsNumber(part) || part.size() > 4) return Refused("isn't a list of numbers");
    value.names.push_back(std::to_string(ReadNumber(part)));
  }
  value.text = fmt::format("{}", fmt::join(value.names, ", "));
  ReadValue read;
  read.value = std::move(value);
  return read;
}

ReadValue ReadEngineCounts(std::string_view plain) {
  Value value;
  for (const std::string& part : Parts(plain)) {
    const std::vector<std::string> words = WordsOf(part);
    const bool number = words.size() == 2 && IsNumber(words[0]) && words[0].size() <= 4;
    std::string_view type = words.size() == 2 ? std::string_view(words[1]) : std::string_view();
    if (type.ends_with('s')) type.remove_suffix(1);
    const auto engine = ParseEngineType(type);
    if (!number || !engine) return Refused("isn't a list of processors by type");
    value.names.push_back(EngineCount{static_cast<unsigned>(ReadNumber(words[0])), *engine}.ToString());
  }
  value.text = fmt::format("{}", fmt::join(value.names, ", "));
  ReadValue read;
  read.value = std::move(value);
  return read;
}

}  // namespace hotsite::contract
