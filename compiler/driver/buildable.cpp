#include "compiler/driver/buildable.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "backends/model_json/model_json.h"
#include "compiler/driver/contract_sources.h"
#include "compiler/driver/digest.h"
#include "compiler/driver/ledger_fit.h"
#include "compiler/driver/page.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_source.h"
#include "compiler/requirements/answers_due.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

void Say(const std::string& sentence, llvm::raw_ostream& out) {
  TextWriter lines;
  lines.Wrapped(sentence, kPageWidth);
  out << lines.Take();
}

}  // namespace

std::optional<Buildable> Buildable::Find(const std::string& spec, const std::string& contract, std::string* problem) {
  Buildable built;
  if (contract.empty()) {
    const auto source = FindSpec(spec, problem);
    if (!source) return {};
    built.files_ = source->files;
    built.spec_ = Compile(source->path, *built.files_);
  } else {
    const auto sources = FindWithContract(spec, contract, problem);
    if (!sources) return {};
    built.files_ = sources->files;
    built.agreement_ = CompileAgreement(sources->spec, sources->contract, *built.files_, Missing::kWarnings);
  }
  return built;
}

bool Buildable::CanBuild(const std::vector<std::string>& only) const {
  if (!agreement_) return spec_.model && !spec_.has_errors();
  if (!agreement_->requested.model || !agreement_->contract || agreement_->answers.contract == nullptr) return false;
  return TellAnswersOnly(only) || (agreement_->promised.model && !agreement_->promised.has_errors());
}

void Buildable::Generate(const std::vector<std::string>& only, const BackendSink& sink) const {
  if (agreement_)
    driver::Generate(*agreement_, only, sink);
  else
    driver::Generate(spec_, only, sink);
}

std::string Buildable::ModelJson() const {
  std::string text;
  const auto keep = [&](backends::Artifact artifact) { text = std::move(artifact.text); };
  std::optional<backends::AgreementInput> view;
  const bool answered = agreement_ && agreement_->contract;
  backends::model_json::Generate(answered ? InputOf(*agreement_, view) : InputOf(told()), keep);
  return text;
}

Manifest Buildable::EmptyManifest() const {
  Manifest manifest{BaseName(asked().path), asked().digest(), asked().revision, {}};
  if (agreement_) {
    const Span contract = agreement_->contract->span;
    manifest.contract = BaseName(told().sources.Get(contract).path());
    manifest.contract_digest = DigestOf(told().sources, contract.file);
  }
  return manifest;
}

std::vector<Diagnostic> Buildable::LedgerMisfits() {
  Compilation& spec = agreement_ ? agreement_->requested : spec_;
  std::vector<Diagnostic> misfits = FindLedgerMisfits(spec, *files_);
  if (!agreement_ || misfits.empty()) return misfits;
  const SourceFile& ledger = spec.sources.Get(misfits.front().primary.span);
  const FileId file = told().sources.Add(ledger.path(), std::string(ledger.text()));
  for (Diagnostic& misfit : misfits) misfit.primary.span.file = file;
  return misfits;
}

void Buildable::ListOpen(llvm::raw_ostream& out) const {
  ListWaiting(told(), out);
  if (!agreement_ || agreement_->answers.contract == nullptr) return;
  using contract::Standing;
  const std::size_t open = agreement_->answers.Count(Standing::kOpen);
  const std::size_t refused = agreement_->answers.Count(Standing::kRefused);
  if (open + refused == 0) return;
  const auto& recovery = asked().model->recovery;
  const std::string due = recovery ? requirements::AnswersDue(*recovery) : std::string();
  Say(fmt::format(
          "not agreed: {} open and {} refused{}; contract/status.txt lists them, contract/reminder.eml asks the "
          "vendor",
          CountOf(open, "row"), refused, due.empty() ? "" : ", answers are due by " + due),
      out);
}

}  // namespace hotsite::driver
