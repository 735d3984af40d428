// A rule: one check of the whole model, with everything a user can learn of it. Rules live in rules/ (one file each)
// and in backends (their own limits); both are lists, so that neither includes the other.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"
#include "compiler/support/source_file.h"

namespace hotsite::model {

/// What a rule reports through: its code is filled in, and the sources are at hand for fix-its that move text.
class RuleReporter {
 public:
  RuleReporter(Code code, Reporter& reporter, const SourceMap& sources)
      : code_(code), reporter_(reporter), sources_(sources) {}

  template <class... Args>
  Diagnostic& Error(Span span, fmt::format_string<Args...> format, Args&&... args) {
    return reporter_.Report(Severity::kError, code_, span, fmt::format(format, std::forward<Args>(args)...));
  }
  template <class... Args>
  Diagnostic& At(Severity severity, Span span, fmt::format_string<Args...> format, Args&&... args) {
    return reporter_.Report(severity, code_, span, fmt::format(format, std::forward<Args>(args)...));
  }
  template <class... Args>
  Diagnostic& Warn(Span span, fmt::format_string<Args...> format, Args&&... args) {
    return reporter_.Report(Severity::kWarning, code_, span, fmt::format(format, std::forward<Args>(args)...));
  }
  const SourceMap& sources() const { return sources_; }

 private:
  Code code_;
  Reporter& reporter_;
  const SourceMap& sources_;
};

struct Rule {
  std::string_view title;  // one sentence: what it finds
  void (*run)(const Model& model, RuleReporter& report) = nullptr;
  std::string_view explanation;  // what happens at the hot site if this is ignored, and how to repair it
  std::string_view bad;          // the smallest spec that triggers it
  std::string_view good;         // the repaired spec: silent
};

}  // namespace hotsite::model
