// The chapters that are the pages of topics, one after another: types, findings, the library, statements of other
// files.
#include <fmt/format.h>

#include "compiler/driver/manual.h"
#include "compiler/driver/topics.h"
#include "compiler/schema/foreign.h"

namespace hotsite::driver {
namespace {

void PageUnder(TextWriter& out, std::string_view marks, const Topic& topic) {
  const Page page = topic.page();
  out.Line();
  out.Line("{} {}", marks, page.title);
  out.Line();
  out.Line(MarkdownOf(page));
}

void Link(TextWriter& out, const Topic& topic) {
  const std::string title = topic.page().title;
  out.Line("- {}: {}", LinkTo(title, title), MarkdownWords(topic.line));
}

struct CodeGroup {
  char first;  // digit of the codes
  std::string_view heading;
};

constexpr CodeGroup kCodeGroups[] = {
    {'0', "The text of a file"},
    {'1', "Statements and names"},
    {'2', "The spec as a whole"},
    {'3', "What is written"},
    {'7', "Changes, told by `hotsite diff`"},
    {'9', "Files and folders"},
};

constexpr char kDigitAt = 2;  // of HS2001

// A dash where nothing is written.
std::string CodeCell(std::string_view text) {
  std::string cell = text.empty() ? "" : "`";
  for (const char c : text) cell.append(c == '|' ? "\\|" : std::string(1, c));
  return text.empty() ? "–" : cell + "`";
}

}  // namespace

std::string TypesChapter() {
  TextWriter out;
  out.Line("The place decides how an operand is read: `0600` is a device number behind `nic`, and a number elsewhere.");
  out.Line();
  const std::vector<Topic> topics = TypeTopics();
  for (const Topic& topic : topics) Link(out, topic);
  for (const Topic& topic : topics) PageUnder(out, "##", topic);
  return out.Take();
}

std::string KindsChapter() {
  TextWriter out;
  out.Line(
      "`require NAME for every KIND { … }` judges each machine, partition, system … by conditions on these "
      "properties.");
  out.Line();
  const std::vector<Topic> topics = KindTopics();
  for (const Topic& topic : topics) Link(out, topic);
  for (const Topic& topic : topics) PageUnder(out, "##", topic);
  return out.Take();
}

std::string FindingsChapter() {
  TextWriter out;
  out.Line(
      "Every finding has a code. `accept CODE for NAME because \"…\"` silences one of the spec as a whole at one "
      "place; "
      "the other errors have to be repaired.");
  const std::vector<Topic> topics = CodeTopics();
  for (const CodeGroup& group : kCodeGroups) {
    out.Line();
    out.Line("## {}", group.heading);
    out.Line();
    for (const Topic& topic : topics) {
      if (topic.name[kDigitAt] == group.first) Link(out, topic);
    }
    for (const Topic& topic : topics) {
      if (topic.name[kDigitAt] == group.first) PageUnder(out, "###", topic);
    }
  }
  return out.Take();
}

std::string LibraryChapter() {
  TextWriter out;
  out.Line(
      "What Hotsite knows, written in the language itself. A fact without a source is from knowledge; a rule that "
      "rests "
      "on one is at most a warning. A spec may declare entries of its own: see [statements](statements.md).");
  std::string group;
  for (const Topic& topic : LibraryTopics()) {
    if (topic.group != group) {
      group = topic.group;
      out.Line();
      out.Line("## `use {}`", group);
    }
    PageUnder(out, "###", topic);
  }
  return out.Take();
}

std::string ForeignChapter() {
  TextWriter out;
  out.Line(
      "The left column is what one knows by heart, the third what says the same in a spec. What a spec doesn't hold is "
      "done by hand, as before; the files that Hotsite writes say where.");
  std::string_view file;
  for (const schema::Foreign& one : schema::AllForeign()) {
    if (one.file != file) {
      file = one.file;
      out.Line();
      out.Line("## {}", file);
      out.Line();
      out.Line("| there | what it says | here | what is to know |");
      out.Line("| --- | --- | --- | --- |");
    }
    out.Line("| `{}` | {} | {} | {} |", one.word, MarkdownWords(one.says), CodeCell(one.here), MarkdownWords(one.rest));
  }
  return out.Take();
}

}  // namespace hotsite::driver
