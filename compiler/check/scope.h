// Names of values in force at a place: `let NAME …` and the counter of a `for`. A value is text; the type expected
// where it is used decides how it is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/support/source_file.h"

namespace hotsite::check {

class Scope {
 public:
  explicit Scope(const Scope* outer = nullptr) : outer_(outer) {}
  struct Named {
    std::string name;
    std::string text;                // of a list: its parts with commas between them
    std::vector<std::string> parts;  // of a list; else empty
    Span where;                      // invalid: from another file
    bool broken = false;             // its `let` couldn't be read, which has been told: where it is used nothing is said
  };

  void Set(Named value) { values_.push_back(std::move(value)); }
  void Set(std::string name, std::string text) { values_.push_back({std::move(name), std::move(text), {}, {}, false}); }
  /// The text of `name`, innermost first; nothing when there is no such value.
  const std::string* Find(std::string_view name) const;
  const Named* FindNamed(std::string_view name) const;
  bool IsBroken(std::string_view name) const;
  /// All names in force, for did-you-mean.
  std::vector<std::string_view> Names() const;

  /// Those set here, not further out.
  const std::vector<Named>& own() const { return values_; }
  const Named* FindOwn(std::string_view name) const;

 private:
  const Scope* outer_;
  std::vector<Named> values_;
};

}  // namespace hotsite::check
