#include "compiler/diff/change_codes.h"

#include <algorithm>

#include "compiler/support/check.h"

namespace hotsite::diff {
namespace {

constexpr CodeInfo kCodes[] = {
#define HOTSITE_CHANGE(number, name, title, explanation) {Code{number}, #name, title, explanation},
#include "compiler/diff/change_codes.def"
#undef HOTSITE_CHANGE
};

constexpr const char* kTopicNames[kTopics] = {"placement", "capacity", "devices",   "networks",  "storage",
                                              "start",     "systems",  "agreement", "judgement", "request"};

}  // namespace

std::span<const CodeInfo> AllChangeCodes() { return kCodes; }

const char* ToString(Topic topic) { return kTopicNames[static_cast<std::size_t>(topic)]; }

Topic TopicOf(Code code) {
  const std::size_t topic = (code.number - 7000u) / 100;
  HOTSITE_CHECK(topic < kTopics, "a code of a change has a topic");
  return static_cast<Topic>(topic);
}

std::optional<Topic> FindTopic(std::string_view word) {
  const auto found = std::find(std::begin(kTopicNames), std::end(kTopicNames), word);
  if (found == std::end(kTopicNames)) return {};
  return static_cast<Topic>(found - std::begin(kTopicNames));
}

}  // namespace hotsite::diff
