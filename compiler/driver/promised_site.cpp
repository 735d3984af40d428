#include "compiler/driver/promised_site.h"

#include <utility>

namespace hotsite::driver {

std::optional<model::Model> ReadPromised(const AgreementFiles& files, SourceMap& sources, Reporter& reporter,
                                         const MakePromise& promise) {
  check::HoleAnswers answers;
  const auto amend = [&](check::Elaborated& spec, Reporter& inner) {
    auto contracts = check::ReadContracts(files.contract, files.provider, sources, inner);
    if (inner.error_count() > 0) return;
    const contract::Promise* made = promise(std::move(contracts), inner);
    if (made == nullptr) return;
    answers = made->answers;
    made->amend(spec, inner);
  };
  return check::ReadAmended(files.spec, files.provider, sources, reporter, amend, answers);
}

}  // namespace hotsite::driver
