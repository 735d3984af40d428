// The types of operands as topics: how each is written, what is refused and why, which statements have it.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/topics.h"
#include "compiler/schema/pattern.h"
#include "compiler/schema/type_docs.h"

namespace hotsite::driver {
namespace {

using schema::Type;

// "device number" of "a device number".
std::string WithoutArticle(std::string_view description) {
  for (const std::string_view article : {"a ", "an ", "the "}) {
    if (description.starts_with(article)) return std::string(description.substr(article.size()));
  }
  return std::string(description);
}

bool Uses(const schema::Row& row, Type type) {
  for (const schema::Form& form : schema::FormsOf(row)) {
    for (const schema::Part& part : form) {
      const auto has = [&](const schema::Element& element) { return element.literal.empty() && element.type == type; };
      if (std::any_of(part.elements.begin(), part.elements.end(), has)) return true;
    }
  }
  return false;
}

std::string StatementsWith(Type type) {
  std::vector<std::string> words;
  for (const schema::Row& row : schema::AllRows()) {
    if (Uses(row, type) && std::find(words.begin(), words.end(), row.word) == words.end()) words.emplace_back(row.word);
  }
  return JoinWords(words);
}

Fact Written(const schema::TypeDoc& doc) {
  Fact fact{"written", {}, {}};
  for (const std::string_view example : doc.examples) {
    if (!example.empty()) fact.items.push_back({std::string(example), {}});
  }
  return fact;
}

Fact Refused(const schema::TypeDoc& doc) {
  Fact fact{"refused", {}, {}};
  for (const schema::Refused& refused : doc.refused) {
    if (!refused.text.empty()) fact.items.push_back({std::string(refused.text), std::string(refused.why)});
  }
  return fact;
}

Page PageOf(Type type) {
  const schema::TypeDoc& doc = schema::DocOf(type);
  Facts facts;
  for (Fact& fact : std::vector<Fact>{Written(doc), Refused(doc)}) {
    if (!fact.items.empty()) facts.facts.push_back(std::move(fact));
  }
  facts.facts.push_back({"stands in", StatementsWith(type), {}});
  return {WithoutArticle(schema::DescriptionOf(type)), "type of an operand", std::string(doc.written), {facts}};
}

}  // namespace

std::vector<Topic> TypeTopics() {
  std::vector<Topic> topics;
  for (const Type type : schema::AllTypes()) {
    if (StatementsWith(type).empty()) continue;
    const std::string_view example = schema::ExampleOf(type);
    topics.push_back(
        {"Types of operands",
         std::string(schema::NameOf(type)),
         {WithoutArticle(schema::DescriptionOf(type))},
         fmt::format("{}{}", schema::DescriptionOf(type), example.empty() ? "" : fmt::format(", such as {}", example)),
         {},
         [type] { return PageOf(type); }});
  }
  return topics;
}

}  // namespace hotsite::driver
