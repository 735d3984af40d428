// Codes as topics: those of codes.def and the rules.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"
#include "compiler/driver/topics.h"
#include "compiler/rules/rules.h"

namespace hotsite::driver {
namespace {

void Specimen(TextWriter& out, std::string_view heading, std::string_view spec) {
  out.Line();
  out.Line(heading);
  out.Line();
  out.Indent(4);
  out.Line(spec.substr(0, spec.find_last_not_of('\n') + 1));
  out.Outdent(4);
}

Topic TopicOf(Code code, std::string_view name, std::string_view title) {
  const std::string number = code.ToString();
  return {"Codes", number, {std::string(name)}, std::string(title), {}};
}

}  // namespace

std::vector<Topic> CodeTopics() {
  std::vector<Topic> topics;
  for (const CodeInfo& info : AllCodes()) {
    topics.push_back(TopicOf(info.code, info.name, info.title));
    topics.back().explain = [&info](TextWriter& out) {
      out.Line("{} {}", info.code.ToString(), info.name);
      out.Wrapped(info.title, kPageWidth);
      out.Line();
      Reflow(out, info.explanation);
    };
  }
  for (const rules::RuleInfo& info : rules::AllRules()) {
    topics.push_back(TopicOf(info.code, info.name, info.rule->title));
    topics.back().explain = [&info](TextWriter& out) {
      out.Line("{} {}", info.code.ToString(), info.name);
      out.Wrapped(info.rule->title, kPageWidth);
      out.Line();
      Reflow(out, info.rule->explanation);
      Specimen(out, "A spec in which it is found:", info.rule->bad);
      Specimen(out, "Repaired:", info.rule->good);
    };
  }
  std::sort(topics.begin(), topics.end(), [](const Topic& a, const Topic& b) { return a.name < b.name; });
  return topics;
}

}  // namespace hotsite::driver
