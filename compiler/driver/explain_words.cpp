// Words within statements as topics: `dedicated` leads to `processors`.
#include <fmt/format.h>

#include <map>

#include "compiler/driver/topics.h"
#include "compiler/schema/pattern.h"

namespace hotsite::driver {
namespace {

using Words = std::map<std::string_view, std::vector<const schema::Row*>>;

void Add(Words& words, std::string_view word, const schema::Row& row) {
  if (word.size() < 2) return;  // `:`
  std::vector<const schema::Row*>& rows = words[word];
  if (rows.empty() || rows.back() != &row) rows.push_back(&row);
}

Words Collect() {
  Words words;
  for (const schema::Row& row : schema::AllRows()) {
    for (const schema::Form& form : schema::FormsOf(row)) {
      for (const schema::Part& part : form) {
        for (const schema::Element& element : part.elements) {
          Add(words, element.literal, row);
          for (const std::string_view choice : element.choices) Add(words, choice, row);
        }
      }
    }
  }
  return words;
}

}  // namespace

std::vector<Topic> WordTopics() {
  std::vector<Topic> topics;
  for (const auto& [word, rows] : Collect()) {
    const auto explain = [word = word, rows = rows](TextWriter& out) {
      out.Line("{} (a word within statements)", word);
      for (const schema::Row* row : rows) {
        out.Line();
        out.Wrapped(schema::UsageOf(*row), kPageWidth, "    ", "        ");
        out.Wrapped(AsSentence(row->doc), kPageWidth);
        out.Line("see: hotsite explain {}", row->word);
      }
    };
    topics.push_back({"Words", std::string(word), {}, "a word within statements", explain});
  }
  return topics;
}

}  // namespace hotsite::driver
