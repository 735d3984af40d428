// The list of all rules: what the driver runs over a checked model, and what `explain`, the reference page and the
// tests read. Each rule lives in a file of its own, named after what it finds; rules.def makes its declaration and its
// row.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/rule.h"

namespace hotsite::rules {

/// The numbers by name.
enum class RuleNumber : std::uint16_t {
#define HOTSITE_RULE(number, name) k##name = number,
#include "compiler/rules/rules.def"
#undef HOTSITE_RULE
};

#define HOTSITE_RULE(number, name) extern const model::Rule k##name;
#include "compiler/rules/rules.def"
#undef HOTSITE_RULE

struct RuleInfo {
  Code code;
  std::string_view name;  // UpperCamel, as in rules.def
  const model::Rule* rule = nullptr;
};

/// All rules, by number.
std::span<const RuleInfo> AllRules();

}  // namespace hotsite::rules
