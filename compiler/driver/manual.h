// The reference manual: chapters in Markdown, made from the same tables and pages as help and `hotsite explain`. What
// is said in it is said in a table, and every example in it is run by a test.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::driver {

struct Chapter {
  std::string_view name;     // statements; its file is `statements.md`
  std::string_view title;    // Statements
  std::string_view summary;  // what is in it, half a sentence
  std::string (*body)();     // Markdown behind the title
};

/// All chapters, in reading order.
std::span<const Chapter> AllChapters();

/// The chapter of that name; nothing when there is none.
const Chapter* FindChapter(std::string_view name);

/// The chapter's file.
std::string TextOf(const Chapter& chapter);

/// The list of the chapters with links: the README.md beside them.
std::string Contents();

/// All files of the manual: the contents, the chapters, and the JSON Schemas.
struct ManualFile {
  std::string name;  // statements.md
  std::string text;
};
std::vector<ManualFile> ManualFiles();

// The chapters, one file each.
std::string StatementsChapter();
std::string TypesChapter();
std::string FindingsChapter();
std::string LibraryChapter();
std::string ForeignChapter();
std::string CommandsChapter();
std::string KindsChapter();
std::string LimitsChapter();
std::string ModelChapter();
std::string ChangesChapter();

/// What GitHub calls a heading: `memory-in-zos` of "`memory` in zos".
std::string AnchorOf(std::string_view heading);

/// "[words](#anchor)": a link to a heading of the same chapter.
std::string LinkTo(std::string_view words, std::string_view heading);

}  // namespace hotsite::driver
