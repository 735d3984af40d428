// Codes as topics: those of codes.def and the rules.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"
#include "compiler/diff/change_codes.h"
#include "compiler/diff/change_examples.h"
#include "compiler/driver/topics.h"
#include "compiler/rules/rules.h"

namespace hotsite::driver {
namespace {

Page PageOf(Code code, std::string_view name, std::string_view title, std::string_view explanation) {
  return {fmt::format("{} {}", code.ToString(), name), {}, std::string(title), {Prose{std::string(explanation)}}};
}

Page PageOf(const rules::RuleInfo& info) {
  Page page = PageOf(info.code, info.name, info.rule->title, info.rule->explanation);
  page.parts.push_back(Specimens{"A spec in which it is found:", {std::string(info.rule->bad)}});
  page.parts.push_back(Specimens{"Repaired:", {std::string(info.rule->good)}});
  return page;
}

/// Without a caption where nothing stands.
void AddLines(Page& page, const char* caption, std::string_view lines) {
  if (!lines.empty()) page.parts.push_back(Specimens{caption, {std::string(lines)}});
}

Page PageOfChange(const CodeInfo& info) {
  Page page = PageOf(info.code, info.name, info.title, info.explanation);
  const diff::ChangeExample& example = diff::ExampleOf(info.code);
  page.parts.push_back(Prose{"To look at: " + std::string(example.look)});
  AddLines(page, "Before:", example.before);
  AddLines(page, example.before.empty() ? "New:" : "Now:", example.after);
  return page;
}

Topic TopicOf(Code code, std::string_view name, std::string_view title, std::function<Page()> page) {
  return {"Codes", code.ToString(), {std::string(name)}, std::string(title), {}, std::move(page)};
}

}  // namespace

std::vector<Topic> CodeTopics() {
  std::vector<Topic> topics;
  for (const CodeInfo& info : AllCodes()) {
    topics.push_back(TopicOf(info.code, info.name, info.title,
                             [&info] { return PageOf(info.code, info.name, info.title, info.explanation); }));
  }
  for (const CodeInfo& info : diff::AllChangeCodes())
    topics.push_back(TopicOf(info.code, info.name, info.title, [&info] { return PageOfChange(info); }));
  for (const rules::RuleInfo& info : rules::AllRules())
    topics.push_back(TopicOf(info.code, info.name, info.rule->title, [&info] { return PageOf(info); }));
  std::sort(topics.begin(), topics.end(), [](const Topic& a, const Topic& b) { return a.name < b.name; });
  return topics;
}

}  // namespace hotsite::driver
