// What `hotsite explain` and the manual know: codes, statements, operand types, what a `require` judges, entries of the
// standard library, statements of other files. Each kind has a file that makes its topics from the tables of the layers
// below; finding, listing and completing them is the same for all.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/page.h"
#include "compiler/schema/schema.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {

struct Topic {
  std::string_view section;       // "Statements"
  std::string name;               // as the list and completion show it
  std::vector<std::string> also;  // other names that find it
  std::string line;               // what it is in a line
  std::string group;              // within the section, for the manual: `std.zvm`
  std::function<Page()> page;     // all there is to say
};

std::vector<Topic> CodeTopics();
std::vector<Topic> StatementTopics();
std::vector<Topic> TypeTopics();
std::vector<Topic> KindTopics();
std::vector<Topic> LibraryTopics();
std::vector<Topic> ForeignTopics();

/// The names of the library's entries of one kind: `machine_model`.
std::vector<std::string> LibraryNames(std::string_view kind);

/// Words that stand within statements (`dedicated`, `carries`), each once: they lead to the statements. Not listed.
std::vector<Topic> WordTopics();

/// All but words, in the order in which they are listed.
std::vector<Topic> AllTopics();

/// Those called `name`, in any case: a word may be a statement and a type.
std::vector<const Topic*> FindTopics(const std::vector<Topic>& topics, std::string_view name);

/// The page of one statement.
Page PageOf(const schema::Row& row);

/// The blocks that a statement may stand in, in the order of its row; `file` is the top.
std::vector<std::string> ParentsOf(const schema::Row& row);

/// "at the top of a file, or in site".
std::string Places(const schema::Row& row);

/// `label` in a column of its own, `text` wrapped beside it.
void Beside(TextWriter& out, std::string_view label, std::string_view text, std::size_t column);

}  // namespace hotsite::driver
