// hotsite diff OLD NEW, hotsite diff SPEC --against REVISION, hotsite diff SPEC --contract FILE
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "backends/changelog/changelog.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/affected_files.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/compare.h"
#include "compiler/driver/compare_promise.h"
#include "compiler/driver/finding_output.h"
#include "compiler/driver/gate.h"
#include "compiler/driver/git_diff_driver.h"
#include "compiler/driver/page.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_pairs.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

using Comparisons = std::vector<std::unique_ptr<Comparison>>;

int Refuse(const std::string& problem, Streams streams) {
  streams.err << "hotsite diff: " << problem << "\n";
  return kUsage;
}

std::optional<SpecPairs> FindPairs(const Arguments& arguments, std::string* problem) {
  const std::vector<std::string>& specs = arguments.operands;
  const std::size_t wanted = arguments.Has("against") ? 1 : 2;
  if (specs.size() < wanted) {
    *problem = "it takes two specs, or one and `--against REVISION`: `hotsite diff 2008.dr 2009.dr`";
    return {};
  }
  if (specs.size() > wanted) {
    *problem = fmt::format("`{}` is one word too many{}", Printable(specs[wanted]),
                           wanted == 1 ? "; with `--against` the older spec is the same file as it was" : "");
    return {};
  }
  return wanted == 1 ? PairAgainst(specs[0], arguments.Get("against"), problem)
                     : PairNamed(specs[0], specs[1], problem);
}

/// The one spec whose promise is compared.
std::optional<SpecSource> FindPromised(const Arguments& arguments, std::string* problem) {
  if (arguments.Has("against")) {
    *problem = "`--against` compares with an earlier state and `--contract` with what was promised; take one of them";
    return {};
  }
  if (arguments.operands.size() != 1) {
    *problem = "with `--contract` it takes one spec: `hotsite diff 2009.dr --contract contract.dr`";
    return {};
  }
  return FindSpec(arguments.operands.front(), problem);
}

std::string ErrorsOf(const SpecSource& spec, const Compilation& compilation) {
  const auto errors = std::count_if(compilation.findings.begin(), compilation.findings.end(),
                                    [](const Diagnostic& finding) { return finding.severity == Severity::kError; });
  if (errors == 0) return {};
  return fmt::format("{} has {}: `hotsite check` tells {}", spec.title,
                     CountOf(static_cast<std::size_t>(errors), "error"), errors == 1 ? "it" : "them");
}

/// Nothing, and the findings, where one can't be read.
std::unique_ptr<Comparison> ComparePair(const SpecPair& pair, const CommonOptions& options, const std::string& files,
                                        Streams streams) {
  auto [before, now] = CompileBoth(pair.before.path, *pair.before.files, pair.now.path, *pair.now.files);
  std::vector<std::string> remarks = pair.remarks;
  const bool with_files = before.model && now.model && WantsFiles(files, before, now);
  if (with_files) JudgeBoth(before, now);
  bool readable = true;
  for (const auto& [spec, compilation] : {std::pair{&pair.before, &before}, std::pair{&pair.now, &now}}) {
    if (!compilation->model) {
      streams.err << fmt::format("hotsite diff: {} can't be compared, since not all of it can be read:\n",
                                 Printable(spec->title));
      TellPeople(*compilation, options, streams);
      readable = false;
    } else if (std::string errors = ErrorsOf(*spec, *compilation); !errors.empty()) {
      remarks.push_back(std::move(errors));
    }
  }
  if (!readable) return nullptr;
  auto comparison = std::make_unique<Comparison>(ComparedSpec{std::move(before), pair.before.title},
                                                 ComparedSpec{std::move(now), pair.now.title});
  comparison->remarks = std::move(remarks);
  if (with_files)
    AddAffectedFiles(*comparison);
  else if (files == "auto")
    comparison->remarks.emplace_back("files aren't compared, since the specs are large; `--files always` does it");
  return comparison;
}

/// Of several, those without a change share a line.
void PrintForPeople(const Comparisons& all, const CommonOptions& options, llvm::raw_ostream& out) {
  std::vector<std::string> same;
  bool first = true;
  for (const auto& one : all) {
    if (all.size() > 1 && one->changes().all.empty()) {
      same.push_back(one->now().title);
      continue;
    }
    out << (std::exchange(first, false) ? "" : "\n");
    out << backends::changelog::Human(one->log(), {options.colour, options.most});
  }
  if (same.empty()) return;
  TextWriter line;
  line.Wrapped(Printable("no change in meaning: " + JoinWords(same)), kPageWidth, "", "  ");
  out << (first ? "" : "\n") << line.Take();
}

/// The findings of all comparisons, with one map of the sources that they are in.
struct AllFindings {
  std::vector<Diagnostic> findings;
  SourceMap sources;
};

void AddFindings(const Comparison& comparison, const Gate& gate, AllFindings& all) {
  std::vector<bool> fails;
  for (const diff::SpecChange& change : comparison.changes().all) fails.push_back(gate.Fails(change));
  const SourceMap& sources = comparison.now().compilation.sources;
  std::vector<FileId> files;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceFile& file = sources.Get(FileId{i});
    files.push_back(all.sources.Add(file.path(), std::string(file.text())));
  }
  for (Diagnostic& finding : AsFindings(comparison, fails)) {
    Span& span = finding.primary.span;
    if (span.valid()) span.file = files[static_cast<std::uint32_t>(span.file)];
    all.findings.push_back(std::move(finding));
  }
}

/// What is printed or written to a file in any format but that for people.
std::string Rendered(const std::string& format, const Comparisons& all, const Gate& gate,
                     const CommonOptions& options) {
  if (format == "json" || format == "markdown") {
    std::vector<backends::changelog::Changelog> logs;
    for (const auto& one : all) logs.push_back(one->log());
    return format == "json" ? backends::changelog::Json(logs) : backends::changelog::Markdown(logs);
  }
  AllFindings found;
  for (const auto& one : all) AddFindings(*one, gate, found);
  const std::string spec = all.empty() ? "" : all.front()->now().compilation.path;
  return RenderFindings(*FindFormat(format), {found.findings, found.sources, spec}, options);
}

/// Prints what `--format` asks for, then writes the files of `--report`; false: one can't be written, which is told.
bool Tell(const Comparisons& all, const Gate& gate, const Arguments& arguments, const CommonOptions& options,
          Streams streams) {
  const std::string format = arguments.Get("format");
  if (format == "human")
    PrintForPeople(all, options, streams.out);
  else
    streams.out << Rendered(format, all, gate, options);
  bool written = true;
  for (const std::string& report : arguments.List("report")) {
    const std::size_t equals = report.find('=');
    const auto failed =
        WriteFileAtomically(report.substr(equals + 1), Rendered(report.substr(0, equals), all, gate, options));
    if (failed) streams.err << Printable(fmt::format("hotsite diff: `{}` {}", failed->path, failed->what)) << "\n";
    written = written && !failed;
  }
  return written;
}

CommonOptions OptionsFrom(const Arguments& arguments) {
  CommonOptions options;
  options.command = "diff";
  options.colour = UseColourOnPages(arguments.Get("colour"));
  options.most = arguments.Number("most");
  options.root = arguments.Get("root");
  for (const std::string& report : arguments.List("report"))
    options.reports.push_back({Format::kHuman, report.substr(report.find('=') + 1)});  // Tell knows diff's own formats
  return options;
}

/// One line that says what failed, as far as a line can.
int Judge(const Comparisons& all, const Gate& gate, llvm::raw_ostream& err) {
  constexpr std::size_t kMostNamed = 5;
  std::vector<std::string> named;
  std::size_t failed = 0;
  for (const auto& one : all) {
    for (const diff::SpecChange& change : one->changes().all) {
      if (!gate.Fails(change)) continue;
      ++failed;
      const std::string others =
          change.subjects.size() > 1 ? fmt::format(" and {} more", change.subjects.size() - 1) : "";
      if (named.size() < kMostNamed)
        named.push_back(fmt::format("{} {}{}", change.code.ToString(), change.subjects.front(), others));
    }
  }
  if (failed == 0) return kClean;
  if (failed > named.size()) named.push_back(fmt::format("{} more", failed - named.size()));
  err << Printable(fmt::format("hotsite diff: {} {} --fail-on {}: {}", CountOf(failed, "change"),
                               failed == 1 ? "fails" : "fail", gate.Written(), fmt::join(named, ", ")))
      << "\n";
  return kFound;
}

}  // namespace

namespace {

/// All that the command line names; false, and `problem` where that wasn't told: they can't be compared.
bool CompareAll(const Arguments& arguments, const CommonOptions& options, Streams streams, Comparisons& all,
                std::vector<std::string>& remarks, std::string* problem) {
  const std::string files = arguments.Get("files");
  if (arguments.Has("contract")) {
    const auto spec = FindPromised(arguments, problem);
    if (spec) all.push_back(ComparePromise(*spec, arguments.Get("contract"), options, files, streams));
  } else if (const auto pairs = FindPairs(arguments, problem)) {
    for (const SpecPair& pair : pairs->pairs) all.push_back(ComparePair(pair, options, files, streams));
    remarks = pairs->remarks;
  }
  return problem->empty() && std::find(all.begin(), all.end(), nullptr) == all.end();
}

}  // namespace

int RunDiff(const Arguments& arguments, Streams streams) {
  if (arguments.Has("git")) return RunGitDiff(arguments.operands, UseColourOnPages(arguments.Get("colour")), streams);
  std::string problem;
  const auto gate = Gate::Read(arguments.List("fail-on"), &problem);
  if (!gate) return Refuse(problem, streams);
  const CommonOptions options = OptionsFrom(arguments);
  Comparisons all;
  std::vector<std::string> remarks;
  if (!CompareAll(arguments, options, streams, all, remarks, &problem))
    return problem.empty() ? kUsage : Refuse(problem, streams);
  for (const auto& one : all) {
    for (const ComparedSpec* spec : {&one->before(), &one->now()}) {
      if (RefusesReports(spec->compilation, options, streams)) return kUsage;
    }
  }
  const bool written = Tell(all, *gate, arguments, options, streams);
  for (const std::string& remark : remarks) {
    TextWriter line;
    line.Wrapped(Printable(remark), kPageWidth, "note: ", "      ");
    streams.err << line.Take();
  }
  const int code = Judge(all, *gate, streams.err);
  return written ? code : kUsage;
}

}  // namespace hotsite::driver
