#include "compiler/check/expression.h"

#include <fmt/format.h>

#include <cctype>
#include <optional>

#include "compiler/support/suggest.h"

namespace hotsite::check {
namespace {

constexpr std::int64_t kMost = std::int64_t{1} << 53;  // JSON readers keep whole numbers exactly up to here
constexpr unsigned kDeepest = 50;

bool IsNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool IsNamePart(char c) { return IsNameStart(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Recursive descent: sum = product {(+|-) product}, product = atom {* atom}, atom = number | name | ( sum ) | - atom.
class Evaluator {
 public:
  Evaluator(std::string_view text, const Scope& scope) : text_(text), scope_(scope) {}

  Parsed<std::int64_t> Run() {
    const std::optional<std::int64_t> value = Sum();
    SkipBlanks();
    if (value && at_ < text_.size()) Fail(fmt::format("isn't a whole number: `{}` isn't expected", text_.substr(at_)));
    if (!problem_.empty()) return ValueError{problem_, {}};
    return *value;
  }

 private:
  std::optional<std::int64_t> Sum() {
    std::optional<std::int64_t> left = Product();
    while (left) {
      const char op = Peek();
      if (op != '+' && op != '-') return left;
      ++at_;
      const auto right = Product();
      if (!right) return {};
      left = Bounded(op == '+' ? *left + *right : *left - *right);
    }
    return left;
  }

  std::optional<std::int64_t> Product() {
    std::optional<std::int64_t> left = Atom();
    while (left && Peek() == '*') {
      ++at_;
      const auto right = Atom();
      if (!right) return {};
      std::int64_t product = 0;
      if (__builtin_mul_overflow(*left, *right, &product)) return Fail("is too large");
      left = Bounded(product);
    }
    return left;
  }

  std::optional<std::int64_t> Atom() {
    if (++depth_ > kDeepest) return Fail("is nested too deep");
    const char c = Peek();
    std::optional<std::int64_t> value;
    if (c == '(') {
      ++at_;
      value = Sum();
      if (value && Peek() != ')') return Fail("isn't a whole number: a `)` is missing");
      ++at_;
    } else if (c == '-') {
      ++at_;
      value = Atom();
      if (value) value = -*value;
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
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

  std::optional<std::int64_t> Number() {
    std::int64_t value = 0;
    while (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])) != 0) {
      value = value * 10 + (text_[at_++] - '0');
      if (value > kMost) return Fail("is too large");
    }
    if (at_ < text_.size() && IsNameStart(text_[at_])) return Fail("isn't a whole number");
    return value;
  }

  std::optional<std::int64_t> Name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsNamePart(text_[at_])) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const std::string* value = scope_.Find(name);
    if (value == nullptr) {
      const auto near = Nearest(name, scope_.Names());
      return Fail(fmt::format("uses `{}`, which no `let` or `for` names{}", name,
                              near ? fmt::format("; did you mean `{}`?", *near) : ""));
    }
    const Parsed<std::int64_t> number = Evaluator(*value, Scope()).Run();
    if (!number.ok()) return Fail(fmt::format("uses `{}`, which is `{}` and no number", name, *value));
    return *number;
  }

  std::optional<std::int64_t> Bounded(std::int64_t value) {
    if (value > kMost || value < -kMost) return Fail("is too large");
    return value;
  }

  char Peek() {
    SkipBlanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  void SkipBlanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
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

// A lone name gives its text as it is; anything else is arithmetic.
Parsed<std::string> Hole(std::string_view inner, const Scope& scope) {
  while (!inner.empty() && inner.front() == ' ') inner.remove_prefix(1);
  while (!inner.empty() && inner.back() == ' ') inner.remove_suffix(1);
  if (const std::string* value = scope.Find(inner)) return *value;
  const Parsed<std::int64_t> number = Evaluate(inner, scope);
  if (!number.ok()) return ValueError{fmt::format("has a place `{{{}}}` that {}", inner, number.error().what), {}};
  return std::to_string(*number);
}

}  // namespace

Parsed<std::int64_t> Evaluate(std::string_view text, const Scope& scope) { return Evaluator(text, scope).Run(); }

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

std::string UnknownNameIn(std::string_view text, const Scope& scope) {
  const bool quoted = text.find('{') != std::string_view::npos;
  bool inside = !quoted;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && (text[i] == '{' || text[i] == '}')) inside = text[i] == '{';
    if (!inside || !IsNameStart(text[i])) continue;
    std::size_t end = i;
    while (end < text.size() && IsNamePart(text[end])) ++end;
    const std::string_view name = text.substr(i, end - i);
    if (scope.Find(name) == nullptr) return std::string(name);
    i = end - 1;
  }
  return {};
}

}  // namespace hotsite::check
