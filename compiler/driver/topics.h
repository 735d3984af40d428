// What `hotsite explain` knows: codes, statements, operand types, what a `require` judges, entries of the standard
// library. Each kind has a file that makes its topics from the tables of the layers below; finding, listing and
// completing them is the same for all.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/text_writer.h"

namespace hotsite::driver {

/// Explanations are as wide as help.
inline constexpr std::size_t kPageWidth = 80;

struct Topic {
  std::string_view section;       // "Statements"
  std::string name;               // as the list and completion show it
  std::vector<std::string> also;  // other names that find it
  std::string line;               // what it is in a line
  std::function<void(TextWriter&)> explain;
};

std::vector<Topic> CodeTopics();
std::vector<Topic> StatementTopics();
std::vector<Topic> TypeTopics();
std::vector<Topic> KindTopics();
std::vector<Topic> LibraryTopics();

/// The names of the library's entries of one kind: `machine_model`.
std::vector<std::string> LibraryNames(std::string_view kind);

/// Words that stand within statements (`dedicated`, `carries`), each once: they lead to the statements. Not listed.
std::vector<Topic> WordTopics();

/// All but words, in the order in which they are listed.
std::vector<Topic> AllTopics();

/// Those called `name`, in any case: a word may be a statement and a type.
std::vector<const Topic*> FindTopics(const std::vector<Topic>& topics, std::string_view name);

/// `label` in a column of its own, `text` wrapped beside it.
void Beside(TextWriter& out, std::string_view label, std::string_view text, std::size_t column);

/// Paragraphs filled to the page's width; indented lines stay as they are.
void Reflow(TextWriter& out, std::string_view text);

/// `Capital and a period.` of `capital and a period`, which is how tables have their one-liners.
std::string AsSentence(std::string_view line);

}  // namespace hotsite::driver
