#include "compiler/driver/contract_sources.h"

#include <utility>

#include "compiler/driver/spec_source.h"

namespace hotsite::driver {
namespace {

/// The contract from where it is named, all else from where the spec is: a revision that was sent is judged by answers
/// that came later.
class Both : public check::SourceProvider {
 public:
  Both(SpecSource spec, SpecSource contract) : spec_(std::move(spec)), contract_(std::move(contract)) {}

  std::optional<std::string> Read(const std::string& path, std::string* problem) override {
    return For(path).Read(path, problem);
  }
  bool Has(const std::string& path) override { return For(path).Has(path); }

 private:
  check::SourceProvider& For(const std::string& path) {
    return path == contract_.path ? *contract_.files : *spec_.files;
  }

  SpecSource spec_, contract_;
};

}  // namespace

std::optional<ContractSources> FindWithContract(const std::string& spec, const std::string& contract,
                                                std::string* problem) {
  auto one = FindSpec(spec, problem);
  auto other = one ? FindSpec(contract, problem) : std::nullopt;
  if (!other) return {};
  ContractSources sources{one->path, other->path, nullptr};
  sources.files = std::make_shared<Both>(std::move(*one), std::move(*other));
  return sources;
}

}  // namespace hotsite::driver
