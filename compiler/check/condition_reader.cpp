#include "compiler/check/condition_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "compiler/check/readers.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/suggest.h"
#include "compiler/values/calendar.h"
#include "compiler/values/extent.h"
#include "compiler/values/memory_size.h"

namespace hotsite::check {
namespace {

using Kind = syntax::Operand::Kind;
using model::Part;
using model::ValueType;
using Index = std::optional<std::uint32_t>;

/// Words of the language of conditions: none of them is a property.
constexpr std::array<std::string_view, 16> kReserved{"and",     "or",       "not",   "at",     "exactly", "is",
                                                     "include", "where",    "count", "sum",    "of",      "for",
                                                     "largest", "smallest", "said",  "because"};

/// How a comparison is written by those who know other languages.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kHabits{{{"includes", "include"},
                                                                                 {"contains", "include"},
                                                                                 {"contain", "include"},
                                                                                 {"has", "include"},
                                                                                 {"have", "include"},
                                                                                 {"in", "is"},
                                                                                 {"are", "is"},
                                                                                 {"equals", "exactly"},
                                                                                 {"equal", "exactly"},
                                                                                 {"min", "at least"},
                                                                                 {"minimum", "at least"},
                                                                                 {"max", "at most"},
                                                                                 {"maximum", "at most"}}};

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool IsReserved(std::string_view word) {
  return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}
bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return IsDigit(c) || c == '.'; });
}

class ConditionReader {
 public:
  ConditionReader(Cursor& cursor, model::Condition& out, unsigned depth = 0)
      : cursor_(cursor), out_(out), depth_(depth) {}

  Index Either() {
    const std::size_t begin = cursor_.position();
    Index left = Both();
    while (left && cursor_.IsWord("or")) left = Join(Part::Op::kOr, begin, *left, &ConditionReader::Both);
    return left && MisspeltJoin() ? Index() : left;
  }

 private:
  using Read = Index (ConditionReader::*)();

  Index Both() {
    const std::size_t begin = cursor_.position();
    Index left = One();
    while (left && cursor_.IsWord("and")) left = Join(Part::Op::kAnd, begin, *left, &ConditionReader::One);
    return left;
  }

  Index One() {
    if (++depth_ > kMaxConditionDepth) return TooDeep();
    const std::size_t begin = cursor_.position();
    Index result;
    if (cursor_.IsWord("not")) {
      cursor_.Advance();
      const Index inner = One();
      if (inner) result = Add(Of(Part::Op::kNot, *inner), begin);
    } else {
      result = Comparison();
    }
    --depth_;
    return result;
  }

  Index TooDeep() {
    cursor_.reporter()
        .Error(codes::kOutOfRange, cursor_.Here(), "the condition is nested more than {} deep", kMaxConditionDepth)
        .Here("too deep to be judged by a reader")
        .Advise("write several `that`, one for each thing that must hold");
    return {};
  }

  Index Comparison() {
    const std::size_t begin = cursor_.position();
    const Index left = Sum();
    if (!left) return {};
    // In parentheses; `at least` behind it is of the quantity whose `where` it is: `count of nic where (…) at least 2`.
    if (IsCondition(out_.at(*left).op)) return left;
    if (cursor_.IsWord("is")) return Is(begin, *left);
    if (cursor_.IsWord("include")) return Include(begin, *left);
    const bool at_site = cursor_.IsWord("at") && (cursor_.IsWord("home", 1) || cursor_.IsWord("recovery", 1));
    if (cursor_.IsWord("exactly") || (cursor_.IsWord("at") && !at_site)) return Compare(begin, *left);
    return MayEndHere() ? left : NoComparison();
  }

  // `&&`, which is a word, and the like: behind a whole condition only `and`, `or` or its end can follow.
  bool MisspeltJoin() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kJoins{
        {{"&&", "and"}, {"&", "and"}, {"AND", "and"}, {"OR", "or"}}};
    for (const auto& [written, meant] : kJoins) {
      if (!cursor_.IsWord(written)) continue;
      const Span span = cursor_.Here();
      cursor_.reporter()
          .Error(codes::kWrongOperand, span, "`{}` doesn't join conditions", written)
          .Here("expected `and` or `or`")
          .Fix(fmt::format("write `{}`", meant), {{span, std::string(meant)}});
      return true;
    }
    return false;
  }

  // A quantity or a property alone, which the types judge; or what could only be a misspelt comparison.
  bool MayEndHere() const {
    const auto text = cursor_.WordText();
    return !text || IsReserved(*text);
  }

  Index NoComparison() {
    const syntax::Operand& operand = *cursor_.peek();
    auto& found = cursor_.reporter().Error(codes::kWrongOperand, operand.span,
                                           "`{}` stands where a comparison is expected", operand.text);
    found.Here("expected `at least`, `at most`, `exactly`, `is` or `include`");
    const auto habit =
        std::find_if(kHabits.begin(), kHabits.end(), [&](const auto& one) { return one.first == operand.text; });
    const auto near = habit != kHabits.end()
                          ? std::optional(std::string(habit->second))
                          : Nearest(operand.text, {"is", "include", "exactly", "at", "where", "and", "or"});
    if (near) found.Fix(fmt::format("write `{}`", *near), {{operand.span, *near}});
    return {};
  }

  Index Compare(std::size_t begin, std::uint32_t left) {
    static const schema::Element kComparator{{}, "cmp", schema::Type::kComparator, {}, false, false};
    const std::optional<Value> comparator = ReadOperand(cursor_, kComparator);
    if (!comparator) return {};
    const Index right = Sum();
    if (!right) return {};
    Part part = Of(Part::Op::kCompare, left, *right);
    part.comparator = comparator->As<model::Comparator>();
    return Add(std::move(part), begin);
  }

  Index Is(std::size_t begin, std::uint32_t left) {
    cursor_.Advance();
    const bool negated = cursor_.IsWord("not");
    if (negated) cursor_.Advance();
    if (cursor_.IsWord("none")) return IsNone(negated);
    Index result;
    if (cursor_.IsWord("said")) {
      cursor_.Advance();
      result = Add(Of(Part::Op::kSaid, left), begin);
    } else {
      result = WordBehind(begin, Of(Part::Op::kIs, left), "expected `said`, a word such as `production`, or a pattern");
    }
    return result && negated ? Add(Of(Part::Op::kNot, *result), begin) : result;
  }

  // `backup is not none`: no property is `none`; one that nothing is known of isn't said.
  Index IsNone(bool negated) {
    const std::size_t begin = cursor_.position() - (negated ? 2 : 1);
    cursor_.Advance();
    cursor_.Wrong(cursor_.From(begin), negated ? "is not none" : "is none",
                  {"isn't how a condition asks whether something is said", negated ? "is said" : "is not said"},
                  negated ? "`is said`" : "`is not said`");
    return {};
  }

  Index Include(std::size_t begin, std::uint32_t left) {
    cursor_.Advance();
    return WordBehind(begin, Of(Part::Op::kInclude, left), "expected a name such as `OFFICE`, or a pattern in quotes");
  }

  // What a property is compared with: a word, or a pattern in quotes.
  Index WordBehind(std::size_t begin, Part part, std::string_view expected) {
    static const schema::Element kText{{}, "pattern", schema::Type::kText, {}, false, false};
    if (cursor_.IsKind(Kind::kString)) {
      const std::optional<Value> text = ReadOperand(cursor_, kText);
      if (!text) return {};
      part.text = text->As<std::string>();
      part.word = text->span;
      part.pattern = true;
      return Add(std::move(part), begin);
    }
    const auto word = cursor_.WordText();
    if (!word || IsReserved(*word)) return Missing("a word", expected);
    const std::size_t at = cursor_.position();
    part.text = *word;
    cursor_.Advance();
    if (IsNumber(*word) && HasUnit(*word)) {  // `memory is 4 GiB`: told with the types
      part.text += " " + *cursor_.WordText();
      cursor_.Advance();
    }
    part.word = cursor_.From(at);
    return Add(std::move(part), begin);
  }

  Index Sum() {
    const std::size_t begin = cursor_.position();
    Index left = Product();
    while (left && (cursor_.IsKind(Kind::kPlus) || cursor_.IsKind(Kind::kMinus))) {
      const Part::Op op = cursor_.IsKind(Kind::kPlus) ? Part::Op::kAdd : Part::Op::kSubtract;
      left = Join(op, begin, *left, &ConditionReader::Product);
    }
    return left;
  }

  Index Product() {
    const std::size_t begin = cursor_.position();
    Index left = Atom();
    while (left && cursor_.IsKind(Kind::kStar)) left = Join(Part::Op::kMultiply, begin, *left, &ConditionReader::Atom);
    return left;
  }

  Index Atom() {
    if (cursor_.IsKind(Kind::kGroup)) return Group(&ConditionReader::Either);
    if (cursor_.IsWord("count")) return Count();
    if (cursor_.IsWord("sum")) return Aggregate(Part::Op::kSum);
    if (cursor_.IsWord("largest")) return Aggregate(Part::Op::kLargest);
    if (cursor_.IsWord("smallest")) return Aggregate(Part::Op::kSmallest);
    const auto text = cursor_.WordText();
    if (text && !text->empty() && IsDigit(text->front())) return Literal(*text);
    return Property();
  }

  // What stands in parentheses, read by `read`.
  Index Group(Read read) {
    const syntax::Operand& group = *cursor_.peek();
    Cursor inside(group.inside, group.span, cursor_.scope(), cursor_.reporter());
    const Index inner = (ConditionReader(inside, out_, depth_).*read)();
    if (!inner) return {};
    if (!inside.done()) {
      cursor_.reporter()
          .Error(codes::kUnexpectedOperand, inside.Here(), "`{}` isn't expected here", inside.peek()->text)
          .Here("the condition in the parentheses ends before this");
      return {};
    }
    cursor_.Advance();
    return inner;
  }

  Index Count() {
    const std::size_t begin = cursor_.position();
    cursor_.Advance();
    if (!ReadOf("count", "count of nic")) return {};
    Part part;
    part.op = Part::Op::kCount;
    return List(part) ? Add(std::move(part), begin) : Index();
  }

  Index Aggregate(Part::Op op) {
    const std::size_t begin = cursor_.position();
    const std::string_view word = cursor_.peek()->text;
    const std::string example = fmt::format("{} of memory of guests", word);
    cursor_.Advance();
    if (!ReadOf(word, example)) return {};
    const Index property = Property();
    if (!property || !ReadOf(word, example)) return {};
    Part part;
    part.op = op;
    part.right = *property;
    return List(part) ? Add(std::move(part), begin) : Index();
  }

  // The word `of`.
  bool ReadOf(std::string_view word, std::string_view example) {
    if (cursor_.IsWord("of")) {
      cursor_.Advance();
      return true;
    }
    const Span here = cursor_.Here();
    auto& found = cursor_.reporter().Error(codes::kMissingOperand, here, "`{}` needs `of` here", word);
    found.Here("expected `of`").Note(fmt::format("it is written `{}`", example));
    const auto next = cursor_.WordText();
    if (next && !IsReserved(*next)) found.Fix("put `of` in", {{{here.file, here.begin, here.begin}, "of "}});
    return false;
  }

  // `PROPERTY [where condition]`, perhaps in parentheses, into `left` and `where`.
  bool List(Part& part) {
    if (cursor_.IsKind(Kind::kGroup)) {
      const syntax::Operand& group = *cursor_.peek();
      Cursor inside(group.inside, group.span, cursor_.scope(), cursor_.reporter());
      if (!ConditionReader(inside, out_, depth_).List(part)) return false;
      if (inside.done()) {
        cursor_.Advance();
        return true;
      }
      cursor_.reporter()
          .Error(codes::kUnexpectedOperand, inside.Here(), "`{}` isn't expected here", inside.peek()->text)
          .Here("the list in the parentheses ends before this");
      return false;
    }
    const Index list = Property();
    if (!list) return false;
    part.left = *list;
    if (!cursor_.IsWord("where")) return true;
    cursor_.Advance();
    const Index where = Either();
    if (where) part.where = *where;
    return where.has_value();
  }

  Index Property() {
    const std::size_t begin = cursor_.position();
    const syntax::Operand* operand = cursor_.peek();
    const bool word = operand != nullptr && operand->kind == Kind::kWord && !operand->index;
    if (!word || IsReserved(operand->text))
      return Missing("a quantity or a property", "expected for example `memory`, `24 GiB` or `count of nic`");
    Part part;
    part.op = Part::Op::kProperty;
    part.text = std::string(operand->text);
    part.word = operand->span;
    cursor_.Advance();
    return Add(std::move(part), begin);
  }

  // `2`, `24 GiB`, `24G`, `4 h`, `80 % of …`.
  Index Literal(const std::string& text) {
    const std::size_t begin = cursor_.position();
    if (text.ends_with('%') || (IsNumber(text) && cursor_.IsWord("%", 1))) return Percent(text);
    cursor_.Advance();
    Part part;
    if (IsNumber(text) && HasUnit(text)) {
      const std::string whole = text + " " + *cursor_.WordText();
      cursor_.Advance();
      return ReadQuantity(whole, part) ? Add(std::move(part), begin) : Wrong(begin, whole);
    }
    return ReadQuantity(text, part) ? Add(std::move(part), begin) : Wrong(begin, text);
  }

  // Whether the next word is a unit of the number, rightly or wrongly (`GB`).
  bool HasUnit(const std::string& number) const {
    const auto unit = cursor_.WordText();
    if (!unit || IsReserved(*unit)) return false;
    Part part;
    if (ReadQuantity(number + " " + *unit, part)) return true;
    constexpr std::array<std::string_view, 9> kRefused{"GB", "MB", "TB", "KB", "KiB", "m", "s", "sec", "month"};
    return std::find(kRefused.begin(), kRefused.end(), *unit) != kRefused.end();
  }

  static bool ReadQuantity(const std::string& text, Part& part) {
    if (const auto count = ParseCount(text); count.ok()) {
      part.amount = *count;
      part.unit = ValueType::kCount;
    } else if (const auto memory = MemorySize::Parse(text); memory.ok()) {
      part.amount = static_cast<std::int64_t>(memory->mib());
      part.unit = ValueType::kMemory;
    } else if (const auto duration = Duration::Parse(text); duration.ok()) {
      part.amount = duration->minutes();
      part.unit = ValueType::kDuration;
    } else {
      return false;
    }
    return true;
  }

  Index Wrong(std::size_t begin, const std::string& text) {
    const bool memory = text.ends_with('B') || text.ends_with('b');
    const ValueError error = memory           ? MemorySize::Parse(text).error()
                             : IsNumber(text) ? ParseCount(text).error()
                                              : Duration::Parse(text).error();
    cursor_.Wrong(cursor_.From(begin), text, error, "a quantity such as `2`, `24 GiB` or `4 h`");
    return {};
  }

  Index Percent(std::string text) {
    constexpr std::int64_t kMost = 1000;
    const std::size_t begin = cursor_.position();
    const bool joined = text.ends_with('%');
    if (joined) text.pop_back();
    cursor_.Advance(joined ? 1 : 2);
    const Parsed<std::int64_t> count = ParseCount(text);
    if (!count.ok() || *count > kMost) {
      cursor_.Wrong(cursor_.From(begin), text + " %", {"isn't a whole number of percent from 0 to 1000", {}},
                    "for example `80 % of memory`");
      return {};
    }
    if (!cursor_.IsWord("of")) {
      cursor_.reporter()
          .Error(codes::kMissingOperand, cursor_.Here(), "`{} %` needs `of` and a quantity here", text)
          .Here("percent of what?")
          .Note("it is written `80 % of memory`");
      return {};
    }
    cursor_.Advance();
    if (++depth_ > kMaxConditionDepth) return TooDeep();
    const Index of = Atom();
    --depth_;
    if (!of) return {};
    Part part = Of(Part::Op::kPercent, *of);
    part.amount = *count;
    return Add(std::move(part), begin);
  }

  Index Missing(std::string_view what, std::string_view expected) {
    if (cursor_.done()) {
      cursor_.reporter()
          .Error(codes::kMissingOperand, cursor_.Here(), "{} is missing here", what)
          .Here(std::string(expected));
    } else if (cursor_.IsKind(Kind::kHole)) {
      cursor_.reporter()
          .Error(codes::kHoleNotAllowed, cursor_.Here(), "a condition can't ask the vendor")
          .Here(std::string(expected))
          .Advise(
              "a property that the spec leaves to the vendor is neither true nor false here; `is said` asks for one "
              "that is known");
    } else {
      const bool reserved = cursor_.IsKind(Kind::kWord) && IsReserved(cursor_.peek()->text);
      cursor_.reporter()
          .Error(reserved ? codes::kMissingOperand : codes::kWrongOperand, cursor_.Here(), "{} {} `{}`", what,
                 reserved ? "is missing before" : "is expected instead of", cursor_.peek()->text)
          .Here(std::string(expected));
    }
    return {};
  }

  // Reads what stands behind the word or sign that is next, and joins it to `left`.
  Index Join(Part::Op op, std::size_t begin, std::uint32_t left, Read read) {
    cursor_.Advance();
    const Index right = (this->*read)();
    return right ? Add(Of(op, left, *right), begin) : Index();
  }

  static Part Of(Part::Op op, std::uint32_t left, std::uint32_t right = Part::kNone) {
    Part part;
    part.op = op;
    part.left = left;
    part.right = right;
    return part;
  }

  Index Add(Part part, std::size_t begin) {
    part.span = cursor_.From(begin);
    if (out_.parts.size() == kMaxConditionParts) {
      cursor_.reporter()
          .Error(codes::kOutOfRange, part.span, "the condition has more than {} parts", kMaxConditionParts)
          .Here("too long to be judged by a reader")
          .Advise("write several `that`, one for each thing that must hold");
      return {};
    }
    out_.parts.push_back(std::move(part));
    return static_cast<std::uint32_t>(out_.parts.size() - 1);
  }

  static bool IsCondition(Part::Op op) { return op <= Part::Op::kInclude; }

  Cursor& cursor_;
  model::Condition& out_;
  unsigned depth_;
};

}  // namespace

std::optional<model::Condition> ReadCondition(Cursor& cursor) {
  model::Condition condition;
  const Index root = ConditionReader(cursor, condition).Either();
  if (!root) return {};
  condition.root = *root;
  return condition;
}

}  // namespace hotsite::check
