#include "compiler/driver/agreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/driver/agreement_findings.h"
#include "compiler/driver/kept_replies.h"
#include "compiler/driver/promised_site.h"
#include "compiler/requirements/derive.h"

namespace hotsite::driver {
namespace {

void ReportOtherRecovery(const model::Contract& contract, const model::Model& model, Reporter& reporter) {
  auto& found = reporter.Error(codes::kOtherRecovery, contract.name_span,
                               "this contract is of the recovery \"{}\", and the spec has {}", contract.recovery,
                               model.recovery ? fmt::format("\"{}\"", model.recovery->name) : "no recovery");
  found.Here("whose request was answered");
  if (model.recovery) found.Mark(model.recovery->written.name, "the recovery of the spec");
  found.Note("an answer belongs to the request that it was given to: identifiers of another one mean other rows")
      .Advise("name the contract of this recovery; `hotsite reply` writes it from the filled request");
}

/// The contract of the spec's recovery; nothing after reporting that there is none.
std::optional<model::Contract> ChooseContract(std::vector<model::Contract> contracts, const model::Model& model,
                                              const std::string& path, Reporter& reporter) {
  if (contracts.empty()) {
    reporter.Error(codes::kNoContract, {}, "`{}` holds no `contract`", path)
        .Note(
            "`--contract` takes the file that `hotsite reply` writes from a filled request, or one by hand: "
            "`contract \"2009\" { reply \"telephone\" { confirm MEM-001 } }`");
    return {};
  }
  for (model::Contract& contract : contracts) {
    if (model.recovery && contract.recovery == model.recovery->name) return std::move(contract);
  }
  ReportOtherRecovery(contracts.front(), model, reporter);
  return {};
}

/// Digests are shown short on paper.
bool SameDigest(std::string_view a, std::string_view b) {
  const std::size_t length = std::min(a.size(), b.size());
  return a.substr(0, length) == b.substr(0, length);
}

std::string RevisionOf(unsigned revision) {
  return revision == 0 ? "a draft that no vendor has seen" : fmt::format("revision {}", revision);
}

void CheckRevision(const model::Contract& contract, const Compilation& requested, Reporter& reporter) {
  const bool other_revision =
      contract.revision != 0 && static_cast<std::uint64_t>(contract.revision) != requested.revision;
  const bool other_digest = !contract.digest.empty() && !SameDigest(contract.digest, requested.digest());
  if (!other_revision && !other_digest) return;
  const std::string now = RevisionOf(requested.revision);
  auto& found =
      other_revision
          ? reporter.Warn(codes::kOtherRevision, contract.name_span,
                          "revision {} of the request was answered, and the spec is now {}", contract.revision, now)
          : reporter.Warn(codes::kOtherRevision, contract.name_span,
                          "another request was answered than the spec makes, which is now {}", now);
  found
      .Note(
          "rows that ask for the same still count; one that asks for something else has another letter behind its "
          "identifier, and its answer is told")
      .Advise(
          "send the request of the spec as it is now, or check the revision that was answered: "
          "`hotsite check git:REVISION:SPEC --contract FILE`");
}

/// The rows whose answers stand where something is wrong with the promised spec.
std::set<std::size_t> BlamedRows(const contract::Answers& answers, Reporter& reporter) {
  const AnswerPlaces places(answers);
  std::set<std::size_t> blamed;
  for (const Diagnostic& found : reporter.Take()) {
    for (const std::size_t row : places.RowsOf(found)) blamed.insert(row);
  }
  return blamed;
}

class Maker {
 public:
  Maker(const AgreementFiles& files, Agreement& agreement, Missing missing)
      : files_(files), agreement_(agreement), missing_(missing) {}

  void Run() {
    agreement_.requested = Compile(files_.spec, files_.provider);
    if (!agreement_.requested.model) {
      agreement_.promised = Compile(files_.spec, files_.provider);
      return;
    }
    Reporter reporter;
    ReadSite(reporter);
    Compilation& promised = agreement_.promised;
    promised.path = files_.spec;
    promised.ledger = agreement_.requested.ledger;
    promised.revision = agreement_.requested.revision;
    promised.changes = agreement_.requested.changes;
    promised.TakeDigestOf(agreement_.requested);
    if (promised.model) {
      AskWhatWasAsked();
      TellAll(files_, agreement_, missing_ == Missing::kWarnings, reporter);
    }
    if (agreement_.contract) CheckKeptReplies(*agreement_.contract, files_.contract, files_.provider, reporter);
    promised.findings = reporter.Take();
  }

 private:
  // An answer may make what the spec can't say (two systems of one name). It is left to be told by itself then.
  void ReadSite(Reporter& reporter) {
    constexpr int kTries = 3;
    contract::Answers trusted;
    for (int attempt = 0; attempt < kTries; ++attempt) {
      Reporter inner;
      SourceMap sources;
      auto model = ReadPromised(files_, sources, inner, [&](std::vector<model::Contract> contracts, Reporter& out) {
        return MakePromiseOf(std::move(contracts), trusted, out);
      });
      agreement_.promised.sources = std::move(sources);
      const bool last = attempt + 1 == kTries || !agreement_.contract;
      if (model || last) {
        for (Diagnostic& found : inner.Take()) {
          MarkUnfit(found);
          reporter.Add(std::move(found));
        }
        agreement_.promised.model = std::move(model);
        return;
      }
      Distrust(trusted, BlamedRows(agreement_.answers, inner), attempt);
    }
  }

  // What has the right form and still can't stand in the spec (a VLAN beyond 4094) is no answer either.
  void MarkUnfit(const Diagnostic& found) {
    if (found.code != codes::kUnfitAnswer) return;
    for (const std::size_t at : AnswerPlaces(agreement_.answers).RowsOf(found)) {
      contract::RowAnswer& row = agreement_.answers.rows[at];
      row.status = contract::Status::kMalformed;
      row.problem = found.message;
      row.told = true;
    }
  }

  // The first time it chooses the contract and compares; later it only leaves answers out.
  const contract::Promise* MakePromiseOf(std::vector<model::Contract> contracts, contract::Answers& trusted,
                                         Reporter& out) {
    if (!agreement_.contract) {
      agreement_.contract = ChooseContract(std::move(contracts), *agreement_.requested.model, files_.contract, out);
      if (!agreement_.contract) return nullptr;
      agreement_.answers = contract::Compare(agreement_.requested.requirements, *agreement_.contract);
      trusted = agreement_.answers;
    }
    CheckRevision(*agreement_.contract, agreement_.requested, out);
    agreement_.promise = contract::PromiseOf(trusted, *agreement_.requested.model);
    return &agreement_.promise;
  }

  void Distrust(contract::Answers& trusted, const std::set<std::size_t>& blamed, int attempt) {
    const auto& changed = agreement_.promise.changed;
    const std::set<std::string_view> all(changed.begin(), changed.end());
    for (std::size_t i = 0; i < trusted.rows.size(); ++i) {
      const bool everything = blamed.empty() || attempt > 0;
      const bool changes = trusted.rows[i].row != nullptr && all.contains(trusted.rows[i].row->id);
      if (everything ? changes : blamed.contains(i)) trusted.rows[i].status = contract::Status::kUnanswered;
    }
  }

  // The rows stay those that were asked. Questions that are still open point to the holes that are left; a hole that
  // only the promise makes gets a row of its own behind them.
  void AskWhatWasAsked() {
    Compilation& promised = agreement_.promised;
    const Compilation& requested = agreement_.requested;
    std::map<std::string_view, model::HoleId> holes;
    for (std::uint32_t i = 0; i < promised.model->holes.size(); ++i)
      holes.emplace(promised.model->holes[i].key, model::HoleId{i});
    std::set<std::string_view> asked;
    for (requirements::Requirement row : requested.requirements.all) {
      if (row.hole.valid()) {
        const std::string& key = requested.model->at(row.hole).key;
        const auto left = holes.find(key);
        row.hole = left == holes.end() ? model::HoleId() : left->second;
        asked.insert(key);
      }
      promised.requirements.all.push_back(std::move(row));
    }
    const auto ledger = requirements::WithNewKeys(requested.ledger, requested.requirements);
    for (requirements::Requirement& row : requirements::Derive(*promised.model, ledger).all) {
      if (row.hole.valid() && !asked.contains(promised.model->at(row.hole).key))
        promised.requirements.all.push_back(std::move(row));
    }
    std::stable_sort(promised.requirements.all.begin(), promised.requirements.all.end(),
                     [](const auto& a, const auto& b) { return a.category < b.category; });
    promised.requirements.Index();
  }

  const AgreementFiles& files_;
  Agreement& agreement_;
  Missing missing_;
};

}  // namespace

std::unique_ptr<Agreement> CompileAgreement(const std::string& path, const std::string& contract_path,
                                            check::SourceProvider& provider, Missing missing) {
  auto agreement = std::make_unique<Agreement>();
  const AgreementFiles files{path, contract_path, provider};
  Maker(files, *agreement, missing).Run();
  return agreement;
}

}  // namespace hotsite::driver
