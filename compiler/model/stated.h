// A value that a spec may leave out, state, or leave to the vendor (`?`, a hole).
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "compiler/model/ids.h"
#include "compiler/support/source_file.h"

namespace hotsite::model {

/// How an offered value is compared with the stated one. Capacities default to kAtLeast; frame sizes, models and
/// levels to kExactly.
enum class Comparator : std::uint8_t { kAtLeast, kAtMost, kExactly };

/// `at least`, `at most`, `exactly`.
const char* ToString(Comparator comparator);

template <class T>
class Stated {
 public:
  Stated() = default;  // absent
  Stated(T value, Span span, Comparator comparator = Comparator::kExactly)
      : value_(std::move(value)), span_(span), state_(State::kKnown), comparator_(comparator) {}
  static Stated Open(HoleId hole, Span span) {
    Stated s;
    s.state_ = State::kOpen;
    s.hole_ = hole;
    s.span_ = span;
    return s;
  }

  bool absent() const { return state_ == State::kAbsent; }
  bool known() const { return state_ == State::kKnown; }
  bool open() const { return state_ == State::kOpen; }
  const T& value() const { return value_; }
  const T* operator->() const { return &value_; }
  const T& operator*() const { return value_; }
  T value_or(T other) const { return known() ? value_ : std::move(other); }
  Comparator comparator() const { return comparator_; }
  /// Which question to the vendor an open value is.
  HoleId hole() const { return hole_; }
  Span span() const { return span_; }
  /// `because "…"` or the `///` comment at the place that stated it.
  const std::string& reason() const {
    static const std::string kNone;
    return reason_ == nullptr ? kNone : *reason_;
  }
  Stated& Because(std::string reason) {
    reason_ = reason.empty() ? nullptr : std::make_shared<const std::string>(std::move(reason));
    return *this;
  }
  /// This, or `below` where this is absent: a site's word over the one at home.
  const Stated& Over(const Stated& below) const { return absent() ? below : *this; }

 private:
  enum class State : std::uint8_t { kAbsent, kKnown, kOpen };
  // A guest has dozens of these and hardly a reason: they are kept small.
  T value_{};
  std::shared_ptr<const std::string> reason_;  // nothing: none
  HoleId hole_;
  Span span_;
  State state_ = State::kAbsent;
  Comparator comparator_ = Comparator::kExactly;
};

}  // namespace hotsite::model
