// Collects the findings of one run. Sorted by place when taken; the same finding at the same place counts once;
// past kMaxKept it only counts, so that hostile input can't fill memory.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"

namespace hotsite {

class Reporter {
 public:
  static constexpr std::size_t kMaxKept = 1000;

  /// Adds a finding and returns it for `.Here(…).Mark(…).Note(…)`. The reference is good until the next Report.
  Diagnostic& Report(Severity severity, Code code, Span span, std::string message);

  /// Adds a finding that was made elsewhere (by a reader that tried several ways).
  void Add(Diagnostic finding);

  template <class... Args>
  Diagnostic& Error(Code code, Span span, fmt::format_string<Args...> format, Args&&... args) {
    return Report(Severity::kError, code, span, fmt::format(format, std::forward<Args>(args)...));
  }
  template <class... Args>
  Diagnostic& Warn(Code code, Span span, fmt::format_string<Args...> format, Args&&... args) {
    return Report(Severity::kWarning, code, span, fmt::format(format, std::forward<Args>(args)...));
  }

  /// Whether a wrong name may still be compared with `names` known ones to say which was meant. No more after a million
  /// pairs: with so many errors nobody reads the suggestions, and they would take hours.
  bool MayCompare(std::size_t names);

  std::size_t error_count() const { return errors_; }
  std::size_t dropped() const { return dropped_; }

  /// The findings in order: file, place, errors before warnings at one place, then code. Leaves the Reporter empty.
  std::vector<Diagnostic> Take();

 private:
  /// What makes two findings the same: file, begin, end, code, severity, message.
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint16_t, Severity, std::string>;

  std::deque<Diagnostic> kept_;
  std::set<Key> seen_;
  Diagnostic scratch_;
  std::size_t errors_ = 0;
  std::size_t dropped_ = 0;
  std::size_t compared_ = 0;
};

}  // namespace hotsite
