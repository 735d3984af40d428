// The result of reading a literal: the value, or what is wrong with the text in the user's words.
// Every value type has `static Parsed<T> Parse(std::string_view)` and `std::string ToString() const`
// (the canonical spelling, which parses back to the same value).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace hotsite {

/// Why a literal was refused. `what` completes the sentence "`TEXT` …" in lower case without a period
/// ("isn't a device number: `G` is no hex digit"); `replacement` is the spelling surely meant, if any.
struct ValueError {
  std::string what;
  std::optional<std::string> replacement = {};
};

template <class T>
class Parsed {
 public:
  Parsed(T value) : result_(std::move(value)) {}
  Parsed(ValueError error) : result_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(result_); }
  explicit operator bool() const { return ok(); }
  const T& value() const { return std::get<T>(result_); }
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  const ValueError& error() const { return std::get<ValueError>(result_); }

 private:
  std::variant<T, ValueError> result_;
};

}  // namespace hotsite
