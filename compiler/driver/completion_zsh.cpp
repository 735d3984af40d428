// The completion script for zsh: as a file `_hotsite` in a folder of fpath, or sourced.
#include <fmt/format.h>

#include "compiler/driver/completion.h"
#include "compiler/driver/help.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

// Text between single quotes in which zsh's _arguments gives `:` and brackets a meaning.
std::string Quoted(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      if (c == ':' || c == '[' || c == ']' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted;
}

// What zsh does for a value, behind `:message:`.
std::string Action(Value value, std::string_view choices) {
  if (value == Value::kSpec) return "_files -g \"*.dr(-.)\"";
  if (value == Value::kFolder) return "_files -/";
  const std::vector<std::string> words = WordsOf(value, choices);
  if (words.empty()) return " ";
  if (IsList(value))
    return fmt::format("_values -s , {} {}", value == Value::kBackends ? "backend" : "word", Joined(words));
  return fmt::format("({})", Joined(words));
}

std::string OptionSpec(const OptionRow& option) {
  const std::string name = (option.name.size() == 1 ? "-" : "--") + std::string(option.name);
  const std::string help = fmt::format("[{}]", Quoted(option.help));
  if (option.value == Value::kNone) return fmt::format("'{}{}'", name, help);
  const std::string_view shown = option.value_name.empty() ? option.name : option.value_name;
  return fmt::format("'{}{}{}:{}:{}'", name, option.name.size() == 1 ? "+" : "=", help, Quoted(shown),
                     Action(option.value, option.choices));
}

void Command(TextWriter& out, const CommandRow& command) {
  out.Line("    {})", command.name);
  out.Line("      _arguments '(- *)'{{-h,--help}}'[help on the command]' \\");
  ForEachOption(command, [&](const OptionRow& option) { out.Line("        {} \\", OptionSpec(option)); });
  for (const OperandRow& operand : command.operands) {
    out.Line("        '{}:{}:{}' \\", operand.many ? "*" : "", Quoted(operand.name),
             Action(operand.value, operand.choices));
  }
  out.Line("        && return 0");
  out.Line("      ;;");
}

}  // namespace

std::string ZshCompletion() {
  TextWriter out;
  out.Line("#compdef hotsite");
  out.Line("# zsh completion for hotsite, written by `hotsite completion zsh`");
  out.Line();
  out.Line("_hotsite() {");
  out.Line("  local context state state_descr line");
  out.Line("  typeset -A opt_args");
  out.Line("  local -a commands");
  out.Line("  commands=(");
  for (const CommandRow& command : AllCommands()) out.Line("    '{}:{}'", command.name, Quoted(command.summary));
  out.Line("  )");
  out.Line("  _arguments -C '(- *)'{{-h,--help}}'[the list of commands]' '(- *)--version[the version]' \\");
  out.Line("    '1:command:->command' '*::argument:->argument' && return 0");
  out.Line("  if [[ $state == command ]]; then");
  out.Line("    _describe -t commands command commands");
  out.Line("    return");
  out.Line("  fi");
  out.Line("  case $words[1] in");
  for (const CommandRow& command : AllCommands()) Command(out, command);
  out.Line("  esac");
  out.Line("}");
  out.Line();
  out.Line("if [[ $funcstack[1] == _hotsite ]]; then _hotsite \"$@\"; else compdef _hotsite hotsite; fi");
  return out.Take();
}

}  // namespace hotsite::driver
