// The table of commands. Reading the command line, `--help`, the shells' completions, the man page and did-you-mean all
// come from it; adding a command is a row here and its function.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compiler/driver/arguments.h"
#include "compiler/driver/commands.h"

namespace hotsite::driver {

/// What a value is, for the check of its form and for completion in a shell.
enum class Value : std::uint8_t {
  kNone,      // a switch: no value
  kText,      // anything
  kNumber,    // a whole number
  kChoice,    // one of `choices`
  kSpec,      // a `.dr` file
  kFolder,    // a folder
  kBackends,  // names of backends, separated by commas
  kChanges,   // classes, topics and codes of changes, separated by commas
  kPlugin,    // NAME=PROGRAM; the option may be given several times
  kReport,    // FORMAT=FILE, FORMAT one of those that tools read; the option may be given several times
  kTopic,     // what `explain` knows
  kCommand,   // the name of a command
  kChapter,   // a chapter of the manual
};

/// Whether several stand in one word, separated by commas.
constexpr bool IsList(Value value) { return value == Value::kBackends || value == Value::kChanges; }

struct OperandRow {
  std::string_view name;  // SPEC, as the usage line shows it
  Value value = Value::kText;
  std::string_view help;
  bool optional = false;
  bool many = false;              // one or more; only the last operand
  std::string_view choices = {};  // `bash|zsh|fish` when the value is a choice
};

struct OptionRow {
  std::string_view name;  // without dashes; one letter is written `-o`, more `--only`
  Value value = Value::kNone;
  std::string_view value_name = {};  // DIR
  std::string_view help;
  std::string_view choices = {};   // `human|json`
  std::string_view standard = {};  // what holds when the option isn't given, if that is a value
  unsigned least = 0;              // the smallest number that makes sense
};

/// A command line as one types it, and what it does.
struct ExampleRow {
  std::string_view line;
  std::string_view what;
};

struct CommandRow {
  std::string_view name;
  std::string_view summary;  // one line, begins with a verb in the infinitive, no period
  std::span<const OperandRow> operands;
  std::span<const OptionRow> options;         // the command's own
  std::span<const OptionRow> shared_options;  // those that it has in common with others, shown behind its own
  std::span<const ExampleRow> examples;
  std::string_view text;  // paragraphs, separated by an empty line: what one must know beyond the options
  int (*run)(const Arguments&, Streams) = nullptr;
};

/// All commands, in the order in which help shows them.
std::span<const CommandRow> AllCommands();

/// The command of that name; nothing when there is none.
const CommandRow* FindCommand(std::string_view name);

/// The option of that name among the command's own and shared ones; nothing when it has none.
const OptionRow* FindOption(const CommandRow& command, std::string_view name);

/// Calls `visit` with each option, own ones first.
template <class Visit>
void ForEachOption(const CommandRow& command, Visit visit) {
  for (const OptionRow& option : command.options) visit(option);
  for (const OptionRow& option : command.shared_options) visit(option);
}

/// What one does in a year, for the overview.
std::span<const ExampleRow> YearlySteps();

/// Exit codes with their meaning, as help and man page show them.
struct ExitRow {
  std::string_view code;
  std::string_view meaning;
};
std::span<const ExitRow> ExitCodes();

}  // namespace hotsite::driver
