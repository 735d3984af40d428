// Where the time and the memory of a check go: one line a stage and a rule, words and numbers with tabs between, for
// `run`. usage: stages SPEC…   (each a single file) Rules are run again and again until the clock can tell, stages
// once. Times are of the processor, so that other programs on the machine count little.
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

#include "backends/backend.h"
#include "compiler/check/build.h"
#include "compiler/check/elaborate.h"
#include "compiler/model/model.h"
#include "compiler/requirements/derive.h"
#include "compiler/rules/rules.h"
#include "compiler/support/atomic_output.h"

namespace hotsite {
namespace {

constexpr double kMeasurable = 20;  // milliseconds
constexpr int kMostRuns = 20;

double Milliseconds() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::size_t HeapMebibytes() {
  const struct mallinfo2 heap = mallinfo2();
  return (heap.uordblks + heap.hblkhd) >> 20;
}

long PeakMebibytes() {
  struct rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// What a stage leaves behind, with the time it took.
template <class Work>
auto Measured(const char* stage, Work work) {
  const double begin = Milliseconds();
  auto result = work();
  fmt::print("stage\t{}\t{:.1f}\t{}\t{}\n", stage, Milliseconds() - begin, HeapMebibytes(), PeakMebibytes());
  std::fflush(stdout);
  return result;
}

double TimeOf(const rules::RuleInfo& info, const model::Model& model, const SourceMap& sources) {
  const double begin = Milliseconds();
  int runs = 0;
  double spent = 0;
  while (runs < kMostRuns && spent < kMeasurable) {
    Reporter findings;
    model::RuleReporter report(info.code, findings, sources);
    info.rule->run(model, report);
    ++runs;
    spent = Milliseconds() - begin;
  }
  return spent / runs;
}

/// What all writes of a shop's configuration: files are dropped as they come, as the driver hands them on.
constexpr std::string_view kConfiguration[] = {"zvm", "linux", "zos", "model_json"};

void MeasureBackends(const std::string& path, const model::Model& model,
                     const requirements::Requirements& requirements) {
  const backends::BuildInput input{model, requirements, path, "0", 0};
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (std::find(std::begin(kConfiguration), std::end(kConfiguration), backend.name) == std::end(kConfiguration))
      continue;
    std::size_t bytes = 0, files = 0;
    (void)Measured(fmt::format("backend {}", backend.name).c_str(), [&] {
      backend.generate(input, [&](const backends::Artifact& artifact) {
        bytes += artifact.text.size();
        ++files;
      });
      return 0;
    });
    fmt::print("files\t{}\t{}\t{}\n", backend.name, files, bytes >> 20);
  }
}

bool Measure(const std::string& path) {
  std::string text;
  if (const auto problem = ReadFile(path, kMaxSourceBytes, &text)) {
    fmt::print(stderr, "{} {}\n", problem->path, problem->what);
    return false;
  }
  check::MemorySources files(std::map<std::string, std::string>{{path, std::move(text)}});
  SourceMap sources;
  Reporter reporter;
  check::Elaborated spec = Measured("elaborate", [&] { return check::Elaborate(path, files, sources, reporter); });
  const model::Model model = Measured("build model", [&] { return check::BuildModel(std::move(spec), reporter); });
  if (reporter.error_count() > 0) {
    fmt::print(stderr, "{}: the spec has errors\n", path);
    return false;
  }
  for (const rules::RuleInfo& info : rules::AllRules())
    fmt::print("rule\t{} {}\t{:.3f}\n", info.code.ToString(), info.name, TimeOf(info, model, sources));
  const auto requirements =
      Measured("requirements", [&] { return requirements::Derive(model, requirements::Ledger()); });
  MeasureBackends(path, model, requirements);
  return true;
}

}  // namespace
}  // namespace hotsite

int main(int count, char** arguments) {
  bool good = count > 1;
  for (int i = 1; i < count; ++i) good = hotsite::Measure(arguments[i]) && good;
  return good ? 0 : 1;
}
