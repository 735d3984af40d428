// The types of operands as topics: how each is written, what is refused and why, which statements have it.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/topics.h"
#include "compiler/schema/pattern.h"
#include "compiler/schema/type_docs.h"

namespace hotsite::driver {
namespace {

using schema::Type;

constexpr std::size_t kColumn = 13;

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

void RefusedOnes(TextWriter& out, const schema::TypeDoc& doc) {
  std::size_t widest = 0;
  for (const schema::Refused& refused : doc.refused) widest = std::max(widest, refused.text.size());
  std::string_view label = "refused";
  for (const schema::Refused& refused : doc.refused) {
    if (refused.text.empty()) continue;
    const std::string first = PadRight(label, kColumn) + PadRight(refused.text, widest + 2);
    out.Wrapped(refused.why, kPageWidth, first, std::string(first.size(), ' '));
    label = "";
  }
}

void Explain(TextWriter& out, Type type) {
  const schema::TypeDoc& doc = schema::DocOf(type);
  out.Line("{} (type of an operand)", WithoutArticle(schema::DescriptionOf(type)));
  out.Wrapped(doc.written, kPageWidth);
  out.Line();
  std::string_view label = "written";
  for (const std::string_view example : doc.examples) {
    if (example.empty()) continue;
    out.Line("{}{}", PadRight(label, kColumn), example);
    label = "";
  }
  RefusedOnes(out, doc);
  Beside(out, "stands in", StatementsWith(type), kColumn);
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
         [type](TextWriter& out) { Explain(out, type); }});
  }
  return topics;
}

}  // namespace hotsite::driver
