// hotsite explain CODE
#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"
#include "compiler/driver/commands.h"
#include "compiler/rules/rules.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

void Print(llvm::raw_ostream& out, Code code, std::string_view name, std::string_view title) {
  out << fmt::format("{} {}\n{}\n\n", code.ToString(), name, title);
}

// Specs are indented, so that they stand out from the words.
void PrintSpec(llvm::raw_ostream& out, std::string_view heading, std::string_view spec) {
  out << fmt::format("\n{}\n\n", heading);
  while (!spec.empty()) {
    const std::size_t end = std::min(spec.find('\n'), spec.size());
    const std::string_view line = spec.substr(0, end);
    out << (line.empty() ? "\n" : fmt::format("    {}\n", line));
    spec.remove_prefix(std::min(end + 1, spec.size()));
  }
}

void PrintText(llvm::raw_ostream& out, std::string_view text) { out << text << (text.ends_with('\n') ? "" : "\n"); }

int List(llvm::raw_ostream& out) {
  for (const CodeInfo& info : AllCodes()) out << fmt::format("{}  {}\n", info.code.ToString(), info.title);
  for (const rules::RuleInfo& info : rules::AllRules())
    out << fmt::format("{}  {}\n", info.code.ToString(), info.rule->title);
  return kClean;
}

}  // namespace

int RunExplain(const Arguments& arguments, Streams streams) {
  const std::string topic = arguments.First();
  if (topic.empty() || arguments.Has("list")) return List(streams.out);
  const std::string wanted = ToUpper(topic);
  std::vector<std::string> known;
  for (const CodeInfo& info : AllCodes()) {
    known.push_back(info.code.ToString());
    if (known.back() != wanted) continue;
    Print(streams.out, info.code, info.name, info.title);
    PrintText(streams.out, info.explanation);
    return kClean;
  }
  for (const rules::RuleInfo& info : rules::AllRules()) {
    known.push_back(info.code.ToString());
    if (known.back() != wanted) continue;
    Print(streams.out, info.code, info.name, info.rule->title);
    PrintText(streams.out, info.rule->explanation);
    PrintSpec(streams.out, "A spec in which it is found:", info.rule->bad);
    PrintSpec(streams.out, "Repaired:", info.rule->good);
    return kClean;
  }
  const auto near = Nearest(wanted, std::vector<std::string_view>(known.begin(), known.end()));
  streams.err << fmt::format("hotsite: there is no code `{}`{}; `hotsite explain --list` shows all\n", topic,
                             near ? fmt::format(" (did you mean `{}`?)", *near) : "");
  return kUsage;
}

}  // namespace hotsite::driver
