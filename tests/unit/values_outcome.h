// What a parser of a value said, as one line: the canonical spelling, or "error: what (write: replacement)".
#pragma once

#include <fmt/format.h>

#include <string>

#include "compiler/values/parsed.h"

namespace hotsite {

inline std::string Spelling(const std::string& value) { return value; }
inline std::string Spelling(std::int64_t value) { return fmt::to_string(value); }
template <class T>
std::string Spelling(const T& value) {
  if constexpr (requires { value.ToString(); }) {
    return value.ToString();
  } else {
    return ToString(value);
  }
}

template <class T>
std::string Outcome(const Parsed<T>& parsed) {
  if (parsed) return Spelling(*parsed);
  const ValueError& error = parsed.error();
  return error.replacement ? fmt::format("error: {} (write: {})", error.what, *error.replacement)
                           : "error: " + error.what;
}

}  // namespace hotsite
