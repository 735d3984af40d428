// One finding: what was found and where, what was expected, why it matters, the way out. A plain record that
// every stage fills and every renderer (terminal, JSON) prints; the Reporter collects them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/support/source_file.h"

namespace hotsite {

enum class Severity : std::uint8_t { kNote, kWarning, kError };

/// `error`, `warning`, `note`.
const char* ToString(Severity severity);

/// The number of a diagnostic, printed `HS2001`. Never reused (diagnostics/codes.def, rules/rules.def).
struct Code {
  std::uint16_t number = 0;
  std::string ToString() const;
  friend auto operator<=>(Code, Code) = default;
};

/// A marked place with its half of the sentence (may be empty).
struct Label {
  Span span;
  std::string text;
};

/// Replaces the bytes of `span` (an insertion when it is empty) by `text`.
struct Edit {
  Span span;
  std::string text;
};

/// A way out. With edits it can be applied; `safe` says that a machine may do so unasked, because there is only one
/// right repair and it never makes a new error. Options ("option 1 …", "option 2 …") are never safe.
struct Help {
  std::string text;
  std::vector<Edit> edits;
  bool safe = false;
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::kError;
  std::string message;  // lower case or quoted code first, no period
  Label primary;
  std::vector<Label> labels;  // other places, in the order to be told
  std::vector<std::string> notes;
  std::vector<Help> helps;
  std::string constraint;  // the `require` that it is of; empty: a rule's
  // For `accept HS… for NAME`: accepting it for the cause, or for each system that it is about, accepts it.
  std::string cause;                  // the system whose placement or statement is at fault, or what all of them run;
                                      // may be empty
  std::vector<std::string> subjects;  // every system that it is about

  // For chaining behind Reporter::Report.
  Diagnostic& Here(std::string text) {
    primary.text = std::move(text);
    return *this;
  }
  Diagnostic& Mark(Span span, std::string text) {
    if (span.valid()) labels.push_back({span, std::move(text)});
    return *this;
  }
  Diagnostic& Note(std::string text) {
    notes.push_back(std::move(text));
    return *this;
  }
  Diagnostic& Advise(std::string text) {
    helps.push_back({std::move(text), {}, false});
    return *this;
  }
  Diagnostic& Fix(std::string text, std::vector<Edit> edits) {
    helps.push_back({std::move(text), std::move(edits), true});
    return *this;
  }
  Diagnostic& Offer(std::string text, std::vector<Edit> edits) {
    helps.push_back({std::move(text), std::move(edits), false});
    return *this;
  }
  Diagnostic& CausedBy(std::string system) {
    cause = std::move(system);
    subjects.push_back(cause);
    return *this;
  }
  Diagnostic& About(std::string system) {
    subjects.push_back(std::move(system));
    return *this;
  }
};

}  // namespace hotsite
