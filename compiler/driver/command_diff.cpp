// hotsite diff OLD NEW, hotsite diff SPEC --against REVISION
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
#include "compiler/driver/gate.h"
#include "compiler/driver/page.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_pairs.h"
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
      ReportFindings(*compilation, {.spec = spec->path, .colour = options.colour, .most = options.most}, streams);
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

void Print(const Comparisons& all, const CommonOptions& options, const std::string& format, llvm::raw_ostream& out) {
  if (format == "human") return PrintForPeople(all, options, out);
  std::vector<backends::changelog::Changelog> logs;
  for (const auto& one : all) logs.push_back(one->log());
  out << (format == "json" ? backends::changelog::Json(logs) : backends::changelog::Markdown(logs));
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

int RunDiff(const Arguments& arguments, Streams streams) {
  std::string problem;
  const auto gate = Gate::Read(arguments.List("fail-on"), &problem);
  const auto pairs = gate ? FindPairs(arguments, &problem) : std::nullopt;
  if (!pairs) return Refuse(problem, streams);
  const CommonOptions options = CommonFrom(arguments);
  Comparisons all;
  bool readable = true;
  for (const SpecPair& pair : pairs->pairs) {
    auto comparison = ComparePair(pair, options, arguments.Get("files"), streams);
    readable = readable && comparison != nullptr;
    if (comparison) all.push_back(std::move(comparison));
  }
  if (!readable) return kUsage;
  Print(all, options, arguments.Get("format"), streams.out);
  for (const std::string& remark : pairs->remarks) {
    TextWriter line;
    line.Wrapped(Printable(remark), kPageWidth, "note: ", "      ");
    streams.err << line.Take();
  }
  return Judge(all, *gate, streams.err);
}

}  // namespace hotsite::driver
