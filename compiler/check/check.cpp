#include "compiler/check/check.h"

#include <utility>

#include "compiler/check/accept.h"
#include "compiler/check/build.h"
#include "compiler/check/build_contract.h"
#include "compiler/check/elaborate.h"
#include "compiler/rules/rules.h"

namespace hotsite::check {

std::optional<model::Model> Read(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                 Reporter& reporter) {
  // Statements that couldn't be read may declare what others need; names are resolved all the same (poisoned ones
  // silently), so that misspelt names show in the same run. Rules judge the spec as a whole and would find fault with
  // what was left out: they wait.
  model::Model model = BuildModel(Elaborate(path, provider, sources, reporter), reporter);
  if (reporter.error_count() > 0) return {};
  return model;
}

std::optional<model::Model> ReadAmended(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                        Reporter& reporter, const Amend& amend, const HoleAnswers& answers) {
  Elaborated spec = Elaborate(path, provider, sources, reporter);
  amend(spec, reporter);
  Reporter unread;  // the model is there all the same: the question stays
  model::Model model = BuildModel(std::move(spec), reporter, answers, unread);
  if (reporter.error_count() > 0) return {};
  for (Diagnostic& found : unread.Take()) reporter.Add(std::move(found));
  return model;
}

std::vector<model::Contract> ReadContracts(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                           Reporter& reporter) {
  std::vector<model::Contract> contracts;
  const Elaborated file = Elaborate(path, provider, sources, reporter);
  for (const Entry& entry : file.entries) {
    if (entry.keyword() == "contract") contracts.push_back(ContractOf(entry, reporter));
  }
  return contracts;
}

void Judge(model::Model& model, const SourceMap& sources, Reporter& reporter) {
  Reporter findings;
  for (const rules::RuleInfo& info : rules::AllRules()) {
    model::RuleReporter report(info.code, findings, sources);
    info.rule->run(model, report);
  }
  ApplyAcceptances(model, findings, reporter);
}

std::optional<model::Model> Check(const std::string& path, SourceProvider& provider, SourceMap& sources,
                                  Reporter& reporter) {
  std::optional<model::Model> model = Read(path, provider, sources, reporter);
  if (model) Judge(*model, sources, reporter);
  return model;
}

}  // namespace hotsite::check
