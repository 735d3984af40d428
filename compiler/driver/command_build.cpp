// hotsite build SPEC -o DIR [--only …] [--verify]
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/build.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/report.h"
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
  bool verify = false;
};

constexpr std::size_t kMaxManifest = 256u << 20;

int Fail(const FileProblem& problem, Streams streams) {
  Diagnostic finding = Problem(codes::kCannotWrite, fmt::format("`{}` {}", problem.path, problem.what));
  finding.Note("the files that were there are as they were");
  streams.err << RenderOne(finding, SourceMap(), false);
  return kUsage;
}

std::optional<Manifest> OldManifest(const std::string& folder) {
  std::string text;
  if (ReadFile(folder + "/" + kManifestFile, kMaxManifest, &text)) return {};
  return Manifest::Parse(text);
}

bool Wanted(const std::vector<std::string>& only, std::string_view backend) {
  return only.empty() || std::find(only.begin(), only.end(), backend) != only.end();
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

Manifest NewManifest(const Compilation& compilation) {
  return {BaseName(compilation.path), compilation.digest(), compilation.revision, {}};
}

// What the manifest of a build with --only keeps of the one before.
void KeepOthers(const std::optional<Manifest>& old, const std::vector<std::string>& only, Manifest& manifest) {
  if (!old || only.empty()) return;
  for (const ManifestFile& file : old->files) {
    if (!Wanted(only, file.backend)) manifest.files.push_back(file);
  }
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

int Write(const Compilation& compilation, const BuildOptions& options, Streams streams) {
  const std::optional<Manifest> old = OldManifest(options.folder);
  StagedFolder staged(options.folder);
  if (const auto problem = staged.Begin()) return Fail(*problem, streams);
  Manifest manifest = NewManifest(compilation);
  std::optional<FileProblem> failed;
  Generate(compilation, options.only, [&](const backends::BackendInfo& backend, backends::Artifact artifact) {
    if (failed) return;
    failed = ProblemOf(artifact);
    if (failed) return;
    failed = staged.Add(artifact.path, artifact.text, artifact.executable);
    manifest.files.push_back(ListArtifact(backend.name, std::move(artifact)));
  });
  KeepOthers(old, options.only, manifest);
  if (!failed) failed = staged.Add(kManifestFile, manifest.Print());
  std::vector<std::string> ours{kManifestFile};
  for (const ManifestFile& file : old ? old->files : std::vector<ManifestFile>()) {
    if (Wanted(options.only, file.backend)) ours.push_back(file.path);
  }
  if (!failed) failed = staged.Commit(old ? ours : std::vector<std::string>());
  if (failed) return Fail(*failed, streams);
  Summarise(manifest, options, streams.out);
  ListWaiting(compilation, streams.out);
  return kClean;
}

int Conclude(const Verifier& verifier, const BuildOptions& options, llvm::raw_ostream& out) {
  if (verifier.stale() == 0) {
    out << fmt::format("{}: {} are what the spec yields\n", options.spec, CountOf(verifier.compared(), "file"));
    return kClean;
  }
  out << fmt::format("{}: {} in {} {} not what the spec yields; run `hotsite build {} -o {}`\n", options.spec,
                     CountOf(verifier.stale(), "file"), options.folder, verifier.stale() == 1 ? "is" : "are",
                     options.spec, options.folder);
  return kFound;
}

int Verify(const Compilation& compilation, const BuildOptions& options, Streams streams) {
  const std::optional<Manifest> old = OldManifest(options.folder);
  Manifest manifest = NewManifest(compilation);
  Verifier verifier(options.folder, streams.out);
  std::optional<FileProblem> failed;
  Generate(compilation, options.only, [&](const backends::BackendInfo& backend, backends::Artifact artifact) {
    if (!failed) failed = ProblemOf(artifact);
    if (failed) return;
    ManifestFile& file = manifest.files.emplace_back(ListArtifact(backend.name, artifact));
    const std::string recorded = old ? old->RecordedFor(file) : "";
    verifier.Compare(artifact, recorded);
    if (!recorded.empty()) file.sha256 = recorded;
  });
  if (failed) return Fail(*failed, streams);
  KeepOthers(old, options.only, manifest);
  verifier.CompareText(kManifestFile, manifest.Print());
  for (const ManifestFile& file : old ? old->files : std::vector<ManifestFile>()) {
    if (Wanted(options.only, file.backend)) verifier.LeftOver(file.path);
  }
  return Conclude(verifier, options, streams.out);
}

}  // namespace

int RunBuild(const Arguments& arguments, Streams streams) {
  const BuildOptions options{CommonFrom(arguments), arguments.Get("o"), arguments.List("only"),
                             arguments.Has("verify")};
  if (!KnownBackends(options.only, streams)) return kUsage;
  DiskSources disk;
  Compilation compilation = Compile(options.spec, disk);
  if (compilation.model && compilation.model->recovery_sites().empty())
    compilation.findings.push_back(NothingToDo("build"));
  const int code = ReportFindings(compilation, options, streams);
  if (code != kClean) return code;
  return options.verify ? Verify(compilation, options, streams) : Write(compilation, options, streams);
}

int RunListBackends(const Arguments&, Streams streams) {
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    streams.out << fmt::format("{} {}\n           writes {}\n", PadRight(backend.name, 10), backend.summary,
                               backend.writes);
  }
  return kClean;
}

}  // namespace hotsite::driver
