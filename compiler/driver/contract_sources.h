// A spec and its contract as the command line names them: each a file on disk or of a revision of git.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compiler/check/source_provider.h"

namespace hotsite::driver {

struct ContractSources {
  std::string spec;      // what CompileAgreement takes
  std::string contract;  // the same
  std::shared_ptr<check::SourceProvider> files;
};

/// On failure nothing, and `problem` is a sentence.
std::optional<ContractSources> FindWithContract(const std::string& spec, const std::string& contract,
                                                std::string* problem);

}  // namespace hotsite::driver
