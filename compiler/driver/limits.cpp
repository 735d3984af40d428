#include "compiler/driver/limits.h"

#include <fmt/format.h>

#include "compiler/check/limits.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/driver/plugin.h"
#include "compiler/requirements/ledger.h"
#include "compiler/support/source_file.h"
#include "compiler/syntax/tokens.h"

namespace hotsite::driver {
namespace {

// 3,000,000
std::string Grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace

std::string Shown(const Limit& limit) {
  constexpr std::uint64_t kMebi = 1u << 20;
  if (limit.unit == "bytes") return fmt::format("{} MiB", limit.most / kMebi);
  return Grouped(limit.most) + (limit.unit.empty() ? "" : " ") + std::string(limit.unit);
}

std::span<const Limit> AllLimits() {
  static constexpr Limit kLimits[] = {
      {"a file", kMaxSourceBytes, "bytes", codes::kCannotRead, "it isn't read"},
      {"words of a file", syntax::kMaxTokens, "", codes::kTooLong, "nothing of the file is used"},
      {"blocks and brackets within one another", syntax::kMaxDepth, "", codes::kTooDeep,
       "the rest of the file isn't read"},
      {"syntax errors of a file", syntax::kMaxSyntaxErrors, "", codes::kTooManyErrors,
       "the rest of the file isn't read"},
      {"files of a spec", check::kMaxFiles, "", codes::kTooManyFiles, "the others aren't read"},
      {"statements of a spec, after loops and profiles", check::kMaxStatements, "", codes::kTooManyExpansions,
       "the spec isn't judged; a `for` that would pass the limit isn't unrolled"},
      {"rounds of all loops together", check::kMaxStatements, "", codes::kTooManyExpansions, "the spec isn't judged"},
      {"statements that can't be read, in all rounds of loops", check::kMaxMistakes, "", codes::kTooManyExpansions,
       "the rest isn't read"},
      {"systems, and four times the networks, times the sites", check::kMaxStatements, "", codes::kTooManyExpansions,
       "the site is left out"},
      {"profiles that take one another over", check::kMaxProfileDepth, "deep", codes::kTooManyExpansions,
       "the next one isn't taken over"},
      {"a text, and a computed value", check::kMaxText, "characters", codes::kWrongOperand,
       "the statement is left out"},
      {"parts of a list that `let` names", check::kMaxParts, "", codes::kWrongOperand, "the statement is left out"},
      {"numbers within a calculation, above and below 0", static_cast<std::uint64_t>(check::kMaxNumber), "",
       codes::kWrongOperand, "the statement is left out"},
      {"brackets and signs within one another in a calculation", check::kMaxExpressionDepth, "", codes::kWrongOperand,
       "the statement is left out"},
      {"digits that `{n:000}` asks for", check::kMaxDigits, "", codes::kWrongOperand, "the statement is left out"},
      {"revisions of a ledger", requirements::kMaxRevisions, "", codes::kBadLedger, "the ledger isn't used"},
      {"what a plugin prints", kMaxPluginOutput, "bytes", codes::kPluginFailed,
       "it is stopped, and nothing is written"},
      {"files that a plugin makes", kMaxPluginFiles, "", codes::kPluginFailed, "nothing is written"},
      {"findings that are kept", Reporter::kMaxKept, "", Code{0}, "the rest is counted"},
  };
  return kLimits;
}

}  // namespace hotsite::driver
