// Runs a function in a process of its own, for what is read from strangers: it can open no file and start no process,
// has only so much memory and time, and whatever happens to it, its caller goes on.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace hotsite::driver {

struct ConfinedLimits {
  std::size_t memory = std::size_t{1} << 30;  // bytes beyond those that the caller has; not with a sanitizer
  std::chrono::seconds processor{30};
  std::chrono::milliseconds time{60'000};  // by the clock
  std::size_t output = 256u << 20;         // bytes
};

struct ConfinedResult {
  enum class End : std::uint8_t {
    kDone,
    kNotStarted,   // the system had no process or pipe left
    kOutOfMemory,  // it asked for more than it may have
    kTimeUp,
    kTooMuch,  // it returned more than `output`
    kCrashed,  // it came to an end by itself
  };
  End end = End::kNotStarted;
  std::string output;  // kDone
};

/// Why there is no output, going on after what was read: "took longer than it may". Empty: kDone.
std::string Words(const ConfinedResult& result);

/// `work` sees what the caller has in memory, as a copy; its result is all that comes back. It must not use threads.
ConfinedResult RunConfined(const std::function<std::string()>& work, const ConfinedLimits& limits = {});

}  // namespace hotsite::driver
