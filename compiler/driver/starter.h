// The starter spec that `hotsite new` writes: questions with defaults, answers that are checked with the readers of
// values, and the text made of them. Pure; the command asks and writes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite::driver {

enum class Asked : std::uint8_t { kCustomer, kVendor, kMachine, kZos, kZvm, kGuests, kOption, kTest };

struct Question {
  Asked what;
  std::string_view option;  // of `hotsite new`: customer
  std::string_view text;    // as it is asked
  std::string_view standard;
  /// Why an answer can't be taken, completing "`ANSWER` …".
  std::optional<std::string> (*why_not)(const std::string& answer);
};

/// In the order in which they are asked.
std::span<const Question> StarterQuestions();

/// One answer to each question, by Asked.
using Answers = std::array<std::string, 8>;

/// A spec that checks without a finding, or why these answers don't go together: half a sentence. Each answer alone
/// must have been found good.
Parsed<std::string> StarterSpec(const Answers& answers);

}  // namespace hotsite::driver
