// Runs another program with a text as its input and takes what it prints, within limits of time and size. No shell has
// a part in it: the words are the program's arguments. Used by the driver only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite {

struct ChildLimits {
  std::chrono::milliseconds time{60'000};
  std::size_t output = 64u << 20;    // bytes of standard output; beyond it the program is stopped
  std::size_t messages = 64u << 10;  // bytes of standard error that are kept; the rest is dropped
};

/// What its environment has other than the caller's.
struct ChildEnvironment {
  std::vector<std::string> set;                // NAME=VALUE
  std::vector<std::string_view> without = {};  // names
};

struct ChildResult {
  enum class End : std::uint8_t {
    kNotStarted,  // `code` is the system's error number
    kExited,      // `code` is its exit code
    kKilled,      // `code` is the signal
    kTimeUp,      // it ran too long and was stopped
    kTooMuch,     // it printed too much and was stopped
  };
  End end = End::kNotStarted;
  int code = 0;
  std::string output;
  std::string messages;
};

/// Starts `words[0]` (looked for in PATH unless it holds a slash) with the other words as arguments and the caller's
/// folder and, but for `environment`, its environment, writes `input` to its standard input (it need not read it), and
/// reads its standard output and error until it has ended. What it leaves running is killed with it.
ChildResult RunChild(const std::vector<std::string>& words, std::string_view input, const ChildLimits& limits,
                     const ChildEnvironment& environment = {});

}  // namespace hotsite
