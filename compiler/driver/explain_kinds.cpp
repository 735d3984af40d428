// The kinds of things that a `require` judges as topics: their properties, with type and meaning.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/topics.h"
#include "compiler/model/properties.h"
#include "compiler/support/split.h"

namespace hotsite::driver {
namespace {

using model::Property;
using model::ValueType;

// "`production`, `test` or `development`".
std::string WordsOf(const Property& property) {
  std::vector<std::string> words;
  for (const std::string_view word : SplitAt(property.words, '|')) words.push_back(fmt::format("`{}`", word));
  return JoinWords(words, property.many ? "and" : "or");
}

// `an OSA`, `a z/VM`; the words begin as they are spoken.
std::string_view Article(std::string_view word) {
  return std::string_view("AEIOaeio").find(word.front()) != std::string_view::npos ? "an" : "a";
}

std::string TypeOf(const Property& property) {
  switch (property.type) {
    case ValueType::kCount:
      return "a number";
    case ValueType::kMemory:
      return "a memory size";
    case ValueType::kDuration:
      return "a duration";
    case ValueType::kWord:
      return WordsOf(property);
    case ValueType::kName:
      return property.many ? "names" : "a name";
    case ValueType::kText:
      return property.many ? "several texts" : "text";
    case ValueType::kList:
      return fmt::format("a list of {}", model::InfoOf(property.elements).plural);
  }
  return {};
}

Page PageOf(const model::KindInfo& kind) {
  Facts facts;
  for (const Property* property : model::PropertiesOf(kind.kind))
    facts.facts.push_back({std::string(property->name), fmt::format("{}; {}", TypeOf(*property), property->doc), {}});
  return {std::string(kind.word),
          "kind of thing that a `require` judges",
          fmt::format("What the conditions of `require NAME for every {} {{ … }}` can speak of: the properties of {} "
                      "{}, as they are in force at the site that is judged.",
                      kind.word, Article(kind.singular), kind.singular),
          {std::move(facts)}};
}

}  // namespace

std::vector<Topic> KindTopics() {
  std::vector<Topic> topics;
  for (const model::KindInfo& kind : model::AllKinds()) {
    std::vector<std::string> also;
    if (!kind.other.empty()) also.emplace_back(kind.other);
    topics.push_back({"What a `require` judges",
                      std::string(kind.word),
                      std::move(also),
                      fmt::format("the properties of {} {}", Article(kind.singular), kind.singular),
                      {},
                      [&kind] { return PageOf(kind); }});
  }
  return topics;
}

}  // namespace hotsite::driver
