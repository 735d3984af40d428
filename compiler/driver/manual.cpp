#include "compiler/driver/manual.h"

#include <fmt/format.h>

#include "backends/changelog/json_table.h"
#include "backends/model_json/schema.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

constexpr Chapter kChapters[] = {
    {"statements", "Statements", "each statement: its form, where it stands, its operands, how it repeats, an example",
     StatementsChapter},
    {"types", "Types of operands", "how values are written, and what is refused and why", TypesChapter},
    {"findings", "Findings", "each code: what it means, why it matters, how to repair it", FindingsChapter},
    {"library", "Standard library", "machines, releases, distributions, disks, OSA and tape, each fact with its source",
     LibraryChapter},
    {"constraints", "What a `require` judges", "the properties that constraints of your own can speak of",
     KindsChapter},
    {"other-files", "Statements of other files", "what says here what USER DIRECT, SYSTEM CONFIG and the like say",
     ForeignChapter},
    {"model", "model.json", "the checked spec as JSON, for programs: each object and member; its JSON Schema",
     ModelChapter},
    {"changes", "The JSON of `hotsite diff`", "what changed between two specs, for programs: each object and member",
     ChangesChapter},
    {"commands", "Commands", "the command line: commands, options, exit codes", CommandsChapter},
    {"limits", "Limits", "how large a spec may be, and what happens when it is larger", LimitsChapter},
};

constexpr std::string_view kMade =
    "<!-- Made by `hotsite manual` from the program's own tables. Change those; `./dev docs` rewrites this file. -->";

bool StaysInAnchor(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) > 127;
}

}  // namespace

std::span<const Chapter> AllChapters() { return kChapters; }

const Chapter* FindChapter(std::string_view name) {
  for (const Chapter& chapter : kChapters) {
    if (chapter.name == name) return &chapter;
  }
  return nullptr;
}

std::string TextOf(const Chapter& chapter) {
  return fmt::format("{}\n\n# {}\n\n{}", kMade, chapter.title, chapter.body());
}

std::string Contents() {
  TextWriter out;
  out.Line(kMade);
  out.Line();
  out.Line("# Reference manual");
  out.Line();
  for (const Chapter& chapter : kChapters)
    out.Line("- [{}]({}.md): {}", chapter.title, chapter.name, MarkdownWords(chapter.summary));
  out.Line();
  out.Line(
      "In Hotsite's own source also: [Linux: what the real readers accepted](linux-matrix.md), distribution by "
      "feature, "
      "from a run.");
  out.Line();
  out.Line("The same on a terminal: `hotsite explain WORD`, `hotsite help COMMAND`, `hotsite manual CHAPTER`.");
  return out.Take();
}

std::vector<ManualFile> ManualFiles() {
  std::vector<ManualFile> files{{"README.md", Contents()},
                                {"model.schema.json", SchemaOf(backends::model_json::ModelTable()).Print()},
                                {"changes.schema.json", SchemaOf(backends::changelog::JsonTable()).Print()}};
  for (const Chapter& chapter : kChapters) files.push_back({fmt::format("{}.md", chapter.name), TextOf(chapter)});
  return files;
}

std::string AnchorOf(std::string_view heading) {
  std::string anchor;
  for (const char c : ToLower(heading)) {
    if (StaysInAnchor(c)) anchor += c;
    if (c == ' ') anchor += '-';
  }
  return anchor;
}

std::string LinkTo(std::string_view words, std::string_view heading) {
  return fmt::format("[{}](#{})", words, AnchorOf(heading));
}

}  // namespace hotsite::driver
