// The chapter on the command line, from the table of commands.
#include <fmt/format.h>

#include "compiler/driver/command_table.h"
#include "compiler/driver/help.h"
#include "compiler/driver/manual.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

// Its options and operands; the usage line names them all.
Fact Described(const CommandRow& command) {
  Fact fact{"operands and options", {}, {}};
  for (const OperandRow& operand : command.operands)
    fact.items.push_back({std::string(operand.name), std::string(operand.help)});
  ForEachOption(command,
                [&](const OptionRow& option) { fact.items.push_back({Spelled(option), DescriptionOf(option)}); });
  return fact;
}

Fact Examples(const CommandRow& command) {
  Fact fact{"examples", {}, {}};
  for (const ExampleRow& example : command.examples)
    fact.items.push_back({std::string(example.line), std::string(example.what)});
  return fact;
}

Page PageOf(const CommandRow& command) {
  Page page{fmt::format("hotsite {}", command.name), {}, AsSentence(command.summary), {}};
  page.parts.push_back(Specimens{{}, {UsageLines(command)}});
  if (!command.text.empty()) page.parts.push_back(Prose{std::string(command.text)});
  Facts facts;
  for (Fact& fact : std::vector<Fact>{Described(command), Examples(command)}) {
    if (!fact.items.empty()) facts.facts.push_back(std::move(fact));
  }
  page.parts.push_back(std::move(facts));
  return page;
}

}  // namespace

std::string CommandsChapter() {
  TextWriter out;
  out.Line("In a year, in this order:");
  out.Line();
  for (const ExampleRow& step : YearlySteps()) out.Line("- `{}`: {}", step.line, MarkdownWords(step.what));
  out.Line();
  out.Line("| exit code | meaning |");
  out.Line("| --- | --- |");
  for (const ExitRow& row : ExitCodes()) out.Line("| {} | {} |", row.code, MarkdownWords(row.meaning));
  for (const CommandRow& command : AllCommands()) {
    const Page page = PageOf(command);
    out.Line();
    out.Line("## {}", page.title);
    out.Line();
    out.Line(MarkdownOf(page));
  }
  return out.Take();
}

}  // namespace hotsite::driver
