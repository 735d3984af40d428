#include "compiler/contract/value.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/contract/plain.h"
#include "compiler/contract/read_devices.h"
#include "compiler/contract/read_quantity.h"
#include "compiler/contract/read_words.h"
#include "compiler/contract/value_form.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/calendar.h"
#include "compiler/values/fibre_channel.h"
#include "compiler/values/ip_address.h"

namespace hotsite::contract {
namespace {

using requirements::Requirement;

ReadValue Taken(std::string text) {
  ReadValue read;
  read.value = Value{};
  read.value->text = std::move(text);
  return read;
}

/// A literal of the language; where it has a spelling that is surely meant, that one.
template <class T>
ReadValue ReadLiteral(std::string_view plain) {
  const Parsed<T> parsed = T::Parse(plain);
  if (parsed) return Taken(parsed->ToString());
  ReadValue read;
  read.problem = parsed.error().what;
  if (!parsed.error().replacement) return read;
  const Parsed<T> meant = T::Parse(*parsed.error().replacement);
  if (!meant) return read;
  read = Taken(meant->ToString());
  read.taken = fmt::format("`{}` as {}", plain, meant->ToString());
  return read;
}

/// A day and a time; where the request knows none, how long before.
ReadValue ReadTime(std::string_view plain) {
  std::string text(plain);
  // 2009-10-05T08:00, as programs write it.
  if (text.size() > 10 && text[10] == 'T') text[10] = ' ';
  ReadValue time = ReadLiteral<LocalTime>(text);
  if (time.value) return time;
  ReadValue duration = ReadLiteral<Duration>(text);
  return duration.value ? duration : time;
}

ReadValue ReadAddresses(std::string_view plain) {
  ReadValue all = Taken("");
  for (const std::string& part : Parts(plain)) {
    ReadValue one = ReadLiteral<IpAddress>(part);
    if (!one.value) return one;
    all.value->text += (all.value->names.empty() ? "" : ", ") + one.value->text;
    all.value->names.push_back(one.value->text);
  }
  return all;
}

/// Times, addresses and names of the storage network, as the language writes them too.
ReadValue ReadLiteralAs(Form form, std::string_view plain) {
  switch (form) {
    case Form::kTime:
      return ReadTime(plain);
    case Form::kDuration:
      return ReadLiteral<Duration>(plain);
    case Form::kSubnet:
      return ReadLiteral<Subnet>(plain);
    case Form::kAddress:
      return ReadAddresses(plain);
    case Form::kWwpn:
      return ReadLiteral<Wwpn>(plain);
    case Form::kLun:
      return ReadLiteral<FcpLun>(plain);
    default:
      return Taken(std::string(plain));  // kFree, kExact
  }
}

ReadValue ReadAs(Form form, const Requirement& row, std::string_view plain) {
  switch (form) {
    case Form::kMemory:
      return ReadMemory(row, plain);
    case Form::kFrame:
      return ReadFrame(plain);
    case Form::kCount:
      return ReadCount(row, plain);
    case Form::kDevices:
      return ReadDevices(plain);
    case Form::kNames:
      return ReadNames(plain);
    case Form::kNumbers:
      return ReadNumbers(plain);
    case Form::kPlacement:
      return ReadPlacement(plain);
    case Form::kDedication:
      return ReadDedication(plain);
    case Form::kCapping:
      return ReadCapping(plain);
    case Form::kConnection:
      return ReadConnection(plain);
    case Form::kEngines:
      return ReadEngine(plain);
    case Form::kEngineCounts:
      return ReadEngineCounts(plain);
    default:
      return ReadLiteralAs(form, plain);
  }
}

/// What the row itself asks for, as a value. A choice is none.
std::optional<Value> Asked(Form form, const Requirement& row) {
  if (row.value.empty()) return {};
  return ReadAs(form, row, Plain(row.value)).value;
}

ReadValue ReadSaying(Saying saying, RowForm form, const Requirement& row) {
  ReadValue read;
  switch (saying) {
    case Saying::kAsAsked:
      read.value = Asked(form.form, row);
      if (read.value) read.value->as_asked = true;
      if (!read.value) read.problem = "agrees, where the row asks which";
      break;
    case Saying::kNone:
      read = Taken("none");
      read.value->nothing = true;
      break;
    case Saying::kToCome:
      read.to_come = true;
      read.problem = "says that the answer is still to come";
      break;
    default:
      read.problem = "may mean that there is none, and that the row was passed over";
  }
  return read;
}

bool Compares(model::Comparator comparator, auto promised, auto asked) {
  switch (comparator) {
    case model::Comparator::kAtLeast:
      return promised >= asked;
    case model::Comparator::kAtMost:
      return promised <= asked;
    case model::Comparator::kExactly:
      break;
  }
  return promised == asked;
}

bool HasDevices(const std::vector<DeviceRange>& promised, const std::vector<DeviceRange>& asked) {
  std::vector<DeviceRange> sorted = promised;
  std::sort(sorted.begin(), sorted.end());
  return std::all_of(asked.begin(), asked.end(), [&](const DeviceRange& wanted) {
    unsigned next = wanted.first().value();
    for (const DeviceRange& range : sorted) {
      if (range.first().value() <= next && next <= range.last().value()) next = range.last().value() + 1u;
    }
    return next > wanted.last().value();
  });
}

bool HasNames(const std::vector<std::string>& promised, const std::vector<std::string>& asked) {
  return std::all_of(asked.begin(), asked.end(), [&](const std::string& wanted) {
    return std::any_of(promised.begin(), promised.end(),
                       [&](const std::string& one) { return ToUpper(one) == ToUpper(wanted); });
  });
}

bool KeepsTime(const Requirement& row, const Value& value) {
  const auto asked = LocalTime::Parse(row.value), promised = LocalTime::Parse(value.text);
  if (asked && promised) return Compares(row.comparator, *promised, *asked);
  const auto asked_for = Duration::Parse(row.value), promised_for = Duration::Parse(value.text);
  return asked_for && promised_for && Compares(row.comparator, *promised_for, *asked_for);
}

/// A guest of some z/VM of the vendor's is a guest of the one that was asked for, as long as another isn't named.
bool KeepsPlacement(const Requirement& row, const Value& value) {
  return ToUpper(value.text) == ToUpper(row.value) || (value.text == "guest" && row.value.starts_with("guest of "));
}

/// `CP or IFL`: one of them.
bool KeepsChoice(const Requirement& row, const Value& value) {
  const auto words = WordsOf(row.value);
  return std::find(words.begin(), words.end(), value.text) != words.end();
}

}  // namespace

ReadValue Read(const Requirement& row, std::string_view text) {
  const RowForm form = FormOf(row);
  const std::string plain = Plain(text);
  const Saying saying = SayingOf(plain);
  ReadValue read = saying == Saying::kNothing ? ReadAs(form.form, row, plain) : ReadSaying(saying, form, row);
  if (read.value && read.value->text.empty()) read.value.reset();
  read.expected = ExpectedOf(form.form);
  return read;
}

bool Keeps(const Requirement& row, const Value& value) {
  const RowForm form = FormOf(row);
  if (value.as_asked) return true;
  if (row.value.empty()) return !value.nothing || form.none;
  if (value.nothing) return false;
  const std::optional<Value> asked = Asked(form.form, row);
  switch (form.form) {
    case Form::kFree:
      return true;
    case Form::kMemory:
    case Form::kFrame:
    case Form::kCount:
      return asked && Compares(row.comparator, value.amount, asked->amount);
    case Form::kDevices:
      return asked && HasDevices(value.devices, asked->devices);
    case Form::kNames:
      return asked && HasNames(value.names, asked->names);
    case Form::kTime:
      return KeepsTime(row, value);
    case Form::kDuration: {
      const auto wanted = Duration::Parse(row.value), promised = Duration::Parse(value.text);
      return wanted && promised && Compares(row.comparator, *promised, *wanted);
    }
    case Form::kPlacement:
      return KeepsPlacement(row, value);
    case Form::kEngines:
      return KeepsChoice(row, value);
    default:
      return ToUpper(value.text) == ToUpper(row.value);
  }
}

}  // namespace hotsite::contract
