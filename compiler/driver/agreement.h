// A spec and the vendor's answers to its request: what was asked, what was promised, and what the promise does.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/contract/answers.h"
#include "compiler/contract/promise.h"
#include "compiler/driver/pipeline.h"
#include "compiler/model/contract.h"

namespace hotsite::driver {

/// Neither copied nor moved: its parts refer to one another.
struct Agreement {
  Agreement() = default;
  Agreement(const Agreement&) = delete;
  Agreement& operator=(const Agreement&) = delete;

  Compilation requested;                    // judged
  std::optional<model::Contract> contract;  // nothing: it couldn't be read, as the findings of `promised` say
  contract::Answers answers;                // when there are a contract and a requested model
  contract::Promise promise;
  /// The spec with the promises in it, judged. Its sources hold the spec and the contract; its findings are all that is
  /// to be told: those of the rules, and of the answers (HS41xx) where no rule tells what they do. Its requirements are
  /// those that were asked, under the identifiers that were asked, with the questions that are still open pointing to
  /// the holes that are left; behind them questions that only the promise raises. Its digest is that of the spec.
  Compilation promised;
};

/// What a row is that has no answer that could be relied on: an error before the test, a warning where something is to
/// be built all the same.
enum class Missing : std::uint8_t { kErrors, kWarnings };

/// Compiles the spec at `path` and what `contract_path` says was answered.
std::unique_ptr<Agreement> CompileAgreement(const std::string& path, const std::string& contract_path,
                                            check::SourceProvider& provider, Missing missing = Missing::kErrors);

}  // namespace hotsite::driver
