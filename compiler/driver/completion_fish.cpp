// The completion script for fish.
#include <fmt/format.h>

#include "compiler/driver/completion.h"
#include "compiler/driver/help.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

// What a value can be, as options of `complete`.
std::string Offer(Value value, std::string_view choices) {
  if (value == Value::kSpec) return "-k -a '(__fish_complete_suffix .dr)'";
  if (value == Value::kFolder) return "-a '(__fish_complete_directories)'";
  const std::vector<std::string> words = WordsOf(value, choices);
  if (words.empty()) return "";
  if (IsList(value)) return fmt::format("-a \"(__fish_append , {})\"", Joined(words));
  return fmt::format("-a '{}'", Joined(words));
}

void Command(TextWriter& out, const CommandRow& command) {
  const std::string when = fmt::format("complete -c hotsite -n '__fish_seen_subcommand_from {}'", command.name);
  for (const OperandRow& operand : command.operands) {
    const std::string offer = Offer(operand.value, operand.choices);
    if (!offer.empty()) out.Line("{} {}", when, offer);
  }
  ForEachOption(command, [&](const OptionRow& option) {
    const std::string offer = Offer(option.value, option.choices);
    out.Line("{} -{} {}{}{} -d {}", when, option.name.size() == 1 ? "s" : "l", option.name,
             option.value == Value::kNone ? "" : " -x", offer.empty() ? "" : " " + offer, Quoted(option.help));
  });
  out.Line("{} -s h -l help -d 'help on the command'", when);
}

}  // namespace

std::string FishCompletion() {
  TextWriter out;
  out.Line("# fish completion for hotsite, written by `hotsite completion fish`");
  out.Line();
  out.Line("complete -c hotsite -f");
  out.Line("complete -c hotsite -n __fish_use_subcommand -l version -d 'the version'");
  out.Line("complete -c hotsite -n __fish_use_subcommand -s h -l help -d 'the list of commands'");
  for (const CommandRow& command : AllCommands()) {
    out.Line("complete -c hotsite -n __fish_use_subcommand -a {} -d {}", command.name, Quoted(command.summary));
  }
  for (const CommandRow& command : AllCommands()) {
    out.Line();
    Command(out, command);
  }
  return out.Take();
}

}  // namespace hotsite::driver
