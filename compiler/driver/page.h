// What there is to say about a topic, as parts without any look. `hotsite explain` prints a page as text of 80 columns,
// the manual as Markdown. In all words, backticks stand around what is typed as it stands.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hotsite::driver {

/// Explanations are as wide as help.
inline constexpr std::size_t kPageWidth = 80;

/// Paragraphs, lists and specimens: see prose.h.
struct Prose {
  std::string text;
};

/// The forms of a statement or a command, broken where they are too long.
struct Forms {
  std::vector<std::string> forms;
};

/// Lines that are printed as they stand.
struct Specimens {
  std::string caption;  // may be empty
  std::vector<std::string> texts;
};

/// A name that is typed as it stands, and what is to be said of it, if anything.
struct Item {
  std::string name;
  std::string text;
};

/// A label with a text, or with items, beside it.
struct Fact {
  std::string label;
  std::string text;
  std::vector<Item> items;
};

struct Facts {
  std::vector<Fact> facts;
};

/// Rows of cells; the last cell of a row may be long, the others are typed as they stand.
struct Table {
  std::vector<std::string> titles;
  std::vector<std::vector<std::string>> rows;
};

using PagePart = std::variant<Prose, Forms, Specimens, Facts, Table>;

struct Page {
  std::string title;
  std::string kind;  // what the title names: `statement`; empty where it says so itself
  std::string lead;  // a sentence; may be empty
  std::vector<PagePart> parts = {};
  std::string note = {};  // behind all parts; the manual says it once for a chapter
};

/// The page as text, title and kind first.
std::string TextOf(const Page& page);

/// The lead and the parts as Markdown, without a line end behind the last line; the heading is the manual's.
std::string MarkdownOf(const Page& page);

/// Words as Markdown: what is between backticks stays, what Markdown would take for markup is escaped.
std::string MarkdownWords(std::string_view words);

/// Lines between fences.
std::string MarkdownCode(std::string_view lines, std::string_view language = "text");

/// `Capital and a period.` of `capital and a period`, which is how tables have their one-liners.
std::string AsSentence(std::string_view line);

}  // namespace hotsite::driver
