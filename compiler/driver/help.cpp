#include "compiler/driver/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kWidth = 80;

// `[-o DIR]`, or the operand as the usage line shows it.
std::string InBrackets(const OptionRow& option) { return fmt::format("[{}]", Spelled(option)); }

std::string Shown(const OperandRow& operand) {
  const std::string name = std::string(operand.name) + (operand.many ? "…" : "");
  return operand.optional ? fmt::format("[{}]", name) : name;
}

// `  NAME       words that go on below themselves`; a long name stands on a line of its own.
void Described(TextWriter& out, std::string_view name, std::string_view words, std::size_t column) {
  const std::string first = fmt::format("  {}  ", PadRight(name, column));
  const std::string rest(column + 4, ' ');
  if (DisplayWidth(name) <= column) return out.Wrapped(words, kWidth, first, rest);
  out.Line("  {}", name);
  out.Wrapped(words, kWidth, rest, rest);
}

void DescribeOptions(TextWriter& out, const CommandRow& command) {
  constexpr std::size_t kColumn = 19;
  if (!command.operands.empty()) out.Line();
  ForEachOption(command,
                [&](const OptionRow& option) { Described(out, Spelled(option), DescriptionOf(option), kColumn); });
  Described(out, "-h, --help", "this help", kColumn);
}

void ShowExamples(TextWriter& out, const CommandRow& command) {
  if (command.examples.empty()) return;
  out.Line();
  out.Line(command.examples.size() == 1 ? "Example:" : "Examples:");
  for (const ExampleRow& example : command.examples) {
    out.Line();
    out.Line("  $ {}", example.line);
    out.Wrapped(example.what, kWidth, "    ", "    ");
  }
}

void Paragraphs(TextWriter& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out.Line();
    out.Wrapped(text.substr(0, end), kWidth);
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

}  // namespace

std::string DidYouMean(std::string_view written, const std::vector<std::string_view>& known, std::string_view prefix) {
  const auto near = Nearest(written, known);
  return near ? fmt::format(" (did you mean `{}{}`?)", prefix, *near) : "";
}

std::string Spelled(const OptionRow& option) {
  const std::string name = (option.name.size() == 1 ? "-" : "--") + std::string(option.name);
  if (option.value == Value::kNone) return name;
  const bool is_choice = option.value == Value::kChoice;
  return fmt::format("{} {}", name, is_choice ? option.choices : option.value_name);
}

std::string DescriptionOf(const OptionRow& option) {
  const bool tells = option.standard.empty() || option.help.find("default") != std::string_view::npos;
  return tells ? std::string(option.help) : fmt::format("{} (default: {})", option.help, option.standard);
}

std::string UsageLines(const CommandRow& command) {
  std::vector<std::string> parts;
  for (const OperandRow& operand : command.operands) parts.push_back(Shown(operand));
  ForEachOption(command, [&](const OptionRow& option) { parts.push_back(InBrackets(option)); });
  const std::string first = fmt::format("usage: hotsite {}", command.name);
  std::size_t indent = first.size();
  for (const std::string& part : parts) indent = std::min(indent, kWidth - std::min(kWidth, 1 + DisplayWidth(part)));
  std::string text;
  std::string line = first;
  for (const std::string& part : parts) {
    if (DisplayWidth(line) + 1 + DisplayWidth(part) > kWidth) {
      text += line + '\n';
      line = std::string(indent, ' ');
    }
    line += ' ' + part;
  }
  return text + line + '\n';
}

std::string Overview() {
  TextWriter out;
  out.Wrapped(
      "Hotsite compiles a disaster-recovery spec, which says what runs at home and where it shall run at the vendor's "
      "hot site, into the vendor request and the systems' configuration.",
      kWidth);
  out.Line();
  out.Line("usage: hotsite COMMAND …");
  out.Line();
  for (const CommandRow& command : AllCommands()) Described(out, command.name, command.summary, 13);
  out.Line();
  out.Line("Once a year, in this order:");
  out.Line();
  for (const ExampleRow& step : YearlySteps()) Described(out, step.line, step.what, 31);
  out.Line();
  out.Line("`hotsite COMMAND --help` tells all about a command, with examples.");
  out.Line();
  out.Line("Exit codes:");
  for (const ExitRow& row : ExitCodes()) out.Wrapped(row.meaning, kWidth, fmt::format("  {}  ", row.code), "     ");
  return out.Take();
}

std::string HelpOn(const CommandRow& command) {
  TextWriter out;
  out.Wrapped(fmt::format("hotsite {} - {}", command.name, command.summary), kWidth, "", "  ");
  out.Line();
  out.Line(UsageLines(command));
  for (const OperandRow& operand : command.operands) Described(out, operand.name, operand.help, 19);
  DescribeOptions(out, command);
  Paragraphs(out, command.text);
  ShowExamples(out, command);
  return out.Take();
}

}  // namespace hotsite::driver
