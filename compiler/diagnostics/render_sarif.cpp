// SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0/os; numbers of sections below are its). What GitHub reads of it:
// docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning. Its
// limits (25,000 results and rules, 10 MB packed, 1,000 locations of a result, 20 tags of a rule) are far away: a run
// keeps 1,000 findings (Reporter::kMaxKept).
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/diagnostics/fingerprint.h"
#include "compiler/diagnostics/sarif_parts.h"
#include "compiler/diagnostics/tool_text.h"

namespace hotsite {
namespace {

using sarif::Message;

/// The codes that are found, in order, with their index and the worst level at which each was.
class Rules {
 public:
  explicit Rules(const FindingReport& report) {
    for (const Diagnostic& finding : report.findings) Add(finding);
    for (const AcceptedText& accepted : report.accepted) Add(*accepted.finding);
    std::size_t index = 0;
    for (auto& [code, rule] : rules_) rule.index = index++;
  }

  std::size_t IndexOf(Code code) const { return rules_.at(code).index; }

  Json ToJson(const FindingReport& report) const {
    Json all = Json::MakeArray();
    for (const auto& [code, rule] : rules_) all.Push(sarif::RuleOf(code, report.rule(code), rule.worst));
    return all;
  }

 private:
  struct Rule {
    std::size_t index = 0;
    Severity worst = Severity::kNote;
  };

  void Add(const Diagnostic& finding) {
    Rule& rule = rules_[finding.code];
    rule.worst = std::max(rule.worst, finding.severity);
  }

  std::map<Code, Rule> rules_;
};

/// A trouble of the run that is about no place of the spec: a file that can't be read, a ledger that can't be used.
bool IsOfTheRun(const Diagnostic& finding) { return !finding.primary.span.valid() && finding.code.number / 1000 == 9; }

Json NotificationsOf(const FindingReport& report, const Rules& rules) {
  Json all = Json::MakeArray();
  for (const Diagnostic& finding : report.findings) {
    if (!IsOfTheRun(finding)) continue;
    Json rule = Json::MakeObject();
    rule.Set("id", finding.code.ToString()).Set("index", rules.IndexOf(finding.code));
    Json notification = Json::MakeObject();
    notification.Set("associatedRule", std::move(rule));
    notification.Set("level", ToString(finding.severity)).Set("message", Message(ToolText(report, finding)));
    all.Push(std::move(notification));
  }
  return all;
}

/// §3.35. An `accept` stands in the spec, so it is inSource.
Json SuppressionsOf(const std::string& justification) {
  Json suppression = Json::MakeObject();
  suppression.Set("kind", "inSource").Set("status", "accepted").Set("justification", justification);
  return Json::MakeArray().Push(std::move(suppression));
}

class Results {
 public:
  Results(const FindingReport& report, const Rules& rules) : report_(report), rules_(rules) {}

  Json ToJson() {
    const std::vector<std::string> fingerprints = Fingerprints(report_.findings, report_.sources, report_.path);
    for (std::size_t i = 0; i < report_.findings.size(); ++i) {
      if (!IsOfTheRun(report_.findings[i])) all_.Push(ResultOf(report_.findings[i], fingerprints[i]));
    }
    AddAccepted();
    return std::move(all_);
  }

 private:
  void AddAccepted() {
    std::vector<Diagnostic> findings;
    for (const AcceptedText& accepted : report_.accepted) findings.push_back(*accepted.finding);
    const std::vector<std::string> fingerprints = Fingerprints(findings, report_.sources, report_.path);
    for (std::size_t i = 0; i < findings.size(); ++i) {
      Json result = ResultOf(findings[i], fingerprints[i]);
      result.Set("suppressions", SuppressionsOf(report_.accepted[i].justification));
      all_.Push(std::move(result));
    }
  }

  Json ResultOf(const Diagnostic& finding, const std::string& fingerprint) const {
    Json result = Json::MakeObject();
    result.Set("ruleId", finding.code.ToString()).Set("ruleIndex", rules_.IndexOf(finding.code));
    result.Set("level", ToString(finding.severity));
    result.Set("message", Message(ToolText(report_, finding)));
    result.Set("locations", Json::MakeArray().Push(sarif::LocationOf(report_, finding.primary)));
    if (Json related = sarif::RelatedOf(report_, finding); !related.AsArray()->empty())
      result.Set("relatedLocations", std::move(related));
    Json fingerprints = Json::MakeObject();
    result.Set("partialFingerprints", std::move(fingerprints.Set("hotsite/v1", fingerprint)));
    if (Json fixes = sarif::FixesOf(report_, finding); !fixes.AsArray()->empty()) result.Set("fixes", std::move(fixes));
    if (Json properties = sarif::PropertiesOf(finding); !properties.AsObject()->empty())
      result.Set("properties", std::move(properties));
    return result;
  }

  const FindingReport& report_;
  const Rules& rules_;
  Json all_ = Json::MakeArray();
};

/// Where the root is on a disk isn't said (§3.14.14): the reader has the repository somewhere else.
Json BaseIds() {
  Json description = Message("The top of the repository that holds the spec.");
  Json root = Json::MakeObject();
  root.Set("description", std::move(description));
  return Json::MakeObject().Set("%SRCROOT%", std::move(root));
}

Json RunOf(const FindingReport& report) {
  const Rules rules(report);
  Json driver = Json::MakeObject();
  driver.Set("name", "Hotsite").Set("version", report.version).Set("semanticVersion", report.version);
  driver.Set("rules", rules.ToJson(report));
  Json invocation = Json::MakeObject();
  invocation.Set("executionSuccessful", report.could_run);
  if (Json notifications = NotificationsOf(report, rules); !notifications.AsArray()->empty())
    invocation.Set("toolExecutionNotifications", std::move(notifications));
  // §3.17.3: what stands before the last slash is the category, by which GitHub keeps the runs of several specs apart.
  Json details = Json::MakeObject();
  details.Set("id", fmt::format("hotsite-{}/{}/", report.command, report.spec));
  Json run = Json::MakeObject();
  run.Set("tool", Json::MakeObject().Set("driver", std::move(driver)));
  run.Set("automationDetails", std::move(details));
  run.Set("invocations", Json::MakeArray().Push(std::move(invocation)));
  run.Set("originalUriBaseIds", BaseIds());
  run.Set("columnKind", "utf16CodeUnits");
  run.Set("results", Results(report, rules).ToJson());
  return run;
}

}  // namespace

std::string RenderSarif(const FindingReport& report) {
  Json log = Json::MakeObject();
  log.Set("$schema", "https://json.schemastore.org/sarif-2.1.0.json").Set("version", "2.1.0");
  log.Set("runs", Json::MakeArray().Push(RunOf(report)));
  return log.Print();
}

}  // namespace hotsite
