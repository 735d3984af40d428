// What the commands have in common: printing findings and the questions to the vendor.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/driver/commands.h"
#include "compiler/driver/pipeline.h"
#include "compiler/support/json.h"

namespace hotsite::driver {

/// Tells the findings to people, if that is the wanted form, and gives the exit code they lead to.
int TellPeople(const Compilation& compilation, const CommonOptions& options, Streams streams);

/// Tells them to tools, when the command has ended with `exit_code` and nothing more can be found. `contract`: how far
/// a request is agreed (contract/status.h); null: there is no contract. Gives the exit code.
int TellTools(const Compilation& compilation, const CommonOptions& options, int exit_code, Streams streams,
              Json contract = {});

/// Both, for commands that find nothing later.
int ReportFindings(const Compilation& compilation, const CommonOptions& options, Streams streams);

/// Compiles the spec that the command line names: a file, or `git:REVISION:PATH` (spec_source.h). Nothing when git has
/// no such revision, which was said then: exit with kUsage.
std::optional<Compilation> CompileNamed(const std::string& spec, std::string_view command, Streams streams);

/// A finding that came up later, when people have been told the others: told at once, and kept for tools.
void FindLater(Compilation& compilation, Diagnostic finding, const CommonOptions& options, Streams streams);

/// A finding without a place in a spec, as the commands make them: `error[HS9002]: …`.
Diagnostic Problem(Code code, std::string message);

/// HS3001: the spec has no recovery, so there is nothing to `build` or `issue`.
Diagnostic NothingToDo(std::string_view command);

/// A file of `--report` that is one the command reads, by whatever name: a file of the spec or its ledger. To be asked
/// before anything is written.
std::optional<std::string> ReportOverSource(const Compilation& compilation, const CommonOptions& options);

/// The same, told; exit with kUsage then.
bool RefusesReports(const Compilation& compilation, const CommonOptions& options, Streams streams);

/// Whether the spec itself couldn't be read (exit code 2).
bool Unreadable(const Compilation& compilation);

/// `2 findings accepted (HS2001 for VMPROD, …)`; empty when the spec accepts none.
std::string CountAccepted(const model::Model& model);

/// Lists what waits for the vendor, 80 columns wide. Nothing when nothing does.
void ListWaiting(const Compilation& compilation, llvm::raw_ostream& out);

}  // namespace hotsite::driver
