// Documents whose examples are run: the fences of a Markdown file, in order, in a folder of their own. What a fence
// does is in its first line:
//
//   ```dr 2009.dr                    writes the file
//   ```dr 2009.dr more               adds to its end
//   ```dr 2009.dr in zvm VMPROD      adds to the end of the block that begins with these words
//   ```dr 2009.dr instead of guest   replaces the statement that begins with these words
//   ```csv reply.csv                 writes the file
//   ```console                       runs each line behind `$ `; what it prints stands below it
//   ```yaml docs/ci/github.yml       shows a file of the source tree, in any language but `dr`
//
// More than three ` are as good, around what has fences of its own. git has a fixed author and time in them.
// Compared by documents_test, rewritten by update_goldens.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::acceptance {

struct RunDocument {
  std::filesystem::path path;
  std::string text;                   // as checked in
  std::string expected;               // with what the commands print now
  std::vector<std::string> problems;  // fences that can't be run, and why
};

/// All documents of docs/ but the reference manual, run.
std::vector<RunDocument> RunDocuments();

/// One document; `text` is its Markdown.
RunDocument RunText(std::filesystem::path path, std::string text);

/// `file` with `part` added to the end of the block whose first line begins with `words`, or put in place of the
/// statement that begins so. Nothing when no line begins so.
bool AddToBlock(std::string& file, std::string_view words, std::string_view part);
bool ReplaceStatement(std::string& file, std::string_view words, std::string_view part);

}  // namespace hotsite::acceptance
