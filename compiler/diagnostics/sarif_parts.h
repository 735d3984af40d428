// The objects that a SARIF log is made of. Used by render_sarif alone.
#pragma once

#include <string>
#include <string_view>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/support/json.h"

namespace hotsite::sarif {

/// A message of plain text (§3.11), in which nothing is taken for a link.
Json Message(std::string_view text);

/// A reportingDescriptor (§3.49). `worst`: the level at which it was found.
Json RuleOf(Code code, const RuleText& text, Severity worst);

/// Where a finding is; without a place of its own it is the spec as a whole.
Json LocationOf(const FindingReport& report, const Label& label);

/// The other places, with what is said of them.
Json RelatedOf(const FindingReport& report, const Diagnostic& finding);

/// The helps that are edits of files which the reader has.
Json FixesOf(const FindingReport& report, const Diagnostic& finding);

/// What the finding is about, by name.
Json PropertiesOf(const Diagnostic& finding);

}  // namespace hotsite::sarif
