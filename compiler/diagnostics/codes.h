// The codes that aren't rules: syntax HS0xxx, names and types HS1xxx, a backend's limits HS3xxx, files HS9xxx. One line
// each in codes.def. Rules (HS2xxx) have theirs in rules/rules.def.
#pragma once

#include <span>
#include <string_view>

#include "compiler/diagnostics/diagnostic.h"

namespace hotsite {

struct CodeInfo {
  Code code;
  std::string_view name;         // UpperCamel, as in codes.def
  std::string_view title;        // one sentence
  std::string_view explanation;  // what it means, how to repair it, with an example
};

namespace codes {
#define HOTSITE_CODE(number, name, title, explanation) inline constexpr Code k##name{number};
#include "compiler/diagnostics/codes.def"
#undef HOTSITE_CODE
}  // namespace codes

/// All of codes.def, in order.
std::span<const CodeInfo> AllCodes();

}  // namespace hotsite
