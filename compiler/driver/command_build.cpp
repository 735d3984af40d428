// hotsite build SPEC -o DIR [--contract …] [--only …] [--plugin …] [--verify]
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/build.h"
#include "compiler/driver/buildable.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/plugin.h"
#include "compiler/driver/report.h"
#include "compiler/driver/spec_source.h"
#include "compiler/driver/verify.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/sha256.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

struct BuildOptions : CommonOptions {
  std::string folder;
  std::vector<std::string> only;
  std::vector<Plugin> plugins;
  unsigned plugin_seconds = 0;
  bool verify = false;
  std::string contract;  // empty: none

  /// The command line that builds the same.
  std::string again() const {
    const std::string with = contract.empty() ? "" : fmt::format(" --contract {}", contract);
    return fmt::format("hotsite build {}{} -o {}", spec, with, folder);
  }
  /// Whether this run makes the files that a manifest lists for `backend`.
  bool Makes(std::string_view backend) const {
    const auto is_it = [&](const Plugin& plugin) { return plugin.manifest_name() == backend; };
    return only.empty() || std::find(only.begin(), only.end(), backend) != only.end() ||
           std::any_of(plugins.begin(), plugins.end(), is_it);
  }
};

/// The backend that writes what tells of the vendor's answers.
constexpr const char* kTellsAnswers = "contract";
constexpr std::size_t kMaxManifest = 256u << 20;

Diagnostic AsFinding(const FileProblem& problem) {
  return Problem(codes::kCannotWrite, fmt::format("`{}` {}", problem.path, problem.what));
}

int Fail(Compilation& compilation, Diagnostic finding, const CommonOptions& options, Streams streams) {
  finding.Note("the files that were there are as they were");
  FindLater(compilation, std::move(finding), options, streams);
  return kUsage;
}

std::optional<Manifest> OldManifest(const std::string& folder) {
  std::string text;
  if (ReadFile(folder + "/" + kManifestFile, kMaxManifest, &text)) return {};
  return Manifest::Parse(text);
}

bool KnownBackends(const std::vector<std::string>& only, Streams streams) {
  std::vector<std::string_view> known;
  for (const backends::BackendInfo& backend : backends::AllBackends()) known.push_back(backend.name);
  for (const std::string& name : only) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto near = Nearest(name, known);
    std::vector<std::string> list(known.begin(), known.end());
    streams.err << fmt::format("hotsite build: --only names no backend `{}`{}; there are {}\n", name,
                               near ? fmt::format(" (did you mean `{}`?)", *near) : "", JoinWords(list));
    return false;
  }
  return true;
}

/// What tells of the vendor's answers needs some.
bool HasContractFor(const BuildOptions& options, Streams streams) {
  if (!options.contract.empty() || !TellAnswersOnly(options.only)) return true;
  streams.err << fmt::format(
      "hotsite build: `--only {}` tells what the vendor answered, so `--contract FILE` must say "
      "where that stands\n",
      fmt::join(options.only, ","));
  return false;
}

bool ReadPlugins(const std::vector<std::string>& texts, std::vector<Plugin>& plugins, Streams streams) {
  for (const std::string& text : texts) {
    std::string problem;
    std::optional<Plugin> plugin = ReadPlugin(text, &problem);
    const auto same = [&](const Plugin& other) { return plugin && ToLower(other.name) == ToLower(plugin->name); };
    if (std::any_of(plugins.begin(), plugins.end(), same))
      problem = fmt::format("`--plugin` names `{}` twice; each has a folder of its own", plugin->name);
    if (!problem.empty()) {
      streams.err << "hotsite build: " << problem << "\n";
      return false;
    }
    plugins.push_back(std::move(*plugin));
  }
  return true;
}

// What the manifest of a build with --only keeps of the one before, where a whole build has it.
void KeepOthers(const std::optional<Manifest>& old, const BuildOptions& options, Manifest& manifest) {
  if (!old) return;
  for (const ManifestFile& file : old->files) {
    if (!options.Makes(file.backend)) manifest.files.push_back(file);
  }
  const auto rank = [](const ManifestFile& file) {
    const auto all = backends::AllBackends();
    return std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == file.backend; }) -
           all.begin();
  };
  std::stable_sort(manifest.files.begin(), manifest.files.end(),
                   [&](const ManifestFile& a, const ManifestFile& b) { return rank(a) < rank(b); });
}

void Summarise(const Manifest& manifest, const BuildOptions& options, llvm::raw_ostream& out) {
  std::map<std::string, std::size_t> by_top;
  std::size_t open = 0;
  for (const ManifestFile& file : manifest.files) {
    ++by_top[file.path.find('/') == std::string::npos ? file.path : file.path.substr(0, file.path.find('/') + 1)];
    open += file.open.empty() ? 0u : 1u;
  }
  out << fmt::format("{}: wrote {} to {}\n", options.spec, CountOf(manifest.files.size() + 1, "file"), options.folder);
  for (const auto& [top, count] : by_top) {
    const bool folder = top.ends_with('/');
    out << (folder ? fmt::format("  {} {}\n", PadRight(top, 16), CountOf(count, "file")) : fmt::format("  {}\n", top));
  }
  if (open > 0) {
    out << fmt::format(
        "{} {} for the vendor's answers; manifest.json says which, and each place in them is marked `??`\n",
        CountOf(open, "file"), open == 1 ? "waits" : "wait");
  }
}

std::optional<FileProblem> ProblemOf(const backends::Artifact& artifact) {
  if (artifact.problem.empty()) return {};
  return FileProblem{artifact.path, "can't be made: " + artifact.problem};
}

/// What a plugin wrote to standard error, each line behind its name.
void Pass(const Plugin& plugin, std::string_view messages, llvm::raw_ostream& err) {
  for (std::size_t at = 0; at < messages.size();) {
    const std::size_t end = std::min(messages.find('\n', at), messages.size());
    err << plugin.name << ": " << Printable(messages.substr(at, end - at)) << "\n";
    at = end + 1;
  }
}

/// Takes an artifact and the manifest's name of what made it; says what is wrong, if anything.
using Taker = std::function<std::optional<Diagnostic>(std::string_view backend, backends::Artifact)>;

/// Hands on what the backends make, then what the plugins do; ends at the first problem.
std::optional<Diagnostic> MakeAll(const Buildable& built, const BuildOptions& options, Streams streams,
                                  const Taker& take) {
  std::optional<Diagnostic> failed;
  built.Generate(options.only, [&](const backends::BackendInfo& backend, backends::Artifact artifact) {
    if (failed) return;
    if (const auto problem = ProblemOf(artifact)) {
      failed = AsFinding(*problem);
    } else {
      failed = take(backend.name, std::move(artifact));
    }
  });
  const std::string model = failed || options.plugins.empty() ? "" : built.ModelJson();
  for (const Plugin& plugin : options.plugins) {
    if (failed) break;
    PluginResult result = RunPlugin(plugin, model, options.plugin_seconds, built.told().requirements);
    Pass(plugin, result.messages, streams.err);
    failed = std::move(result.failed);
    for (backends::Artifact& artifact : result.artifacts) {
      if (!failed) failed = take(plugin.manifest_name(), std::move(artifact));
    }
  }
  return failed;
}

int Write(Buildable& built, const BuildOptions& options, Streams streams) {
  const std::optional<Manifest> old = OldManifest(options.folder);
  StagedFolder staged(options.folder);
  if (const auto problem = staged.Begin()) return Fail(built.told(), AsFinding(*problem), options, streams);
  Manifest manifest = built.EmptyManifest();
  const auto add = [&](std::string_view backend, backends::Artifact artifact) -> std::optional<Diagnostic> {
    const auto problem = staged.Add(artifact.path, artifact.text, artifact.executable);
    manifest.files.push_back(ListArtifact(backend, std::move(artifact)));
    return problem ? std::optional(AsFinding(*problem)) : std::nullopt;
  };
  if (auto finding = MakeAll(built, options, streams, add))
    return Fail(built.told(), std::move(*finding), options, streams);
  KeepOthers(old, options, manifest);
  std::optional<FileProblem> failed = staged.Add(kManifestFile, manifest.Print());
  std::vector<std::string> ours{kManifestFile};
  for (const ManifestFile& file : old ? old->files : std::vector<ManifestFile>()) {
    if (options.Makes(file.backend)) ours.push_back(file.path);
  }
  if (!failed) failed = staged.Commit(old ? ours : std::vector<std::string>());
  if (failed) return Fail(built.told(), AsFinding(*failed), options, streams);
  Summarise(manifest, options, streams.results(options));
  built.ListOpen(streams.results(options));
  return kClean;
}

/// Compares all files with what the spec yields; the first problem ends it.
std::optional<Diagnostic> CompareAll(const Buildable& built, const BuildOptions& options, Streams streams,
                                     Verifier& verifier) {
  const std::optional<Manifest> old = OldManifest(options.folder);
  Manifest manifest = built.EmptyManifest();
  const auto compare = [&](std::string_view backend, const backends::Artifact& artifact) -> std::optional<Diagnostic> {
    ManifestFile& file = manifest.files.emplace_back(ListArtifact(backend, artifact));
    const std::string recorded = old ? old->RecordedFor(file) : "";
    verifier.Compare(artifact, recorded);
    if (!recorded.empty()) file.sha256 = recorded;
    return {};
  };
  if (auto finding = MakeAll(built, options, streams, compare)) return finding;
  KeepOthers(old, options, manifest);
  verifier.CompareText(kManifestFile, manifest.Print());
  for (const ManifestFile& file : old ? old->files : std::vector<ManifestFile>()) {
    if (options.Makes(file.backend)) verifier.LeftOver(file.path);
  }
  return {};
}

int Conclude(const Verifier& verifier, std::size_t misfits, const BuildOptions& options, llvm::raw_ostream& out) {
  const std::size_t stale = verifier.stale_count();
  if (stale == 0 && misfits == 0) {
    out << fmt::format("{}: {} are what the spec yields\n", options.spec, CountOf(verifier.compared(), "file"));
    return kClean;
  }
  if (stale > 0)
    out << fmt::format("{}: {} of {} in {} {} not what the spec yields; run `{}`\n", options.spec, stale,
                       CountOf(verifier.compared(), "file"), options.folder, stale == 1 ? "is" : "are",
                       options.again());
  if (misfits > 0) out << fmt::format("{}: the ledger doesn't fit the spec\n", options.spec);
  return kFound;
}

int NothingBuilt(Buildable& built, const BuildOptions& options, Streams streams) {
  Diagnostic finding = Problem(codes::kStaleFile, fmt::format("the folder `{}` isn't there", options.folder));
  finding.Advise(fmt::format("run `{}` and commit what it writes", options.again()));
  FindLater(built.told(), std::move(finding), options, streams);
  return kFound;
}

int Verify(Buildable& built, const SpecSource& spec, const BuildOptions& options, Streams streams) {
  std::error_code ignored;
  if (!std::filesystem::exists(options.folder, ignored)) return NothingBuilt(built, options, streams);
  Verifier verifier(options.folder);
  if (auto finding = CompareAll(built, options, streams, verifier))
    return Fail(built.told(), std::move(*finding), options, streams);
  const std::vector<Diagnostic> misfits = built.LedgerMisfits(*spec.files);
  for (const Diagnostic& misfit : misfits) FindLater(built.told(), misfit, options, streams);
  llvm::raw_ostream& out = streams.results(options);
  out << TellStale(verifier, options.most);
  for (Diagnostic& finding : StaleFindings(verifier, options.spec, options.folder, built.told().sources))
    built.told().findings.push_back(std::move(finding));
  return Conclude(verifier, misfits.size(), options, out);
}

}  // namespace

int RunBuild(const Arguments& arguments, Streams streams) {
  BuildOptions options{CommonFrom(arguments),           arguments.Get("o"),      arguments.List("only"),   {},
                       arguments.Number("plugin-time"), arguments.Has("verify"), arguments.Get("contract")};
  if (!KnownBackends(options.only, streams) || !HasContractFor(options, streams) ||
      !ReadPlugins(arguments.List("plugin"), options.plugins, streams))
    return kUsage;
  std::string problem;
  const auto spec = FindSpec(options.spec, &problem);
  if (!spec) {
    streams.err << "hotsite build: " << problem << "\n";
    return kUsage;
  }
  Buildable built(*spec, options.contract);
  Compilation& told = built.told();
  if (RefusesReports(told, options, streams)) return kUsage;
  if (built.asked().model && built.asked().model->recovery_sites().empty())
    told.findings.push_back(NothingToDo("build"));
  int code = TellPeople(told, options, streams);
  const bool despite_errors = code == kFound && told.has_errors() && built.has_contract();
  if (code == kClean || (despite_errors && built.CanBuild(options.only)))
    code = std::max(code, options.verify ? Verify(built, *spec, options, streams) : Write(built, options, streams));
  else if (despite_errors && built.CanBuild({kTellsAnswers}) && options.for_people())
    streams.err << Printable(fmt::format("no file is written; `{} --only {}` writes what tells the vendor of it",
                                         options.again(), kTellsAnswers))
                << "\n";
  return TellTools(told, options, code, streams);
}

int RunListBackends(const Arguments&, Streams streams) {
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    streams.out << fmt::format("{} {}\n           writes {}\n", PadRight(backend.name, 10), backend.summary,
                               backend.writes);
  }
  return kClean;
}

}  // namespace hotsite::driver
