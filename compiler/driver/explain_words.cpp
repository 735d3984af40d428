// Words within statements as topics: `dedicated` leads to `processors`.
#include <fmt/format.h>

#include <map>

#include "compiler/driver/topics.h"
#include "compiler/schema/pattern.h"

namespace hotsite::driver {
namespace {

// What the language itself has besides statements.
struct Mark {
  std::string_view word;
  std::string_view text;
};
constexpr Mark kMarks[] = {
    {"because",
     "Says why, behind any operand of a statement: `memory 24 GiB because \"2007: z/VM paged\"`. The reason stands in "
     "the request's Why column; without one the `///` comment above the statement does."},
    {"also",
     "Before a statement that a profile has too: both hold, where otherwise the system's own would replace the "
     "profile's. `also runs \"MQ\"`."},
    {"private", "Before `let` or `profile` at the top of a file: only this file sees it, not those that use it."},
    {"?",
     "A question to the vendor, in place of an operand: device numbers, a machine's model, a name. It becomes a row of "
     "the request. `hotsite explain STATEMENT` tells where it may stand."},
    {"//", "Begins a comment, to the end of the line."},
    {"///", "Begins the documentation of the statement below it, which the request gives as the reason."},
    {";", "Joins two statements on one line: `network INSIDE { subnet 192.168.30.0/24; gateway INSIDE[1] }`."},
};

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

Page PageOf(std::string_view word, const std::vector<const schema::Row*>& rows) {
  Page page{std::string(word), "a word within statements", {}, {}};
  for (const schema::Row* row : rows) {
    page.parts.push_back(Forms{{schema::UsageOf(*row)}});
    page.parts.push_back(Prose{fmt::format("{}\n\nsee: hotsite explain {}", AsSentence(row->doc), row->word)});
  }
  return page;
}

}  // namespace

std::vector<Topic> WordTopics() {
  std::vector<Topic> topics;
  for (const Mark& mark : kMarks) {
    topics.push_back({"Words", std::string(mark.word), {}, "of the language itself", "language", [&mark] {
                        return Page{
                            std::string(mark.word), "of the language itself", {}, {Prose{std::string(mark.text)}}};
                      }});
  }
  for (const auto& [word, rows] : Collect()) {
    topics.push_back({"Words", std::string(word), {}, "a word within statements", {}, [word = word, rows = rows] {
                        return PageOf(word, rows);
                      }});
  }
  return topics;
}

}  // namespace hotsite::driver
