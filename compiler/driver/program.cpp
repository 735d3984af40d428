// From the words of the command line to a command: help, version, wrong usage.
#include <fmt/format.h>

#include <cstdlib>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/command_table.h"
#include "compiler/driver/help.h"
#include "compiler/driver/topics.h"
#include "llvm/Support/Process.h"

namespace hotsite::driver {
namespace {

// A word that `explain` knows: whoever types `hotsite help vswitch` wants that.
bool IsTopic(const std::string& name) {
  return !FindTopics(AllTopics(), name).empty() || !FindTopics(WordTopics(), name).empty();
}

int NoSuchCommand(const std::string& name, Streams streams) {
  std::vector<std::string_view> known;
  for (const CommandRow& command : AllCommands()) known.push_back(command.name);
  if (name.starts_with("-")) {
    streams.err << fmt::format("hotsite: `{}` stands where the command must stand: hotsite COMMAND …\n",
                               Printable(name));
  } else if (name.ends_with(".dr")) {
    streams.err << fmt::format("hotsite: what shall be done with `{0}`? For example: hotsite check {0}\n",
                               Printable(name));
  } else if (IsTopic(name)) {
    streams.err << fmt::format("hotsite: `{0}` is no command; this explains it: hotsite explain {0}\n", name);
  } else {
    streams.err << fmt::format("hotsite: there is no command `{}`{}\n", Printable(name), DidYouMean(name, known));
  }
  streams.err << "`hotsite --help` lists the commands\n";
  return kUsage;
}

int WrongUsage(const CommandRow& command, const std::string& problem, Streams streams) {
  streams.err << fmt::format("hotsite {}: {}\n{}`hotsite {} --help` tells more\n", command.name, problem,
                             UsageLines(command), command.name);
  return kUsage;
}

bool ColourRefused() {
  const char* refused = std::getenv("NO_COLOR");
  return refused != nullptr && *refused != '\0';
}

}  // namespace

bool UseColour(const std::string& when) {
  if (when != "auto") return when == "always";
  return !ColourRefused() && llvm::sys::Process::StandardErrHasColors();
}

bool UseColourOnPages(const std::string& when) {
  if (when != "auto") return when == "always";
  // git says so where it has started a pager, which shows colours as git's own (git(1), GIT_PAGER_IN_USE).
  return !ColourRefused() && (llvm::sys::Process::StandardOutHasColors() || std::getenv("GIT_PAGER_IN_USE") != nullptr);
}

CommonOptions CommonFrom(const Arguments& arguments) {
  CommonOptions options;
  options.command = arguments.command();
  options.spec = arguments.First();
  options.format = FindFormat(arguments.Get("format")).value_or(Format::kHuman);
  options.warnings_fail = arguments.Has("werror");
  options.colour = UseColour(arguments.Get("colour"));
  options.most = arguments.Number("most");
  options.accepted = arguments.Has("accepted");
  options.root = arguments.Get("root");
  for (const std::string& report : arguments.List("report")) {
    const std::size_t equals = report.find('=');
    options.reports.push_back({*FindFormat(report.substr(0, equals)), report.substr(equals + 1)});
  }
  return options;
}

int RunHelp(const Arguments& arguments, Streams streams) {
  if (arguments.operands.empty()) {
    streams.out << Overview();
    return kClean;
  }
  const CommandRow* command = FindCommand(arguments.First());
  if (command == nullptr) return NoSuchCommand(arguments.First(), streams);
  streams.out << HelpOn(*command);
  return kClean;
}

int RunProgram(std::span<const std::string> words, Streams streams) {
  if (words.empty()) {
    streams.err << Overview();
    return kUsage;
  }
  if (words.front() == "--version") {
    streams.out << "hotsite " HOTSITE_VERSION "\n";
    return kClean;
  }
  const CommandRow* command = FindCommand(words.front());
  if (command == nullptr && words.front() != "--help" && words.front() != "-h")
    return NoSuchCommand(words.front(), streams);
  if (command == nullptr || AsksForHelp(words.subspan(1))) {
    streams.out << (command == nullptr ? Overview() : HelpOn(*command));
    return kClean;
  }
  std::string problem;
  const auto arguments = ReadArguments(*command, words.subspan(1), &problem);
  return arguments ? command->run(*arguments, streams) : WrongUsage(*command, problem, streams);
}

}  // namespace hotsite::driver
