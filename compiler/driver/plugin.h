// Plugins: programs of the user's own that make further files of the model. `hotsite build SPEC --plugin NAME=PROGRAM`
// gives PROGRAM model.json on its standard input and takes from its standard output
//
//   {"artifacts": [{"path": "hosts.csv", "text": "…", "executable": false,
//                   "open": [{"requirement": "OSA-002", "what": "device numbers"}]}]}
//
// which become plugins/NAME/hosts.csv. docs/plugins.md tells the rest. A plugin that fails in any way makes the build
// write nothing. Only the command line names plugins, never a spec: a spec of somebody else's runs no program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backends/backend.h"
#include "compiler/diagnostics/diagnostic.h"

namespace hotsite::driver {

inline constexpr std::size_t kMaxPluginOutput = 64u << 20;  // bytes
inline constexpr std::size_t kMaxPluginFiles = 10'000;

struct Plugin {
  std::string name;     // a folder below plugins/
  std::string program;  // a path, or a name that PATH leads to

  /// What the manifest calls it: `plugin:csv`.
  std::string manifest_name() const { return "plugin:" + name; }
};

/// `NAME=PROGRAM`; otherwise nothing, and why in `problem`, going on from "hotsite build: ".
std::optional<Plugin> ReadPlugin(std::string_view text, std::string* problem);

struct PluginResult {
  std::vector<backends::Artifact> artifacts;  // sorted by path
  std::optional<Diagnostic> failed;           // then there are none
  std::string messages;                       // what it wrote to standard error
};

/// Runs it for at most `seconds`. `requirements` are the identifiers that an open place may name.
PluginResult RunPlugin(const Plugin& plugin, std::string_view model_json, unsigned seconds,
                       const requirements::Requirements& requirements);

/// What it printed -> artifacts. Part of RunPlugin; by itself for tests.
PluginResult ReadPluginAnswer(const Plugin& plugin, std::string_view output,
                              const requirements::Requirements& requirements);

}  // namespace hotsite::driver
