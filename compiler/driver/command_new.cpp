// hotsite new [FILE]: asks a few questions and writes a starter spec.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/report.h"
#include "compiler/driver/starter.h"
#include "compiler/driver/topics.h"
#include "compiler/support/atomic_output.h"

namespace hotsite::driver {
namespace {

std::string& At(Answers& answers, const Question& question) { return answers[static_cast<std::size_t>(question.what)]; }

std::optional<std::string> Problem(const Question& question, const std::string& answer) {
  const std::optional<std::string> why = question.why_not(answer);
  if (!why) return {};
  return fmt::format("`{}` {}", Printable(answer), Printable(*why));
}

// Until an answer is good; the end of the input takes the defaults from there on.
bool Ask(const Question& question, std::string& answer, llvm::raw_ostream& out) {
  while (true) {
    out << fmt::format("{} [{}]: ", question.text, question.standard);
    out.flush();
    std::string line;
    if (!std::getline(std::cin, line)) {
      out << "\n";
      return false;
    }
    line.erase(line.find_last_not_of(" \r\t") + 1);
    line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.empty()) return true;
    const auto problem = Problem(question, line);
    if (!problem) {
      answer = line;
      return true;
    }
    TextWriter text;
    text.Wrapped(*problem, kPageWidth, "  ", "  ");
    out << text.Take();
  }
}

// From the options, and on a terminal from whoever sits there.
bool Collect(const Arguments& arguments, Answers& answers, Streams streams) {
  bool asking = !arguments.Has("defaults") && isatty(STDIN_FILENO) == 1;
  for (const Question& question : StarterQuestions()) {
    std::string& answer = At(answers, question);
    answer = question.standard;
    if (!arguments.Has(question.option)) continue;
    answer = arguments.Get(question.option);
    if (const auto problem = Problem(question, answer)) {
      streams.err << fmt::format("hotsite new: --{}: {}\n", question.option, *problem);
      return false;
    }
  }
  if (asking) streams.out << "Enter takes what stands in brackets; Ctrl-D takes it for all that is left.\n\n";
  for (const Question& question : StarterQuestions()) {
    if (asking && !arguments.Has(question.option)) asking = Ask(question, At(answers, question), streams.out);
  }
  return true;
}

// Before anything is asked.
std::optional<std::string> WhyNotFile(const std::string& path) {
  if (!path.ends_with(".dr")) return "a spec's name ends in .dr";
  if (DiskSources().Has(path)) return "it is there already, and `new` overwrites nothing";
  return {};
}

}  // namespace

int RunNew(const Arguments& arguments, Streams streams) {
  const std::string path = arguments.operands.empty() ? "recovery.dr" : arguments.First();
  if (const auto why = WhyNotFile(path)) {
    streams.err << fmt::format("hotsite new: `{}` isn't written: {}\n", Printable(path), *why);
    return kUsage;
  }
  Answers answers;
  if (!Collect(arguments, answers, streams)) return kUsage;
  if (arguments.Has("guests") && arguments.Get("guests") != "0" && arguments.Get("zvm") == "none") {
    streams.err
        << "hotsite new: --guests: the Linux guests run under the z/VM, and `--zvm none` says that there is none\n";
    return kUsage;
  }
  const Parsed<std::string> spec = StarterSpec(answers);
  if (!spec.ok()) {
    streams.err << fmt::format("hotsite new: `{}` isn't written: {}\n", Printable(path), Printable(spec.error().what));
    return kUsage;
  }
  if (const auto problem = WriteFileAtomically(path, *spec)) {
    streams.err << fmt::format("hotsite new: `{}` {}\n", Printable(problem->path), problem->what);
    return kUsage;
  }
  const std::string shown = Printable(path);
  streams.out << fmt::format(
      "{}: written, {}; every figure in it is an example. Edit it, then:\n\n"
      "  hotsite check {}\n  hotsite show {}\n  hotsite build {} -o out\n",
      shown, CountOf(static_cast<std::size_t>(std::count(spec->begin(), spec->end(), '\n')), "line"), shown, shown,
      shown);
  return kClean;
}

}  // namespace hotsite::driver
