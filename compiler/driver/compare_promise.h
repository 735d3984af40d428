// `hotsite diff SPEC --contract FILE`: the site as it was asked for beside the one that the vendor promised.
#pragma once

#include <memory>
#include <string>

#include "compiler/driver/commands.h"
#include "compiler/driver/compare.h"
#include "compiler/driver/spec_source.h"

namespace hotsite::driver {

/// `files`: whether the files of both are compared (affected_files.h). Nothing, and the findings are told, where the
/// spec or the contract can't be read, or where the answers make no site.
std::unique_ptr<Comparison> ComparePromise(const SpecSource& spec, const std::string& contract,
                                           const CommonOptions& options, const std::string& files, Streams streams);

}  // namespace hotsite::driver
