#include <set>

#include "backends/backend.h"
#include "compiler/diagnostics/finding_report.h"
#include "compiler/driver/completion.h"
#include "compiler/driver/gate.h"
#include "compiler/driver/help.h"
#include "compiler/driver/manual.h"
#include "compiler/driver/topics.h"
#include "compiler/support/split.h"

namespace hotsite::driver {
namespace {

std::vector<std::string> TopicNames() {
  std::vector<std::string> names;
  std::set<std::string> seen;  // `vswitch` finds VSWITCH of another file as well
  for (const auto& topics : {AllTopics(), WordTopics()}) {
    for (const Topic& topic : topics) {
      const bool is_word = topic.name.find_first_of(" ?/;") == std::string::npos;
      if (is_word && seen.insert(ToLower(topic.name)).second) names.push_back(topic.name);
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> WordsOf(Value value, std::string_view choices) {
  std::vector<std::string> words;
  if (value == Value::kTopic) return TopicNames();
  for (const std::string_view choice : SplitAt(choices, '|'))
    words.push_back(std::string(choice) + (value == Value::kReport ? "=" : ""));
  if (value == Value::kBackends) {
    for (const backends::BackendInfo& backend : backends::AllBackends()) words.emplace_back(backend.name);
  }
  if (value == Value::kChanges) {
    for (const std::string_view word : GateWords()) words.emplace_back(word);
  }
  if (value == Value::kCommand) {
    for (const CommandRow& command : AllCommands()) words.emplace_back(command.name);
  }
  if (value == Value::kChapter) {
    for (const Chapter& chapter : AllChapters()) words.emplace_back(chapter.name);
  }
  return words;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace hotsite::driver
