// Names of values in force at a place: `let NAME …` and the counter of a `for`. A value is text; the type expected
// where it is used decides how it is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotsite::check {

class Scope {
 public:
  explicit Scope(const Scope* outer = nullptr) : outer_(outer) {}
  void Set(std::string_view name, std::string text) { values_.emplace_back(name, std::move(text)); }
  /// The text of `name`, innermost first; nothing when there is no such value.
  const std::string* Find(std::string_view name) const;
  /// All names in force, for did-you-mean.
  std::vector<std::string_view> Names() const;

 private:
  const Scope* outer_;
  std::vector<std::pair<std::string_view, std::string>> values_;
};

}  // namespace hotsite::check
