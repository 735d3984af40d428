#include "compiler/check/readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/check/arithmetic.h"
#include "compiler/check/condition_reader.h"
#include "compiler/check/expression.h"
#include "compiler/check/limits.h"
#include "compiler/check/reader_parts.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/model/properties.h"
#include "compiler/rules/rules.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"
#include "compiler/values/names.h"

namespace hotsite::check {
namespace {

using Kind = syntax::Operand::Kind;
using schema::Element;
using schema::Type;
using Result = ReadResult;

// A blank reason or name would pass for one where it is read, on paper.
Result NothingShown(Cursor& cursor, Span where, std::string_view text, const Element& element) {
  const bool reason = element.role == "reason";
  cursor.reporter()
      .Error(codes::kWrongOperand, where, "the {} {}", reason ? "reason" : "text",
             text.empty() ? "is empty" : "shows nothing: it is blanks or other characters that can't be seen")
      .Here(fmt::format("expected {}", reason ? "why it is so" : Expected(element)));
  return {};
}

Result ReadText(Cursor& cursor, const Element& element) {
  const syntax::Operand* operand = cursor.peek();
  if (operand == nullptr || operand->kind != Kind::kString) {
    const auto text = NextWord(cursor, element);
    if (text) {
      cursor.Wrong(operand->span, operand->text, {"is no text in quotes", fmt::format("\"{}\"", operand->text)},
                   Expected(element));
    }
    return {};
  }
  cursor.Advance();
  const Parsed<std::string> text = Interpolate(operand->text, cursor.scope());
  ValueError error{"", {}};
  if (!text.ok()) {
    error = text.error();
  } else if (auto problem = WhyNotShown(*text, kMaxText)) {
    error.what = std::move(*problem);
  } else if (ShowsNothing(*text)) {
    return NothingShown(cursor, operand->span, *text, element);
  } else {
    return Data(*text);
  }
  cursor.Wrong(operand->span, operand->text, error, Expected(element));
  return {};
}

Result ReadCount(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  if (AtArithmetic(cursor)) {
    const auto value = ReadArithmeticCount(cursor, Expected(element));
    if (!value) return {};
    if (*value > 0 || element.type != Type::kCount) return Data(*value);
    cursor.Wrong(cursor.From(begin), std::to_string(*value), {"is too few; the least is 1", {}}, Expected(element));
    return {};
  }
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  const Parsed<std::int64_t> count = ParseCount(*text);
  const bool too_few = count.ok() && *count == 0 && element.type == Type::kCount;  // `engines 4 CP, 0 IFL` is said
  if (too_few) cursor.Wrong(cursor.From(begin), *text, {"is too few; the least is 1", {}}, Expected(element));
  if (count.ok()) return too_few ? Result() : Data(*count);
  const bool number = IsNumber(*text);
  cursor.Wrong(cursor.From(begin), *text, number ? count.error() : ValueError{"isn't a whole number", {}},
               Expected(element));
  return {};
}

// `CPU id` for `cpuid`: the choice that two words in a row are when they are joined.
std::optional<std::string> ChoiceInTwoWords(const Cursor& cursor, const Element& element) {
  const auto first = cursor.WordText();
  const auto second = cursor.WordText(1);
  if (!first || !second) return {};
  const std::string joined = ToLower(*first + *second);
  for (const std::string_view choice : element.choices) {
    if (joined == choice) return std::string(choice);
  }
  return {};
}

// One of the listed words or phrases (`change partitions`).
Result ReadChoice(Cursor& cursor, const Element& element) {
  for (const std::string_view choice : element.choices) {
    std::size_t words = 0;
    bool all = true;
    for (std::string_view rest = choice; all && !rest.empty(); ++words) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      all = cursor.WordText(words) == std::string(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!all) continue;
    cursor.Advance(words);
    return Data(std::string(choice));
  }
  const std::size_t begin = cursor.position();
  if (const auto choice = ChoiceInTwoWords(cursor, element)) {
    const std::string text = fmt::format("{} {}", *cursor.WordText(), *cursor.WordText(1));
    cursor.Advance(2);
    cursor.Wrong(cursor.From(begin), text, {fmt::format("is written in one word: `{}`", *choice), choice},
                 Expected(element));
    return {};
  }
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  const auto near = Nearest(*text, element.choices);
  cursor.Wrong(cursor.From(begin), *text,
               {near ? fmt::format("isn't known here; did you mean `{}`?", *near) : "isn't known here", near},
               Expected(element));
  return {};
}

Result ReadMemory(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  Result result;
  if (!AtArithmetic(cursor)) {
    result = ReadParsed<MemorySize>(cursor, element, true);
  } else if (const auto size = ReadArithmeticMemory(cursor, Expected(element))) {
    result = Data(*size);
  }
  const bool nothing = result && element.type == Type::kMemory && std::get<MemorySize>(*result) == MemorySize();
  if (!nothing) return result;
  cursor.Wrong(cursor.From(begin), "0", {"is no memory at all; the least is `1 MiB`", {}}, Expected(element));
  return {};
}

Result ReadMemoryOrNone(Cursor& cursor, const Element& element) {
  if (!cursor.IsWord("none")) return ReadMemory(cursor, element);
  cursor.Advance();
  return Data(MemorySize());
}

Result ReadDestination(Cursor& cursor, const Element& element) {
  const auto text = cursor.WordText();
  if (text && text->find('/') != std::string::npos) return ReadParsed<Subnet>(cursor, element);
  return ReadName(cursor, element);
}

Result ReadEngines(Cursor& cursor, const Element& element) {
  EngineChoice choice;
  do {
    const std::size_t begin = cursor.position();
    const auto text = NextWord(cursor, element);
    if (!text) return {};
    const Parsed<EngineType> type = ParseEngineType(*text);
    if (!type.ok()) {
      cursor.Wrong(cursor.From(begin), *text, type.error(), Expected(element));
      return {};
    }
    choice.types.push_back(*type);
    if (!cursor.IsWord("or")) return Data(choice);
    cursor.Advance();
  } while (true);
}

Result ReadEngineCount(Cursor& cursor, const Element& element) {
  const Result count = ReadCount(cursor, element);
  if (!count) return {};
  const std::size_t begin = cursor.position();
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  const Parsed<EngineType> type = ParseEngineType(*text);
  if (type.ok()) return Data(EngineCount{static_cast<unsigned>(std::get<std::int64_t>(*count)), *type});
  cursor.Wrong(cursor.From(begin), *text, type.error(), Expected(element));
  return {};
}

// A date, and a time of day when the next word looks like one.
Result ReadTime(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  auto text = NextWord(cursor, element);
  if (!text) return {};
  if (const auto clock = cursor.WordText(); clock && clock->find(':') != std::string::npos) {
    *text += ' ' + *clock;
    cursor.Advance();
  }
  const Parsed<LocalTime> time = LocalTime::Parse(*text);
  if (time.ok()) return Data(*time);
  cursor.Wrong(cursor.From(begin), *text, time.error(), Expected(element));
  return {};
}

template <class Check>
Result ReadChecked(Cursor& cursor, const Element& element, Check why_not) {
  const std::size_t begin = cursor.position();
  const Result name = ReadName(cursor, element);
  if (!name) return {};
  const auto& text = std::get<std::string>(*name);
  const std::optional<std::string> problem = why_not(text);
  if (!problem) return name;
  cursor.Wrong(cursor.From(begin), text, {*problem, {}}, Expected(element));
  return {};
}

std::optional<std::string> WhyNotZone(std::string_view text) {
  const Parsed<std::string> zone = ParseZone(text);
  return zone.ok() ? std::nullopt : std::optional(zone.error().what);
}
std::optional<std::string> WhyNotCode(std::string_view text) {
  const bool good = text.size() == 6 && text.starts_with("HS") && IsNumber(text.substr(2)) &&
                    text.find('.') == std::string_view::npos;
  if (!good) {  // the name of a `require`, then
    return WhyNotSpecName(text) ? std::optional<std::string>("isn't a code") : std::nullopt;
  }
  const auto number = static_cast<std::uint16_t>(std::stoi(std::string(text.substr(2))));
  const auto is_rule = [&](const rules::RuleInfo& info) { return info.code.number == number; };
  const auto all = rules::AllRules();
  if (std::any_of(all.begin(), all.end(), is_rule)) return std::nullopt;
  return "isn't the code of a rule; `hotsite explain --list` shows them";
}
std::optional<std::string> WhyNotShortWord(std::string_view text) {
  return CountCodePoints(text) <= 32 ? std::nullopt : std::optional<std::string>("is longer than 32 characters");
}

Result ReadComparator(Cursor& cursor, const Element& element) {
  const bool at = cursor.IsWord("at");
  const std::size_t begin = cursor.position();
  if (cursor.IsWord("exactly")) {
    cursor.Advance();
    return Data(model::Comparator::kExactly);
  }
  if (at && (cursor.IsWord("least", 1) || cursor.IsWord("most", 1))) {
    const bool least = cursor.IsWord("least", 1);
    cursor.Advance(2);
    return Data(least ? model::Comparator::kAtLeast : model::Comparator::kAtMost);
  }
  cursor.Advance();
  const auto word = cursor.WordText();
  const auto near = word ? Nearest(*word, {"least", "most"}) : std::nullopt;
  if (near) cursor.Advance();
  cursor.Wrong(cursor.From(begin), near ? fmt::format("at {}", *word) : "at",
               {"isn't a comparison", near ? std::optional(fmt::format("at {}", *near)) : std::nullopt},
               Expected(element));
  return {};
}

// `weekly [full] [to] flashcopy then tape`; `daily tsm`.
// The next word of a backup plan; what isn't one is told with the whole form.
Result ReadPlanWord(Cursor& cursor, const Element& element) {
  const auto text = cursor.WordText();
  if (text && std::find(element.choices.begin(), element.choices.end(), *text) != element.choices.end())
    return ReadChoice(cursor, element);
  auto& found =
      cursor.done()
          ? cursor.reporter().Error(codes::kMissingOperand, cursor.Here(), "the {} is missing here", element.role)
          : cursor.reporter().Error(codes::kWrongOperand, cursor.Here(), "`{}` stands where the {} is expected",
                                    cursor.peek()->text, element.role);
  found.Here(fmt::format("expected {}", Expected(element)))
      .Note("a plan is written `weekly full to tape`, `daily tsm` or `weekly flashcopy then tape`");
  const auto near = text ? Nearest(*text, element.choices) : std::nullopt;
  if (near) found.Fix(fmt::format("write `{}`", *near), {{cursor.Here(), *near}});
  return {};
}

Result ReadBackup(Cursor& cursor, const Element& element) {
  static const Element kFrequency{{},    "frequency", Type::kChoice, {"daily", "weekly", "monthly", "hourly", "yearly"},
                                  false, false};
  static const Element kMedium{{}, "medium", Type::kChoice, {"tape", "flashcopy", "tsm", "replication"}, false, false};
  (void)element;
  BackupPlan plan;
  const Result frequency = ReadPlanWord(cursor, kFrequency);
  if (!frequency) return {};
  plan.frequency = std::get<std::string>(*frequency);
  if ((plan.full = cursor.IsWord("full"))) cursor.Advance();
  if (cursor.IsWord("to")) cursor.Advance();
  while (true) {
    const Result medium = ReadPlanWord(cursor, kMedium);
    if (!medium) return {};
    plan.media.push_back(std::get<std::string>(*medium));
    if (!cursor.IsWord("then")) return Data(plan);
    cursor.Advance();
  }
}

Result ReadKind(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  if (const model::KindInfo* kind = model::FindKind(*text)) return Data(std::string(kind->word));
  std::vector<std::string_view> known;
  std::vector<std::string> quoted;
  for (const model::KindInfo& kind : model::AllKinds()) {
    known.push_back(kind.word);
    quoted.push_back(fmt::format("`{}`", kind.word));
  }
  const auto near = Nearest(*text, known);
  cursor.Wrong(cursor.From(begin), *text,
               {near ? fmt::format("is no kind of thing; did you mean `{}`?", *near) : "is no kind of thing", near},
               JoinWords(quoted, "or"));
  return {};
}

Result ReadConditionOf(Cursor& cursor, const Element&) {
  std::optional<model::Condition> condition = ReadCondition(cursor);
  return condition ? Result(std::move(*condition)) : Result();
}

// `5%`, with a blank or without.
Result ReadPercent(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  auto text = NextWord(cursor, element);
  if (!text) return {};
  if (!text->ends_with('%') && cursor.IsWord("%")) {
    *text += '%';
    cursor.Advance();
  }
  const Parsed<Percent> percent = Percent::Parse(*text);
  if (percent.ok()) return Data(*percent);
  cursor.Wrong(cursor.From(begin), *text, percent.error(), Expected(element));
  return {};
}

// Plain functions for the table below.
template <class T>
Result ReadWord(Cursor& cursor, const Element& element) {
  return ReadParsed<T>(cursor, element);
}
template <class T>
Result ReadWithUnit(Cursor& cursor, const Element& element) {
  return ReadParsed<T>(cursor, element, true);
}
template <std::optional<std::string> (*WhyNot)(std::string_view)>
Result ReadIf(Cursor& cursor, const Element& element) {
  return ReadChecked(cursor, element, WhyNot);
}

struct Reader {
  Type type;
  Result (*read)(Cursor&, const Element&);
};

constexpr Reader kReaders[] = {
    {Type::kName, ReadName},
    {Type::kBase, ReadName},
    {Type::kSystem, ReadName},
    {Type::kNetwork, ReadName},
    {Type::kLibrary, ReadName},
    {Type::kModule, ReadName},
    {Type::kText, ReadText},
    {Type::kWord, ReadIf<WhyNotShortWord>},
    {Type::kChoice, ReadChoice},
    {Type::kCount, ReadCount},
    {Type::kVersion, ReadIf<WhyNotShortWord>},
    {Type::kRatio, ReadWord<Ratio>},
    {Type::kPercent, ReadPercent},
    {Type::kMemory, ReadMemory},
    {Type::kMemoryOrNone, ReadMemoryOrNone},
    {Type::kFrame, ReadWithUnit<FrameSize>},
    {Type::kDevice, ReadWord<DeviceNumber>},
    {Type::kDevices, ReadWord<DeviceRange>},
    {Type::kAddress, ReadAddress},
    {Type::kIp, ReadWord<IpAddress>},
    {Type::kSubnet, ReadSubnet},
    {Type::kMac, ReadWord<MacAddress>},
    {Type::kMacPrefix, ReadIf<WhyNotMacPrefix>},
    {Type::kEngine, ReadEngines},
    {Type::kEngines, ReadEngines},
    {Type::kEngineCount, ReadEngineCount},
    {Type::kDuration, ReadWithUnit<Duration>},
    {Type::kTime, ReadTime},
    {Type::kDate, ReadWord<Date>},
    {Type::kZone, ReadIf<WhyNotZone>},
    {Type::kExtent, ReadExtent},
    {Type::kRange, ReadRange},
    {Type::kComparator, ReadComparator},
    {Type::kBackup, ReadBackup},
    {Type::kVolser, ReadName},
    {Type::kUserid, ReadName},
    {Type::kDomain, ReadIf<WhyNotDomain>},
    {Type::kCode, ReadIf<WhyNotCode>},
    {Type::kDestination, ReadDestination},
    {Type::kIndex, ReadCount},
    {Type::kLoadParameter, ReadIf<WhyNotLoadParameter>},
    {Type::kWwpn, ReadWord<Wwpn>},
    {Type::kLun, ReadWord<FcpLun>},
    {Type::kExpression, ReadExpression},
    {Type::kKind, ReadKind},
    {Type::kCondition, ReadConditionOf},
    {Type::kRequirement, ReadRequirement},
    {Type::kAnswer, ReadAnswer},
};

constexpr bool InOrder() {
  std::size_t index = 0;
  for (const Reader& reader : kReaders) {
    if (static_cast<std::size_t>(reader.type) != index++) return false;
  }
  return index == static_cast<std::size_t>(Type::kAnswer) + 1;
}
static_assert(InOrder(), "kReaders stands in the order of enum Type");

}  // namespace

std::optional<Value> ReadOperand(Cursor& cursor, const Element& element) {
  if (const syntax::Operand* next = cursor.peek();
      next != nullptr && next->kind == Kind::kWord && cursor.scope().IsBroken(next->text)) {
    cursor.Advance();
    return {};
  }
  const std::size_t begin = cursor.position();
  if (cursor.IsKind(Kind::kHole)) {
    const Span span = cursor.Here();
    cursor.Advance();
    if (element.hole) return Value{{}, span, true};
    cursor.reporter()
        .Error(codes::kHoleNotAllowed, span, "the vendor can't be asked for {}", schema::DescriptionOf(element.type))
        .Here(fmt::format("expected {}", Expected(element)));
    return {};
  }
  Result data = kReaders[static_cast<std::size_t>(element.type)].read(cursor, element);
  if (!data) return {};
  return Value{std::move(*data), cursor.From(begin), false};
}

bool CouldStart(const Cursor& cursor, const Element& element) {
  if (cursor.done()) return false;
  if ((element.type == Type::kCount || element.type == Type::kMemory) && AtArithmetic(cursor)) return true;
  if (cursor.IsKind(Kind::kHole)) return element.hole;
  if (element.type == Type::kText) return cursor.IsKind(Kind::kString);
  const auto text = cursor.WordText();
  if (element.type == Type::kComparator && !text) return false;
  if (!text) return cursor.IsKind(Kind::kString) || cursor.peek()->index.has_value();
  switch (element.type) {
    case Type::kComparator:
      return *text == "at" || *text == "exactly";
    case Type::kCount:
    case Type::kMemory:
    case Type::kDuration:
      return std::isdigit(static_cast<unsigned char>(text->front())) != 0;
    case Type::kEngines:
      return ParseEngineType(*text).ok();
    case Type::kChoice:
      return std::any_of(element.choices.begin(), element.choices.end(),
                         [&](std::string_view choice) { return choice == *text || choice.starts_with(*text + " "); });
    default:
      return true;
  }
}

}  // namespace hotsite::check
