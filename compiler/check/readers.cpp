#include "compiler/check/readers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/check/arithmetic.h"
#include "compiler/check/expression.h"
#include "compiler/check/lists.h"
#include "compiler/diagnostics/codes.h"
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
using Result = std::optional<Data>;

constexpr std::size_t kMaxText = 500;      // free text ends up in tables and comments
constexpr std::size_t kMaxParts = 10'000;  // of a list: one made of two others could double at each step

std::string Expected(const Element& element) {
  const std::string_view example = schema::ExampleOf(element.type);
  if (element.type == Type::kComparator) return "`at least`, `at most` or `exactly`";
  if (!element.choices.empty()) {
    std::vector<std::string> words;
    for (const std::string_view choice : element.choices) words.push_back(fmt::format("`{}`", choice));
    return JoinWords(words, "or");
  }
  if (example.empty()) return std::string(schema::DescriptionOf(element.type));
  return fmt::format("{} such as `{}`", schema::DescriptionOf(element.type), example);
}

bool IsNumber(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '.'; });
}
bool IsLetters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

// A literal may be written in quotes when it holds a value: `nic "06{n}0" on OFFICE`.
bool IsInterpolated(const Cursor& cursor) {
  const syntax::Operand* operand = cursor.peek();
  return operand != nullptr && operand->kind == Kind::kString && !operand->index &&
         operand->text.find('{') != std::string_view::npos;
}

std::optional<std::string> NextInterpolated(Cursor& cursor, const Element& element) {
  const syntax::Operand& operand = *cursor.peek();
  const Parsed<std::string> text = Interpolate(operand.text, cursor.scope());
  cursor.Advance();
  if (text.ok()) return *text;
  cursor.WrongExpression(operand.span, operand.text, text.error(), Expected(element));
  return {};
}

// The next word, or a message that says what was expected in its place.
std::optional<std::string> NextWord(Cursor& cursor, const Element& element) {
  if (auto text = cursor.WordText()) {
    cursor.Advance();
    return text;
  }
  if (IsInterpolated(cursor)) return NextInterpolated(cursor, element);
  if (cursor.done()) {
    cursor.reporter()
        .Error(codes::kMissingOperand, cursor.Here(), "{} is missing here", schema::DescriptionOf(element.type))
        .Here(fmt::format("expected {}", Expected(element)));
    return {};
  }
  cursor.reporter()
      .Error(codes::kWrongOperand, cursor.Here(), "`{}` stands where {} is expected", cursor.peek()->text,
             schema::DescriptionOf(element.type))
      .Here(fmt::format("expected {}", Expected(element)));
  return {};
}

// A literal of one word, or of two where a number is followed by its unit (`24 GiB`, `4 h`).
template <class T>
Result ReadParsed(Cursor& cursor, const Element& element, bool with_unit = false) {
  const std::size_t begin = cursor.position();
  auto text = NextWord(cursor, element);
  if (!text) return {};
  if (with_unit && IsNumber(*text)) {
    if (const auto unit = cursor.WordText(); unit && IsLetters(*unit)) {
      *text += ' ' + *unit;
      cursor.Advance();
    }
  }
  const Parsed<T> parsed = T::Parse(*text);
  if (parsed.ok()) return Data(*parsed);
  cursor.Wrong(cursor.From(begin), *text, parsed.error(), Expected(element));
  return {};
}

// Quotes let anything in, and what is read ends up in files, on paper and on terminals.
std::optional<std::string> WhyNotShown(std::string_view text, std::size_t longest) {
  if (text.size() > longest) return fmt::format("is longer than {} characters", longest);
  const std::optional<std::size_t> control = FindControl(text);
  if (!control) return {};
  if (text[*control] == '\t') return "holds a tab, which no document can show";
  return fmt::format("holds {}, a control character, which no document can show", NameCharacter(text, *control));
}

// A name: a word, or a quoted one with `{n}` in it.
Result ReadName(Cursor& cursor, const Element& element) {
  const syntax::Operand* operand = cursor.peek();
  if (operand != nullptr && operand->kind == Kind::kString && !operand->index) {
    const Parsed<std::string> text = Interpolate(operand->text, cursor.scope());
    cursor.Advance();
    if (!text.ok()) {
      cursor.WrongExpression(operand->span, operand->text, text.error(), Expected(element));
      return {};
    }
    const std::optional<std::string> problem = WhyNotShown(*text, kMaxText);
    if (!problem) return Data(*text);
    cursor.Wrong(operand->span, operand->text, {*problem, {}}, Expected(element));
    return {};
  }
  auto text = NextWord(cursor, element);
  if (!text) return {};
  return Data(std::move(*text));
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
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  const auto near = Nearest(*text, element.choices);
  cursor.Wrong(cursor.From(begin), *text,
               {near ? fmt::format("isn't known here; did you mean `{}`?", *near) : "isn't known here", near},
               Expected(element));
  return {};
}

Result ReadMemory(Cursor& cursor, const Element& element) {
  if (!AtArithmetic(cursor)) return ReadParsed<MemorySize>(cursor, element, true);
  const auto size = ReadArithmeticMemory(cursor, Expected(element));
  return size ? Result(Data(*size)) : Result();
}

Result ReadMemoryOrNone(Cursor& cursor, const Element& element) {
  if (!cursor.IsWord("none")) return ReadMemory(cursor, element);
  cursor.Advance();
  return Data(MemorySize());
}

bool HasIndex(const Cursor& cursor) {
  const syntax::Operand* operand = cursor.peek();
  return operand != nullptr && operand->kind == Kind::kWord && operand->index;
}

// The number between the brackets of the operand that is next.
std::optional<std::int64_t> ReadIndex(Cursor& cursor) {
  const syntax::Operand& operand = *cursor.peek();
  cursor.Advance();
  const Parsed<std::int64_t> index = Evaluate(*operand.index, cursor.scope());
  if (index.ok()) return *index;
  cursor.WrongExpression(operand.index_span, fmt::format("[{}]", *operand.index), index.error(),
                         "a whole number such as `[20 + n]`");
  return {};
}

// `10.20.30.5`, `10.20.30.5 + n`.
Result ReadLiteralAddress(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  Result address = ReadParsed<IpAddress>(cursor, element);
  const auto offset = address ? ReadOffset(cursor, Expected(element)) : std::nullopt;
  if (!offset || *offset == 0) return offset ? address : Result();
  const IpAddress& first = std::get<IpAddress>(*address);
  const auto sum =
      *offset > 0 ? first.Plus(static_cast<std::uint64_t>(*offset)) : first.Minus(static_cast<std::uint64_t>(-*offset));
  if (sum) return Data(*sum);
  cursor.Wrong(cursor.From(begin), first.ToString(), {"is left behind: the sum is no address", {}}, Expected(element));
  return {};
}

// `let ROUTER OFFICE[1]` and then `gateway ROUTER`.
std::optional<SymbolicAddress> AddressValueAt(const Cursor& cursor) {
  const auto text = cursor.WordText();
  if (!text || !text->ends_with(']')) return {};
  const std::size_t open = text->find('[');
  const Parsed<std::int64_t> index =
      Evaluate(std::string_view(*text).substr(open + 1, text->size() - open - 2), Scope());
  return index.ok() ? std::optional(SymbolicAddress{text->substr(0, open), *index}) : std::nullopt;
}

// `OFFICE[21]` or a literal.
Result ReadAddress(Cursor& cursor, const Element& element) {
  if (const auto value = AddressValueAt(cursor)) {
    cursor.Advance();
    return Data(*value);
  }
  if (!HasIndex(cursor)) return ReadLiteralAddress(cursor, element);
  const syntax::Operand& operand = *cursor.peek();
  const std::size_t slash = operand.text.find('/');
  if (slash != std::string_view::npos) {
    cursor.Wrong(operand.span, fmt::format("{}[{}]", operand.text, *operand.index),
                 {"is a part of a subnet, not an address", {}}, Expected(element));
    return {};
  }
  const auto index = ReadIndex(cursor);
  return index ? Result(Data(SymbolicAddress{std::string(operand.text), *index})) : Result();
}

// `10.20.30.0/24`, or `BANK/26[3]`: a part of another network's.
Result ReadSubnet(Cursor& cursor, const Element& element) {
  if (!HasIndex(cursor)) return ReadParsed<Subnet>(cursor, element);
  const syntax::Operand& operand = *cursor.peek();
  const std::string text = fmt::format("{}[{}]", operand.text, *operand.index);
  const std::size_t slash = operand.text.find('/');
  const auto prefix = slash == std::string_view::npos ? Parsed<std::int64_t>(ValueError{"", {}})
                                                      : ParseCount(operand.text.substr(slash + 1));
  if (!prefix.ok() || *prefix > 128) {
    cursor.Advance();
    cursor.Wrong(
        operand.span, text,
        {slash == std::string_view::npos ? "is an address, not a subnet; the part with that number of a network "
                                           "cut into /26 is written `BANK/26[3]`"
                                         : "has no prefix length from 0 to 128 behind the slash",
         {}},
        Expected(element));
    return {};
  }
  const auto index = ReadIndex(cursor);
  if (!index) return {};
  return Data(SymbolicSubnet{std::string(operand.text.substr(0, slash)), static_cast<unsigned>(*prefix), *index});
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
  if (!good) return "isn't a code";
  const auto number = static_cast<std::uint16_t>(std::stoi(std::string(text.substr(2))));
  const auto is_rule = [&](const rules::RuleInfo& info) { return info.code.number == number; };
  const auto all = rules::AllRules();
  if (std::any_of(all.begin(), all.end(), is_rule)) return std::nullopt;
  return "isn't the code of a rule; `hotsite explain --list` shows them";
}
std::optional<std::string> WhyNotShortWord(std::string_view text) {
  return text.size() <= 32 ? std::nullopt : std::optional<std::string>("is longer than 32 characters");
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
Result ReadBackup(Cursor& cursor, const Element& element) {
  static const Element kFrequency{{},    "frequency", Type::kChoice, {"daily", "weekly", "monthly", "hourly", "yearly"},
                                  false, false};
  static const Element kMedium{{}, "medium", Type::kChoice, {"tape", "flashcopy", "tsm", "replication"}, false, false};
  (void)element;
  BackupPlan plan;
  const Result frequency = ReadChoice(cursor, kFrequency);
  if (!frequency) return {};
  plan.frequency = std::get<std::string>(*frequency);
  if ((plan.full = cursor.IsWord("full"))) cursor.Advance();
  if (cursor.IsWord("to")) cursor.Advance();
  while (true) {
    const Result medium = ReadChoice(cursor, kMedium);
    if (!medium) return {};
    plan.media.push_back(std::get<std::string>(*medium));
    if (!cursor.IsWord("then")) return Data(plan);
    cursor.Advance();
  }
}

// `1..n`: both ends may be arithmetic on values in force.
Result ReadExtent(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  std::string resolved = *text;
  if (const std::size_t dots = text->find(".."); dots != std::string::npos) {
    const auto first = Evaluate(std::string_view(*text).substr(0, dots), cursor.scope());
    const auto last = Evaluate(std::string_view(*text).substr(dots + 2), cursor.scope());
    if (first.ok() && last.ok()) resolved = fmt::format("{}..{}", *first, *last);
  }
  const Parsed<CountRange> range = CountRange::Parse(resolved);
  if (range.ok()) return Data(*range);
  cursor.Wrong(cursor.From(begin), *text, range.error(), Expected(element));
  return {};
}

// `1..4` for `1-4`.
std::optional<std::string> WithDots(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || !IsNumber(text.substr(0, dash)) || !IsNumber(text.substr(dash + 1))) return {};
  return fmt::format("{}..{}", text.substr(0, dash), text.substr(dash + 1));
}

// `1..4`, or a list of names, or a value that is one.
Result ReadRange(Cursor& cursor, const Element& element) {
  if (const std::vector<std::string>* list = ListValueAt(cursor)) {
    cursor.Advance();
    return Data(*list);
  }
  if (const auto text = cursor.WordText(); text && text->find("..") != std::string::npos)
    return ReadExtent(cursor, element);
  std::vector<std::string> names;
  do {
    const std::size_t begin = cursor.position();
    const Result name = ReadName(cursor, element);
    if (!name) return {};
    if (const auto range = WithDots(std::get<std::string>(*name)); range && names.empty()) {
      cursor.Wrong(cursor.From(begin), std::get<std::string>(*name), {"isn't how a range is written", range},
                   Expected(element));
      return {};
    }
    names.push_back(std::get<std::string>(*name));
    if (!cursor.IsKind(Kind::kComma)) return Data(names);
    cursor.Advance();
  } while (true);
}

// One operand of a value, as text; an index is evaluated where it stands. Nothing after reporting that it can't be.
std::optional<std::string> TextOfOperand(Cursor& cursor, const Element& element) {
  const syntax::Operand& operand = *cursor.peek();
  if (operand.kind == Kind::kString) return NextInterpolated(cursor, element);
  if (!HasIndex(cursor)) {
    const auto word = cursor.WordText();
    cursor.Advance();
    return word ? *word : std::string(operand.text);
  }
  const auto index = ReadIndex(cursor);
  if (!index) return {};
  return fmt::format("{}[{}]", operand.text, *index);
}

// Everything up to the next comma, as text.
std::optional<std::string> ReadOneExpression(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  std::string text;
  bool arithmetic = false;
  while (!cursor.done() && !cursor.IsKind(Kind::kComma)) {
    const Kind kind = cursor.peek()->kind;
    arithmetic = arithmetic || kind == Kind::kPlus || kind == Kind::kMinus || kind == Kind::kStar;
    const auto operand = TextOfOperand(cursor, element);
    if (!operand) return {};
    text += (text.empty() ? "" : " ") + *operand;
  }
  if (text.size() > kMaxText) {  // each `let` could double the one before
    cursor.Wrong(cursor.From(begin), text, {fmt::format("is longer than {} characters", kMaxText), {}},
                 Expected(element));
    return {};
  }
  if (!arithmetic) return text;
  const Parsed<std::string> value = EvaluateText(text, cursor.scope());
  if (value.ok()) return *value;
  cursor.WrongExpression(cursor.From(begin), text, value.error(), Expected(element));
  return {};
}

// A value, or several with commas between them.
Result ReadExpression(Cursor& cursor, const Element& element) {
  std::vector<std::string> parts;
  do {
    if (cursor.done()) return ReadName(cursor, element);  // says what is missing
    if (const std::vector<std::string>* list = ListValueAt(cursor);
        list != nullptr && parts.size() + list->size() <= kMaxParts) {
      parts.insert(parts.end(), list->begin(), list->end());
      cursor.Advance();
      continue;
    }
    auto text = ReadOneExpression(cursor, element);
    if (!text) return {};
    parts.push_back(std::move(*text));
  } while (cursor.IsKind(Kind::kComma) && (cursor.Advance(), true));
  return parts.size() == 1 ? Data(parts.front()) : Data(std::move(parts));
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
    {Type::kMemory, ReadMemory},
    {Type::kMemoryOrNone, ReadMemoryOrNone},
    {Type::kFrame, ReadWithUnit<FrameSize>},
    {Type::kDevice, ReadWord<DeviceNumber>},
    {Type::kDevices, ReadWord<DeviceRange>},
    {Type::kAddress, ReadAddress},
    {Type::kIp, ReadWord<IpAddress>},
    {Type::kSubnet, ReadSubnet},
    {Type::kMac, ReadWord<MacAddress>},
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
    {Type::kExpression, ReadExpression},
};

constexpr bool InOrder() {
  std::size_t index = 0;
  for (const Reader& reader : kReaders) {
    if (static_cast<std::size_t>(reader.type) != index++) return false;
  }
  return index == static_cast<std::size_t>(Type::kExpression) + 1;
}
static_assert(InOrder(), "kReaders stands in the order of enum Type");

}  // namespace

std::optional<Value> ReadOperand(Cursor& cursor, const Element& element) {
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
