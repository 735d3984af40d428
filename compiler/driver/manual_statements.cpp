// The chapter on statements: the blocks with their statements, and each statement's page where it is met first.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/manual.h"
#include "compiler/driver/topics.h"

namespace hotsite::driver {
namespace {

using schema::Row;

// Blocks in the order in which the table first names them.
std::vector<std::string> Blocks() {
  std::vector<std::string> blocks;
  for (const Row& row : schema::AllRows()) {
    for (std::string& parent : ParentsOf(row)) {
      if (std::find(blocks.begin(), blocks.end(), parent) == blocks.end()) blocks.push_back(std::move(parent));
    }
  }
  return blocks;
}

std::string BlockHeading(std::string_view block) {
  return block == "file" ? "At the top of a file" : fmt::format("In `{}`", block);
}

// A word that stands for several statements is told apart by where it is met first.
std::string HeadingOf(const Row& row) {
  if (schema::FindRows(row.word).size() == 1) return fmt::format("`{}`", row.word);
  const std::string parent = ParentsOf(row).front();
  return parent == "file" ? fmt::format("`{}` at the top of a file", row.word)
                          : fmt::format("`{}` in `{}`", row.word, parent);
}

void HowToRead(TextWriter& out) {
  out.Line(
      "A line is a statement: a word, its operands, perhaps a block in braces. In the forms, what is in capitals is "
      "put "
      "in by you, other words are written as they stand; `[…]` may be left out, `|` separates what may stand in one "
      "place, and `, …` says that several may be named. `?` is a question to the vendor.");
  out.Line();
}

// Words and signs that stand with any statement.
void OfTheLanguage(TextWriter& out) {
  for (const Topic& topic : WordTopics()) {
    if (topic.group == "language") out.Line("- `{}`: {}", topic.name, MarkdownOf(topic.page()));
  }
  out.Line();
}

void BlockSection(TextWriter& out, const std::string& block) {
  out.Line();
  out.Line("## {}", BlockHeading(block));
  out.Line();
  std::vector<const Row*> met_first;
  for (const std::string_view word : schema::WordsIn(block)) {
    const Row* row = schema::FindRow(word, block);
    out.Line("- {}: {}", LinkTo(fmt::format("`{}`", word), HeadingOf(*row)), MarkdownWords(row->doc));
    if (ParentsOf(*row).front() == block) met_first.push_back(row);
  }
  for (const Row* row : met_first) {
    out.Line();
    out.Line("### {}", HeadingOf(*row));
    out.Line();
    out.Line(MarkdownOf(PageOf(*row)));
  }
}

}  // namespace

std::string StatementsChapter() {
  TextWriter out;
  HowToRead(out);
  OfTheLanguage(out);
  const std::vector<std::string> blocks = Blocks();
  for (const std::string& block : blocks) out.Line("- {}", LinkTo(BlockHeading(block), BlockHeading(block)));
  for (const std::string& block : blocks) BlockSection(out, block);
  return out.Take();
}

}  // namespace hotsite::driver
