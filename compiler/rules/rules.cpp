#include "compiler/rules/rules.h"

namespace hotsite::rules {
namespace {

constexpr RuleInfo kRules[] = {
#define HOTSITE_RULE(number, name) {Code{number}, #name, &k##name},
#include "compiler/rules/rules.def"
#undef HOTSITE_RULE
};

}  // namespace

std::span<const RuleInfo> AllRules() { return kRules; }

}  // namespace hotsite::rules
