#include "compiler/check/condition_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "compiler/diagnostics/codes.h"
#include "compiler/model/properties.h"
#include "compiler/support/split.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/calendar.h"
#include "compiler/values/extent.h"
#include "compiler/values/memory_size.h"

namespace hotsite::check {
namespace {

using model::Kind;
using model::Part;
using model::Property;
using model::ValueType;
using Op = Part::Op;

std::string_view NameOf(ValueType type) {
  switch (type) {
    case ValueType::kCount:
      return "a number";
    case ValueType::kMemory:
      return "a memory size";
    case ValueType::kDuration:
      return "a duration";
    case ValueType::kWord:
      return "a word";
    case ValueType::kName:
      return "a name";
    case ValueType::kText:
      return "text";
    case ValueType::kList:
      return "a list";
  }
  return "";
}

std::string_view NameOf(const Property& property) { return property.many ? "a list of words" : NameOf(property.type); }

std::string_view ExampleOf(ValueType type) {
  return type == ValueType::kMemory ? "24 GiB" : type == ValueType::kDuration ? "4 h" : "2";
}

std::vector<std::string_view> WordsOf(const Property& property) { return SplitAt(property.words, '|'); }

// "a machine", "an OSA".
std::string One(Kind kind) {
  const std::string_view singular = model::InfoOf(kind).singular;
  return fmt::format(
      "{} {}", std::string_view("aeiouAEIOU").find(singular.front()) == std::string_view::npos ? "a" : "an", singular);
}

template <class Words>
std::string Quoted(const Words& words, std::string_view last) {
  std::vector<std::string> quoted;
  for (const auto& word : words) quoted.push_back(fmt::format("`{}`", word));
  return JoinWords(quoted, last);
}

template <class Entries>
std::vector<std::string_view> NamesOf(const Entries& entries) {
  std::vector<std::string_view> names;
  for (const auto& entry : entries) names.push_back(entry.name);
  return names;
}

class TypeChecker {
 public:
  TypeChecker(BuildContext& context, model::Condition& condition) : context_(context), condition_(condition) {}

  bool Holds(std::uint32_t index, Kind kind) {
    const Part& part = At(index);
    switch (part.op) {
      case Op::kAnd:
        return Holds(part.left, kind) && Holds(part.right, kind);
      case Op::kOr:
        return Holds(part.left, kind) && !OnlyWord(part) && Holds(part.right, kind);
      case Op::kNot:
        negated_ = At(part.left).span == part.span ? part.left : Part::kNone;
        return Holds(part.left, kind);
      case Op::kCompare:
        return Compared(part, kind);
      case Op::kSaid:
        return At(part.left).op == Op::kProperty ? Resolve(part.left, kind) != nullptr : NoProperty(part, "is said");
      case Op::kIs:
        return Is(index, kind);
      case Op::kInclude:
        return Includes(part, kind);
      default:
        return NoCondition(index, kind);
    }
  }

 private:
  Part& At(std::uint32_t index) { return condition_.parts[index]; }

  template <class... Args>
  Diagnostic& Wrong(Span span, fmt::format_string<Args...> format, Args&&... args) {
    return context_.reporter.Error(codes::kWrongComparison, span, format, std::forward<Args>(args)...);
  }

  // `tier is production or test`: the second word is no condition, and what is meant is plain.
  bool OnlyWord(const Part& part) {
    const Part& right = At(part.right);
    const Part* left = &At(part.left);
    while (left->op == Op::kOr) left = &At(left->right);
    if (right.op != Op::kProperty || left->op != Op::kIs || At(left->left).property == nullptr) return false;
    const std::string& property = At(left->left).text;
    Wrong(right.span, "`{}` is no condition of its own", right.text)
        .Here("behind `or` stands a whole condition")
        .Fix(fmt::format("write `{} is {}`", property, right.text),
             {{{right.span.file, right.span.begin, right.span.begin}, property + " is "}});
    return true;
  }

  bool NoCondition(std::uint32_t index, Kind kind) {
    const Part& part = At(index);
    if (part.op == Op::kProperty) {
      const Property* property = Resolve(index, kind);
      if (property == nullptr) return false;
      const bool quantity = model::IsQuantity(property->type);
      const std::string_view example = property->type == ValueType::kList || property->many ? "is said"
                                       : quantity                                           ? "at least "
                                                                                            : "is ";
      const std::string_view value = quantity                             ? ExampleOf(property->type)
                                     : property->type == ValueType::kWord ? WordsOf(*property).front()
                                     : example == "is said"               ? std::string_view()
                                                                          : std::string_view("\"…\"");
      Wrong(part.span, "`{}` is {} and no condition", part.text, NameOf(*property))
          .Here(fmt::format("expected for example `{} {}{}`", part.text, example, value));
      return false;
    }
    Wrong(part.span, "a quantity alone is no condition")
        .Here("expected a comparison behind this: `at least`, `at most` or `exactly`");
    return false;
  }

  bool Compared(const Part& part, Kind kind) {
    const auto left = Quantity(part.left, kind);
    if (!left) return false;
    const auto right = Quantity(part.right, kind);
    return right && Alike(part, *left, *right);
  }

  // Whether both sides are of one type.
  bool Alike(const Part& part, ValueType left, ValueType right) {
    if (left == right) return true;
    const Part& a = At(part.left);
    const Part& b = At(part.right);
    const bool literal = b.op == Op::kLiteral || a.op != Op::kLiteral;  // which side is told to be wrong
    const Part& wrong = literal ? b : a;
    const ValueType wanted = literal ? left : right;
    Wrong(wrong.span, "{} can't be compared with {}", NameOf(left), NameOf(right))
        .Here(wrong.op == Op::kLiteral ? fmt::format("expected {} such as `{}`", NameOf(wanted), ExampleOf(wanted))
                                       : fmt::format("this is {}", NameOf(literal ? right : left)))
        .Mark((literal ? a : b).span, fmt::format("this is {}", NameOf(wanted)));
    return false;
  }

  std::optional<ValueType> Quantity(std::uint32_t index, Kind kind) {
    const Part& part = At(index);
    switch (part.op) {
      case Op::kLiteral:
        return part.unit;
      case Op::kProperty:
        return QuantityProperty(index, kind);
      case Op::kCount:
        return List(part, kind, true) != nullptr ? std::optional(ValueType::kCount) : std::nullopt;
      case Op::kSum:
      case Op::kLargest:
      case Op::kSmallest:
        return Aggregate(part, kind);
      case Op::kPercent:
        return Quantity(part.left, kind);
      case Op::kAdd:
      case Op::kSubtract:
      case Op::kMultiply:
        return Arithmetic(part, kind);
      default:
        Wrong(part.span, "a condition stands where a quantity is expected")
            .Here("expected for example `memory`, `24 GiB` or `count of nic`");
        return {};
    }
  }

  std::optional<ValueType> QuantityProperty(std::uint32_t index, Kind kind) {
    const Property* property = Resolve(index, kind);
    if (property == nullptr) return {};
    if (model::IsQuantity(property->type)) return property->type;
    const Part& part = At(index);
    auto& found = Wrong(part.span, "`{}` is {} and no quantity", part.text, NameOf(*property));
    if (property->type == ValueType::kList || property->many) {
      found.Here(fmt::format("expected `count of {}`", part.text))
          .Fix(fmt::format("write `count of {}`", part.text),
               {{{part.span.file, part.span.begin, part.span.begin}, "count of "}});
    } else {
      found.Here("it is compared by `is`, as in `tier is production` or `name is \"LNX*\"`");
    }
    return {};
  }

  std::optional<ValueType> Arithmetic(const Part& part, Kind kind) {
    const auto left = Quantity(part.left, kind);
    if (!left) return {};
    const auto right = Quantity(part.right, kind);
    if (!right) return {};
    if (part.op != Op::kMultiply) return Alike(part, *left, *right) ? left : std::nullopt;
    if (*left == ValueType::kCount) return right;
    if (*right == ValueType::kCount) return left;
    Wrong(part.span, "{} can't be multiplied by {}", NameOf(*left), NameOf(*right))
        .Here("one of the two must be a number");
    return {};
  }

  std::optional<ValueType> Aggregate(const Part& part, Kind kind) {
    const Property* list = List(part, kind, false);
    if (list == nullptr) return {};
    const Property* property = Resolve(part.right, list->elements);
    if (property == nullptr) return {};
    if (model::IsQuantity(property->type)) return property->type;
    const Part& summed = At(part.right);
    Wrong(summed.span, "`{}` is {} and no quantity", summed.text, NameOf(*property))
        .Here("only quantities have a sum, a largest and a smallest one")
        .Note(fmt::format("quantities of {} are {}", model::InfoOf(list->elements).plural,
                          Quoted(QuantitiesOf(list->elements), "and")));
    return {};
  }

  static std::vector<std::string_view> QuantitiesOf(Kind kind) {
    std::vector<std::string_view> names;
    for (const Property* property : model::PropertiesOf(kind)) {
      if (model::IsQuantity(property->type)) names.push_back(property->name);
    }
    return names;
  }

  // The list of a `count of`, a `sum of …` with its `where`.
  const Property* List(const Part& part, Kind kind, bool counted) {
    const Property* list = Resolve(part.left, kind);
    if (list == nullptr) return nullptr;
    const Part& name = At(part.left);
    const bool countable = list->type == ValueType::kList || (counted && list->many);
    if (!countable || (list->many && part.where != Part::kNone)) {
      std::vector<std::string_view> lists;
      for (const Property* one : model::PropertiesOf(kind)) {
        if (one->type == ValueType::kList) lists.push_back(one->name);
      }
      auto& found = Wrong(name.span, "`{}` is {} and no list{}", name.text, NameOf(*list),
                          list->many ? " of things with properties" : "");
      found.Here("expected a list");
      if (!lists.empty()) found.Note(fmt::format("lists of {} are {}", One(kind), Quoted(lists, "and")));
      return nullptr;
    }
    if (part.where != Part::kNone && !Holds(part.where, list->elements)) return nullptr;
    return list;
  }

  bool Is(std::uint32_t index, Kind kind) {
    const Part& part = At(index);
    const bool property_left = At(part.left).op == Op::kProperty;
    const Property* property = property_left ? Resolve(part.left, kind) : nullptr;
    if (property_left && property == nullptr) return false;
    if (!property_left || model::IsQuantity(property->type)) return IsQuantity(index);
    const Span behind{part.span.file, At(part.left).span.end, part.word.begin};
    if (property->type == ValueType::kList || property->many) {
      auto& found = Wrong(At(part.left).span, "`{}` is {}", At(part.left).text, NameOf(*property));
      found.Here(property->many ? "several are compared by `include`" : "a list is compared by `count of`");
      if (property->many && negated_ != index) found.Fix("write `include`", {{behind, " include "}});
      return false;
    }
    return Word(part, *property);
  }

  // `memory is 24 GiB`.
  bool IsQuantity(std::uint32_t index) {
    const Part& part = At(index);
    auto& found = Wrong(part.span, "a quantity is compared by `at least`, `at most` or `exactly`, not by `is`");
    found.Here("expected for example `exactly`");
    const bool quantity = !part.text.empty() && part.text.front() >= '0' && part.text.front() <= '9' && !part.pattern;
    if (quantity && negated_ != index)
      found.Fix("write `exactly`", {{{part.span.file, At(part.left).span.end, part.word.begin}, " exactly "}});
    return false;
  }

  bool Includes(const Part& part, Kind kind) {
    if (At(part.left).op != Op::kProperty) return NoProperty(part, "include");
    const Property* property = Resolve(part.left, kind);
    if (property == nullptr) return false;
    if (property->many) return Word(part, *property);
    auto& found = Wrong(At(part.left).span, "`{}` is {}", At(part.left).text, NameOf(*property));
    if (property->type == ValueType::kList) {
      found.Here("a list of things with properties; its things are chosen by `where`")
          .Advise(fmt::format("write `count of {} where name is {} at least 1`", At(part.left).text, part.text));
    } else {
      found.Here("`include` asks for one of several");
      if (!model::IsQuantity(property->type))
        found.Fix("write `is`", {{{part.span.file, At(part.left).span.end, part.word.begin}, " is "}});
    }
    return false;
  }

  bool NoProperty(const Part& part, std::string_view word) {
    Wrong(At(part.left).span, "only a property stands before `{}`", word)
        .Here("this is no property")
        .Advise("compare a quantity by `at least`, `at most` or `exactly`");
    return false;
  }

  // Whether a word is one that the property can have.
  bool Word(const Part& part, const Property& property) {
    if (property.type == ValueType::kName && !part.pattern) return Declared(part, property.refers);
    if (property.type != ValueType::kWord) return true;
    const std::vector<std::string_view> words = WordsOf(property);
    const bool known = std::find(words.begin(), words.end(), part.text) != words.end();
    if (known && !part.pattern) return true;
    auto& found = known ? Wrong(part.word, "`{}` is a word of the language and stands without quotes", part.text)
                        : Wrong(part.word, "`{}` is never `{}`", property.name, part.text);
    found.Here(fmt::format("expected {}", Quoted(words, "or")));
    const auto near = known ? std::optional(part.text) : Nearest(part.text, words);
    if (near) found.Fix(fmt::format("write `{}`", *near), {{part.word, *near}});
    return false;
  }

  bool Declared(const Part& part, model::Refers refers) {
    const Value name{part.text, part.word, false};
    const auto one_of = [&](std::string_view what, const std::vector<std::string_view>& known) {
      if (std::find(known.begin(), known.end(), part.text) != known.end()) return true;
      ReportUnknown(context_, name, what, known);
      return false;
    };
    switch (refers) {
      case model::Refers::kNetwork:
        return FindNetwork(context_, name).valid();
      case model::Refers::kSystem:
        // A name of several guests will do: each of them is meant.
        return context_.guests.contains(part.text) || FindSystem(context_, name).valid();
      case model::Refers::kMachineModel:
        return one_of("machine model", NamesOf(context_.model.machine_models));
      case model::Refers::kRelease:
        return one_of("z/VM release", NamesOf(context_.model.releases));
      case model::Refers::kDistribution:
        return one_of("distribution", NamesOf(context_.model.distributions));
      case model::Refers::kDiskModel:
        return FindDiskModel(context_, name).valid();
      case model::Refers::kNothing:
        return true;
    }
    return true;
  }

  // The property that a part names; nothing after reporting that there is none.
  const Property* Resolve(std::uint32_t index, Kind kind) {
    Part& part = At(index);
    part.property = model::FindProperty(kind, part.text);
    if (part.property != nullptr) return part.property;
    std::vector<std::string_view> names;
    for (const Property* property : model::PropertiesOf(kind)) names.push_back(property->name);
    auto& found =
        context_.reporter.Error(codes::kUnknownProperty, part.span, "`{}` is no property of {}", part.text, One(kind));
    const auto near = Nearest(part.text, names);
    if (near) {
      found.Here(fmt::format("did you mean `{}`?", *near)).Fix(fmt::format("write `{}`", *near), {{part.span, *near}});
    } else {
      found.Here("not known").Note(fmt::format("{} has {}", One(kind), Quoted(names, "and")));
    }
    return nullptr;
  }

  BuildContext& context_;
  model::Condition& condition_;
  std::uint32_t negated_ = Part::kNone;  // the part that an `is not` denies
};

}  // namespace

bool CheckTypes(BuildContext& context, model::Condition& condition, model::Kind kind) {
  return TypeChecker(context, condition).Holds(condition.root, kind);
}

}  // namespace hotsite::check
