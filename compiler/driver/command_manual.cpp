// hotsite manual [CHAPTER] [-o DIR]
#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/help.h"
#include "compiler/driver/manual.h"
#include "compiler/driver/report.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

std::optional<FileProblem> WriteTo(const std::string& folder) {
  StagedFolder staged(folder);
  if (auto problem = staged.Begin()) return problem;
  std::vector<std::string> ours;
  for (const ManualFile& file : ManualFiles()) {
    ours.push_back(file.name);
    if (auto problem = staged.Add(file.name, file.text)) return problem;
  }
  return staged.Commit(ours);
}

int NoSuchChapter(const std::string& wanted, Streams streams) {
  std::vector<std::string_view> known;
  std::vector<std::string> names;
  for (const Chapter& chapter : AllChapters()) {
    known.push_back(chapter.name);
    names.emplace_back(chapter.name);
  }
  streams.err << fmt::format("hotsite manual: there is no chapter `{}`{}; there are {}\n", Printable(wanted),
                             DidYouMean(wanted, known), JoinWords(names));
  return kUsage;
}

}  // namespace

int RunManual(const Arguments& arguments, Streams streams) {
  const std::string wanted = arguments.First();
  const Chapter* chapter = FindChapter(wanted);
  if (!wanted.empty() && chapter == nullptr) return NoSuchChapter(wanted, streams);
  if (!arguments.Has("o")) {
    streams.out << (chapter == nullptr ? Contents() : TextOf(*chapter));
    return kClean;
  }
  if (chapter != nullptr) {
    streams.err << "hotsite manual: -o writes all chapters; for one: hotsite manual " << chapter->name << "\n";
    return kUsage;
  }
  const std::string folder = arguments.Get("o");
  if (const auto problem = WriteTo(folder)) {
    streams.err << RenderOne(Problem(codes::kCannotWrite, fmt::format("`{}` {}", problem->path, problem->what)),
                             SourceMap(), false);
    return kUsage;
  }
  streams.out << fmt::format("wrote {} to {}\n", CountOf(ManualFiles().size(), "file"), folder);
  return kClean;
}

}  // namespace hotsite::driver
