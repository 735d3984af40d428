#include "compiler/driver/spec_source.h"

#include <fmt/format.h>

#include <filesystem>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/disk_sources.h"

namespace hotsite::driver {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGit = "git:";

SpecSource OfRevision(GitSources sources, std::string path) {
  SpecSource spec;
  spec.revision = std::make_shared<GitSources>(std::move(sources));
  spec.files = spec.revision;
  return Beside(spec, std::move(path));
}

std::optional<SpecSource> FindInGit(const std::string& name, std::string* problem) {
  const std::size_t colon = name.find(':', kGit.size());
  const std::string written = name.substr(kGit.size(), colon - kGit.size());
  std::string path = colon == std::string::npos ? "" : name.substr(colon + 1);
  if (path.empty()) {
    *problem = fmt::format("`{}` names no file; expected git:REVISION:PATH, as in `git:main:2009.dr`", Printable(name));
    return {};
  }
  const Git git;
  Revision revision;
  if (!written.empty()) {
    auto found = FindRevision(git, written, "HEAD", problem);
    if (!found) return {};
    revision = std::move(*found);
  }
  if (path.starts_with("./") || path.starts_with("../") || path == "." || path == "..") {
    const auto here = FindGitFolder("", problem);
    if (!here) return {};
    path = (fs::path(here->prefix) / path).lexically_normal().string();
  }
  return OfRevision(GitSources(git, std::move(revision), "", ""), path);
}

/// The folder that a path on disk names or lies in; empty: this one.
std::string FolderOnDisk(const std::string& path) {
  std::error_code ignored;
  const fs::path folder = fs::is_directory(path, ignored) ? fs::path(path) : fs::path(path).parent_path();
  const std::string normal = folder.lexically_normal().string();
  return normal == "." || normal == "./" ? "" : normal;
}

}  // namespace

bool IsOfRevision(const std::string& name) { return name.starts_with(kGit); }

std::optional<SpecSource> FindSpec(const std::string& name, std::string* problem) {
  if (IsOfRevision(name)) return FindInGit(name, problem);
  return SpecSource{name, name, std::make_shared<DiskSources>(), nullptr};
}

SpecSource Beside(const SpecSource& spec, std::string path) {
  std::string title = spec.revision ? fmt::format("{} {}", path, spec.revision->revision().Where()) : path;
  return {std::move(path), std::move(title), spec.files, spec.revision};
}

std::optional<SpecSource> FindAt(const SpecSource& spec, const std::string& written, std::string* problem) {
  if (spec.revision) {
    const std::string& commit = spec.revision->revision().commit;
    auto revision = FindRevision(spec.revision->git(), written, commit.empty() ? "HEAD" : commit, problem);
    if (!revision) return {};
    return OfRevision(GitSources(spec.revision->git(), std::move(*revision), "", ""), spec.path);
  }
  const std::string folder = FolderOnDisk(spec.path);
  const auto place = FindGitFolder(folder, problem);
  auto revision = place ? FindRevision(place->git, written, "HEAD", problem) : std::nullopt;
  if (!revision) return {};
  return OfRevision(GitSources(place->git, std::move(*revision), folder, place->prefix), spec.path);
}

}  // namespace hotsite::driver
