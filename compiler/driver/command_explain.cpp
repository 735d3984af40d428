// hotsite explain TOPIC
#include <fmt/format.h>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/command_table.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/help.h"
#include "compiler/driver/topics.h"

namespace hotsite::driver {
namespace {

int List(const std::vector<Topic>& topics, llvm::raw_ostream& out) {
  TextWriter text;
  std::size_t widest = 0;
  for (const Topic& topic : topics) widest = std::max(widest, topic.name.size());
  std::string_view section;
  for (const Topic& topic : topics) {
    if (topic.section != section) {
      if (!section.empty()) text.Line();
      section = topic.section;
      text.Line("{}:", section);
      text.Line();
    }
    Beside(text, "  " + topic.name, topic.line, widest + 4);
  }
  out << text.Take();
  return kClean;
}

// Where to read on when a command is called so.
std::string CommandOf(const std::string& wanted) {
  return FindCommand(wanted) == nullptr ? std::string() : fmt::format("for the command: hotsite help {}\n", wanted);
}

int NotKnown(const std::string& wanted, const std::vector<Topic>& topics, Streams streams) {
  std::vector<std::string_view> known;
  for (const Topic& topic : topics) {
    known.push_back(topic.name);
    known.insert(known.end(), topic.also.begin(), topic.also.end());
  }
  streams.err << fmt::format("hotsite explain: nothing is called `{}`{}\n", Printable(wanted),
                             DidYouMean(wanted, known));
  streams.err << CommandOf(wanted);
  streams.err << "`hotsite explain --list` lists all that is explained\n";
  return kUsage;
}

}  // namespace

int RunExplain(const Arguments& arguments, Streams streams) {
  std::vector<Topic> topics = AllTopics();
  if (arguments.operands.empty() || arguments.Has("list")) return List(topics, streams.out);
  std::string wanted;
  for (const std::string& word : arguments.operands) wanted += (wanted.empty() ? "" : " ") + word;
  std::vector<const Topic*> found = FindTopics(topics, wanted);
  const std::vector<Topic> words = WordTopics();
  if (found.empty()) found = FindTopics(words, wanted);
  if (found.empty()) return NotKnown(wanted, topics, streams);
  for (const Topic* topic : found) {
    if (topic != found.front()) streams.out << "\n----\n\n";
    streams.out << TextOf(topic->page());
  }
  if (FindCommand(wanted) != nullptr) streams.out << "\n" << CommandOf(wanted);
  return kClean;
}

}  // namespace hotsite::driver
