// Reads and writes JSON; LLVM's JSON stands behind it and is seen nowhere else. Object keys come out in
// the order in which they were added, so that output is stable and reads well.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hotsite {

class Json {
 public:
  using Member = std::pair<std::string, Json>;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;

  Json() = default;  // null
  Json(bool value) : value_(value) {}
  Json(std::int64_t value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(unsigned value) : value_(std::int64_t{value}) {}
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(double value) : value_(value) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(const char* value) : value_(std::string(value)) {}

  static Json MakeArray() {
    Json j;
    j.value_ = Array{};
    return j;
  }
  static Json MakeObject() {
    Json j;
    j.value_ = Object{};
    return j;
  }

  /// Appends to an object / array (which this must be). Returns *this, for chaining.
  Json& Set(std::string key, Json value);
  Json& Push(Json value);

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  const Object* AsObject() const { return std::get_if<Object>(&value_); }
  const Array* AsArray() const { return std::get_if<Array>(&value_); }
  const std::string* AsString() const { return std::get_if<std::string>(&value_); }
  std::optional<std::int64_t> AsInteger() const;
  const Json* Find(std::string_view key) const;

  /// Calls `visitor` with the value as one of the types of `value_`.
  template <class Visitor>
  void Visit(Visitor& visitor) const {
    std::visit(visitor, value_);
  }

  /// Text with two-space indentation (or compact on one line) and a final newline.
  std::string Print(bool compact = false) const;

  /// Parses `text`; on failure returns nothing and sets `problem` (line, column and what).
  static std::optional<Json> Parse(std::string_view text, std::string* problem);

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

}  // namespace hotsite
