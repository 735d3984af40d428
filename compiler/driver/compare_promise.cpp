#include "compiler/driver/compare_promise.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/affected_files.h"
#include "compiler/driver/agreement.h"
#include "compiler/driver/buildable.h"
#include "compiler/driver/report.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

/// What a reader of the changes must know; empty where all is agreed.
std::string StateOf(const contract::Answers& answers, const std::string& spec, const std::string& contract) {
  const std::size_t open = answers.Count(contract::Standing::kOpen);
  const std::size_t refused = answers.Count(contract::Standing::kRefused);
  if (open + refused == 0) return {};
  return fmt::format("{} open and {} refused: `hotsite check {} --contract {}` tells {}",
                     CountOf(open, "row is", "rows are"), refused, spec, contract, open + refused == 1 ? "it" : "them");
}

}  // namespace

std::unique_ptr<Comparison> ComparePromise(const SpecSource& spec, const std::string& contract,
                                           const CommonOptions& options, const std::string& files, Streams streams) {
  const std::unique_ptr<Agreement> agreement = CompileAgreement(spec.path, contract, *spec.files);
  Compilation &requested = agreement->requested, &promised = agreement->promised;
  if (!requested.model || !promised.model) {
    streams.err << fmt::format("hotsite diff: {} can't be compared with what {} promises, since not all can be read:\n",
                               Printable(spec.title), Printable(contract));
    TellPeople(promised, options, streams);
    return nullptr;
  }
  ForgiveMissingAnswers(promised.findings);
  const std::string state = StateOf(agreement->answers, spec.title, contract);
  const bool with_files = WantsFiles(files, requested, promised);
  if (with_files) Judge(requested);
  auto comparison = std::make_unique<Comparison>(
      ComparedSpec{std::move(requested), spec.title + " as requested"},
      ComparedSpec{std::move(promised), fmt::format("as promised in {}", BaseName(contract))});
  if (!state.empty()) comparison->remarks.push_back(state);
  if (with_files) AddAffectedFiles(*comparison);
  // The request stays as it was sent.
  std::erase_if(comparison->files, [](const auto& file) { return file.path.starts_with("request/"); });
  return comparison;
}

}  // namespace hotsite::driver
