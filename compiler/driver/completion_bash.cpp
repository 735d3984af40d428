// The completion script for bash. It needs no bash-completion package.
#include <fmt/format.h>

#include "compiler/driver/completion.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

constexpr std::string_view kHead = R"(# bash completion for hotsite, written by `hotsite completion bash`

_hotsite_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }

# The last of several words with commas between them.
_hotsite_list() {
  local before='' word left=''
  [[ $cur == *,* ]] && before=${cur%,*},
  for word in $1; do [[ ,$before == *,$word,* ]] || left+=" $word"; done
  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$left" -- "${cur##*,}")
  compopt -o nospace 2>/dev/null
}

_hotsite_folders() {
  mapfile -t COMPREPLY < <(compgen -d -- "$cur")
  compopt -o filenames 2>/dev/null
}

# Specs, and the folders that may hold some.
_hotsite_specs() {
  local name
  while IFS= read -r name; do
    if [[ -d $name || $name == *.dr ]]; then COMPREPLY+=("$name"); fi
  done < <(compgen -f -- "$cur")
  compopt -o filenames 2>/dev/null
}

_hotsite() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  COMPREPLY=()
  # bash splits --option=value at the equals sign
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  if ((COMP_CWORD == 1)); then
)";

constexpr std::string_view kTail = R"(  esac
}

complete -F _hotsite hotsite
)";

// The call that offers what a value can be; nothing when it can be anything.
std::string Offer(Value value, std::string_view choices) {
  if (value == Value::kSpec) return "_hotsite_specs";
  if (value == Value::kFolder) return "_hotsite_folders";
  const std::vector<std::string> words = WordsOf(value, choices);
  if (words.empty()) return "";
  return fmt::format("{} '{}'", IsList(value) ? "_hotsite_list" : "_hotsite_words", Joined(words));
}

std::string Dashed(const OptionRow& option) {
  return (option.name.size() == 1 ? "-" : "--") + std::string(option.name);
}

void Values(TextWriter& out) {
  out.Line("  case $command$prev in");
  for (const CommandRow& command : AllCommands()) {
    ForEachOption(command, [&](const OptionRow& option) {
      if (option.value == Value::kNone) return;
      const std::string offer = Offer(option.value, option.choices);
      out.Line("    {}{}) {}return ;;", command.name, Dashed(option), offer.empty() ? "" : offer + "; ");
    });
  }
  out.Line("  esac");
}

void Options(TextWriter& out) {
  out.Line("  case $command,$cur in");
  for (const CommandRow& command : AllCommands()) {
    std::vector<std::string> options;
    ForEachOption(command, [&](const OptionRow& option) { options.push_back(Dashed(option)); });
    options.emplace_back("--help");
    out.Line("    {},-*) _hotsite_words '{}'; return ;;", command.name, Joined(options));
  }
  out.Line("  esac");
}

// All operands of a command are of one kind, or it has one.
void Operands(TextWriter& out) {
  out.Line("  case $command in");
  for (const CommandRow& command : AllCommands()) {
    if (command.operands.empty()) continue;
    const std::string offer = Offer(command.operands.front().value, command.operands.front().choices);
    if (!offer.empty()) out.Line("    {}) {} ;;", command.name, offer);
  }
}

}  // namespace

std::string BashCompletion() {
  TextWriter out;
  out.Line("    _hotsite_words '{} --help --version'", Joined(WordsOf(Value::kCommand, {})));
  out.Line("    return");
  out.Line("  fi");
  Values(out);
  Options(out);
  Operands(out);
  return std::string(kHead) + out.Take() + std::string(kTail);
}

}  // namespace hotsite::driver
