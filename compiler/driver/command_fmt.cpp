// hotsite fmt FILE…: puts `.dr` files in the one style.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/source_problem.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_files.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/text_writer.h"
#include "compiler/syntax/format.h"

namespace hotsite::driver {
namespace {

constexpr const char* kStandardInput = "-";

class FmtRun {
 public:
  FmtRun(bool check, bool colour, Streams streams) : check_(check), colour_(colour), streams_(streams) {}

  int Run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      std::vector<std::string> files{path};
      if (const auto problem = ListSpecFiles(path, &files)) Fail(codes::kCannotRead, *problem);
      for (const std::string& file : files) Format(file);
    }
    if (code_ == kClean && changed_ == 0 && !to_output_)
      streams_.out << fmt::format("{}, nothing to change\n", CountOf(seen_, "file"));
    return code_;
  }

 private:
  void Format(const std::string& path) {
    ++seen_;
    const bool is_input = path == kStandardInput;
    to_output_ = to_output_ || is_input;
    std::string text;
    if (const auto problem = ReadFile(is_input ? "/dev/stdin" : path, kMaxSourceBytes, &text))
      return Fail(codes::kCannotRead, {is_input ? "standard input" : path, problem->what});
    const std::optional<std::string> formatted = Formatted(is_input ? "standard input" : path, text);
    if (!formatted) return Worsen(kFound);
    if (is_input && !check_) streams_.out << *formatted;
    if (*formatted != text) Differs(path, *formatted);
  }

  std::optional<std::string> Formatted(const std::string& shown, const std::string& text) {
    SourceMap sources;
    Reporter reporter;
    std::optional<std::string> formatted;
    if (const auto problem = FindSourceProblem(text)) {
      ReportSourceProblem(shown, *problem, {}, reporter);
    } else {
      formatted = syntax::Format(sources, sources.Add(shown, text), reporter);
    }
    if (!formatted) streams_.err << RenderTerminal(reporter.Take(), sources, {.colour = colour_});
    return formatted;
  }

  void Differs(const std::string& path, const std::string& formatted) {
    ++changed_;
    if (check_) {
      streams_.out << path << "\n";
      return Worsen(kFound);
    }
    if (path == kStandardInput) return;
    if (const auto problem = WriteFileAtomically(path, formatted)) return Fail(codes::kCannotWrite, *problem);
    streams_.out << fmt::format("formatted {}\n", path);
  }

  void Fail(Code code, const FileProblem& problem) {
    streams_.err << RenderOne(Problem(code, fmt::format("`{}` {}", problem.path, problem.what)), SourceMap(), colour_);
    Worsen(kUsage);
  }

  void Worsen(int code) { code_ = std::max(code_, code); }

  const bool check_;
  const bool colour_;
  Streams streams_;
  std::size_t seen_ = 0;
  std::size_t changed_ = 0;
  bool to_output_ = false;  // standard output holds a spec
  int code_ = kClean;
};

}  // namespace

int RunFmt(const Arguments& arguments, Streams streams) {
  return FmtRun(arguments.Has("check"), UseColour(arguments.Get("colour")), streams).Run(arguments.operands);
}

}  // namespace hotsite::driver
