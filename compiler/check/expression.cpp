#include "compiler/check/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "compiler/check/limits.h"
#include "compiler/support/suggest.h"
#include "compiler/values/memory_size.h"

namespace hotsite::check {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool IsNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool IsNamePart(char c) { return IsNameStart(c) || IsDigit(c); }

// Behind the comment at `i`: brackets may stand on several lines.
std::size_t EndOfComment(std::string_view text, std::size_t i) { return std::min(text.find('\n', i), text.size()); }

// How long the name is with which `text` begins: `n`, or `shop.BASE` for a value of a file used `as shop`.
std::size_t NameLength(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && (IsNamePart(text[length]) ||
                                  (text[length] == '.' && length + 1 < text.size() && IsNameStart(text[length + 1]))))
    ++length;
  return length;
}

// Recursive descent: sum = product {(+|-) product}, product = atom {* atom}, atom = number [unit] | name | ( sum ) |
// - atom.
class Evaluator {
 public:
  Evaluator(std::string_view text, const Scope& scope) : text_(text), scope_(scope) {}

  Parsed<Quantity> Run() {
    const Result value = Sum();
    SkipBlanks();
    if (value && at_ < text_.size()) Fail(fmt::format("isn't a whole number: `{}` isn't expected", text_.substr(at_)));
    if (!problem_.empty()) return ValueError{problem_, {}};
    return *value;
  }

 private:
  using Result = std::optional<Quantity>;

  Result Sum() {
    Result left = Product();
    while (left) {
      const char op = Peek();
      if (op != '+' && op != '-') return left;
      ++at_;
      const Result right = Product();
      if (!right) return {};
      if (left->memory != right->memory)
        return Fail(op == '+' ? "adds memory and a plain number" : "takes memory and a plain number from one another");
      left = Bounded(op == '+' ? left->number + right->number : left->number - right->number, left->memory);
    }
    return left;
  }

  Result Product() {
    Result left = Atom();
    while (left && Peek() == '*') {
      ++at_;
      const Result right = Atom();
      if (!right) return {};
      if (left->memory && right->memory) return Fail("multiplies memory by memory");
      std::int64_t product = 0;
      if (__builtin_mul_overflow(left->number, right->number, &product)) return Fail("is too large");
      left = Bounded(product, left->memory || right->memory);
    }
    return left;
  }

  Result Atom() {
    if (++depth_ > kMaxExpressionDepth + 1)  // what stands in the innermost is one more
      return Fail("is nested too deep");
    const char c = Peek();
    Result value;
    if (c == '(') {
      ++at_;
      value = Sum();
      if (value && Peek() != ')') return Fail("isn't a whole number: a `)` is missing");
      ++at_;
    } else if (c == '-') {
      ++at_;
      value = Atom();
      if (value) value->number = -value->number;
    } else if (IsDigit(c)) {
      value = Number();
    } else if (IsNameStart(c)) {
      value = Name();
    } else {
      return Fail(c == '\0' ? "ends where a number or a name is expected"
                            : fmt::format("isn't a whole number: `{}` isn't expected", c));
    }
    --depth_;
    return value;
  }

  Result Number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (IsDigit(text_[at_]) || text_[at_] == '.')) ++at_;
    const std::string_view digits = text_.substr(begin, at_ - begin);
    const std::string unit = Unit();
    if (!unit.empty()) return Memory(fmt::format("{} {}", digits, unit));
    std::int64_t value = 0;
    for (const char digit : digits) {
      if (digit == '.') return Fail("isn't a whole number");
      value = value * 10 + (digit - '0');
      if (value > kMaxNumber) return Fail("is too large");
    }
    return Quantity{value, false};
  }

  // The letters behind a number.
  std::string Unit() {
    std::size_t end = at_;
    while (end < text_.size() && IsBlank(text_[end])) ++end;
    const std::size_t begin = end;
    while (end < text_.size() && IsNamePart(text_[end])) ++end;
    if (end > begin) at_ = end;
    return std::string(text_.substr(begin, end - begin));
  }

  Result Memory(const std::string& text) {
    const Parsed<MemorySize> size = MemorySize::Parse(text);
    if (!size.ok()) return Fail(fmt::format("holds `{}`, which {}", text, size.error().what));
    return Bounded(static_cast<std::int64_t>(size->mib()), true);
  }

  Result Name() {
    const std::string_view name = text_.substr(at_, NameLength(text_.substr(at_)));
    at_ += name.size();
    const std::string* value = scope_.Find(name);
    if (value == nullptr) {
      const auto near = Nearest(name, scope_.Names());
      return Fail(fmt::format("uses `{}`, which no `let` or `for` names{}", name,
                              near ? fmt::format("; did you mean `{}`?", *near) : ""));
    }
    const Parsed<Quantity> number = Evaluator(*value, Scope()).Run();
    if (!number.ok()) return Fail(fmt::format("uses `{}`, which is `{}` and no number", name, *value));
    return *number;
  }

  Result Bounded(std::int64_t value, bool memory) {
    if (value > kMaxNumber || value < -kMaxNumber) return Fail("is too large");
    return Quantity{value, memory};
  }

  char Peek() {
    SkipBlanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  void SkipBlanks() {
    while (at_ < text_.size() && (IsBlank(text_[at_]) || text_.substr(at_).starts_with("//"))) {
      at_ = IsBlank(text_[at_]) ? at_ + 1 : EndOfComment(text_, at_);
    }
  }
  std::nullopt_t Fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    return std::nullopt;
  }

  std::string_view text_;
  const Scope& scope_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
  std::string problem_;
};

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

// `{n:000}` and `{n:xxx}`: the width is as long as it looks.
Parsed<std::string> Padded(std::string_view expression, std::string_view form, const Scope& scope) {
  const bool hexadecimal = form.find_first_not_of('x') == std::string_view::npos;
  if (form.empty() || form.size() > kMaxDigits ||
      (!hexadecimal && form.find_first_not_of('0') != std::string_view::npos))
    return ValueError{fmt::format("has a place `{{{}:{}}}`; behind the `:` stand as many `0` (or `x`, for hexadecimal) "
                                  "as digits are wanted",
                                  expression, form),
                      {}};
  const Parsed<std::int64_t> number = Evaluate(expression, scope);
  if (!number.ok())
    return ValueError{fmt::format("has a place `{{{}:{}}}` that {}", expression, form, number.error().what), {}};
  if (*number < 0) return ValueError{fmt::format("has a place `{{{}:{}}}` for a number below 0", expression, form), {}};
  return hexadecimal ? fmt::format("{:0{}X}", *number, form.size()) : fmt::format("{:0{}}", *number, form.size());
}

// Behind the number at `i` and its unit.
std::size_t SkipNumber(std::string_view text, std::size_t i) {
  while (i < text.size() && (IsDigit(text[i]) || text[i] == '.')) ++i;
  std::size_t unit = i;
  while (unit < text.size() && IsBlank(text[unit])) ++unit;
  while (unit < text.size() && IsNamePart(text[unit])) i = ++unit;
  return i;
}

// The first name in an expression, or in the `{…}` of a text, that `is_wanted`.
template <class IsWanted>
std::string_view FirstName(std::string_view text, IsWanted is_wanted) {
  const bool quoted = text.find('{') != std::string_view::npos;
  bool inside = !quoted;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && (text[i] == '{' || text[i] == '}' || text[i] == ':')) inside = text[i] == '{';
    if (!inside) continue;
    if (!quoted && text.substr(i).starts_with("//")) i = EndOfComment(text, i) - 1;
    if (IsDigit(text[i]))
      i = SkipNumber(text, i) - 1;
    else if (IsNameStart(text[i])) {
      const std::string_view name = text.substr(i, NameLength(text.substr(i)));
      if (is_wanted(name)) return name;
      i += name.size() - 1;
    }
  }
  return {};
}

// A lone name gives its text as it is; anything else is arithmetic.
Parsed<std::string> Hole(std::string_view inner, const Scope& scope) {
  inner = Trimmed(inner);
  if (const std::size_t colon = inner.find(':'); colon != std::string_view::npos)
    return Padded(Trimmed(inner.substr(0, colon)), Trimmed(inner.substr(colon + 1)), scope);
  if (const std::string* value = scope.Find(inner)) return *value;
  const Parsed<std::string> value = EvaluateText(inner, scope);
  if (!value.ok()) return ValueError{fmt::format("has a place `{{{}}}` that {}", inner, value.error().what), {}};
  return *value;
}

}  // namespace

Parsed<Quantity> EvaluateQuantity(std::string_view text, const Scope& scope) { return Evaluator(text, scope).Run(); }

Parsed<std::string> EvaluateText(std::string_view text, const Scope& scope) {
  const Parsed<Quantity> value = EvaluateQuantity(text, scope);
  if (!value.ok()) return value.error();
  if (!value->memory) return std::to_string(value->number);
  if (value->number < 0) return ValueError{"is less than no memory", {}};
  return MemorySize::OfMiB(static_cast<std::uint64_t>(value->number)).ToString();
}

Parsed<std::int64_t> Evaluate(std::string_view text, const Scope& scope) {
  const Parsed<Quantity> value = EvaluateQuantity(text, scope);
  if (!value.ok()) return value.error();
  if (value->memory) return ValueError{"is memory, not a whole number", {}};
  return value->number;
}

Parsed<std::string> Interpolate(std::string_view text, const Scope& scope) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (c == '\\' && (next == '"' || next == '\\')) {
      result += next;
      ++i;
    } else if ((c == '{' || c == '}') && next == c) {
      result += c;
      ++i;
    } else if (c == '{') {
      const std::size_t end = text.find('}', i);
      if (end == std::string_view::npos)
        return ValueError{"has a `{` without its `}`; a brace itself is written `{{`", {}};
      const Parsed<std::string> value = Hole(text.substr(i + 1, end - i - 1), scope);
      if (!value.ok()) return value.error();
      result += *value;
      i = end;
    } else if (c == '}') {
      return ValueError{"has a `}` without its `{`; a brace itself is written `}}`", {}};
    } else {
      result += c;
    }
  }
  return result;
}

std::string_view UnknownNameIn(std::string_view text, const Scope& scope) {
  return FirstName(text, [&](std::string_view name) { return scope.Find(name) == nullptr; });
}

bool UsesBroken(std::string_view text, const Scope& scope) {
  return !FirstName(text, [&](std::string_view name) { return scope.IsBroken(name); }).empty();
}

}  // namespace hotsite::check
