// Findings for tools: on stdout in the format of `--format`, and in the files of `--report`.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/commands.h"
#include "compiler/driver/source_paths.h"
#include "compiler/model/model.h"

namespace hotsite::driver {

/// What a command found, and in which spec.
struct ToldFindings {
  const std::vector<Diagnostic>& findings;
  const SourceMap& sources;
  std::string spec;                         // as it was named
  int exit_code = kClean;                   // of the command
  bool judged = false;                      // whether the rules could be asked
  std::vector<AcceptedText> accepted = {};  // findings that the spec accepts
  Json contract = {};                       // contract/status.h; null: there is no contract
};

/// The findings that the spec accepts, and why.
std::vector<AcceptedText> AcceptedIn(const model::Model& model);

/// The accepted ones behind the others, as notes that say why.
std::vector<Diagnostic> WithAccepted(const std::vector<Diagnostic>& findings,
                                     const std::vector<AcceptedText>& accepted);

/// The findings in a format for tools.
std::string RenderFindings(Format format, const ToldFindings& told, const CommonOptions& options);

/// Prints them where `--format` says so, writes the files of `--report`, and gives the exit code: told.exit_code, or
/// kUsage where a file can't be written.
int TellTools(const ToldFindings& told, const CommonOptions& options, Streams streams);

}  // namespace hotsite::driver
