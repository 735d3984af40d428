// Names of values in force at a place: `let NAME …` and the counter of a `for`. A value is text; the type expected
// where it is used decides how it is read.
#pragma once

#include <deque>
#include <map>
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
  Scope(const Scope&) = delete;  // values are pointed to
  Scope& operator=(const Scope&) = delete;
  struct Named {
    std::string name;
    std::string text;                // of a list: its parts with commas between them
    std::vector<std::string> parts;  // of a list; else empty
    Span where;                      // invalid: from another file
    bool broken = false;  // its `let` couldn't be read, which has been told: where it is used nothing is said
  };

  /// Of two with one name the first stays.
  void Set(Named value);
  void Set(std::string name, std::string text) { Set({std::move(name), std::move(text), {}, {}, false}); }
  /// The text of `name`, innermost first; nothing when there is no such value.
  const std::string* Find(std::string_view name) const;
  const Named* FindNamed(std::string_view name) const;
  bool IsBroken(std::string_view name) const;

  /// Some that belong here are in a file that couldn't be read: a name that isn't known may be one of them.
  void SetIncomplete() { incomplete_ = true; }
  bool incomplete() const { return incomplete_ || (outer_ != nullptr && outer_->incomplete()); }
  /// All names in force, for did-you-mean.
  std::vector<std::string_view> Names() const;

  /// Those set here, not further out.
  const std::deque<Named>& own() const { return values_; }
  const Named* FindOwn(std::string_view name) const;

 private:
  const Scope* outer_;
  std::deque<Named> values_;                        // their places don't change
  std::map<std::string_view, const Named*> index_;  // once there are many; a loop's scope has one
  bool incomplete_ = false;
};

}  // namespace hotsite::check
