#include "compiler/driver/git_trees.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/disk_sources.h"
#include "compiler/support/split.h"

namespace hotsite::driver {
namespace {

/// Commits that touched a file, the latest ones.
constexpr const char* kMostCommits = "--max-count=300";

/// A state by git's name for it: `HEAD`, a hash, `:0` the index; empty: the working tree.
struct Names {
  std::string before, now;
};

/// What git has at each `STATE:PATH`: a hash, or something that is none.
std::vector<std::string> HashesAt(const Git& git, const std::vector<std::string>& places) {
  std::string asked;
  for (const std::string& place : places) asked += place + "\n";
  const GitAnswer answer = git.Ask({"cat-file", "--batch-check=%(objectname)"}, asked);
  std::vector<std::string> hashes;
  for (const std::string_view line : SplitAt(answer.output, '\n')) hashes.emplace_back(line);
  hashes.resize(places.size());
  return hashes;
}

/// Whether a state has that side's text at its path; where it isn't there, so it is in any that lacks the path.
bool Holds(const std::string& hash, const GitSide& side) {
  return side.exists() ? hash == side.hash : hash.ends_with(" missing");
}

std::vector<std::string> CommitsOf(const Git& git, const GitSide& before, const GitSide& now) {
  const GitAnswer answer = git.Ask({"rev-list", "--all", "HEAD", kMostCommits, "--", before.path, now.path});
  std::vector<std::string> commits;
  for (const std::string_view line : SplitAt(answer.output, '\n')) commits.emplace_back(line);
  return commits;
}

/// A commit, and the parent from which it changed the one text into the other.
std::optional<Names> FindStep(const Git& git, const std::vector<std::string>& commits, const GitSide& before,
                              const GitSide& now) {
  std::vector<std::string> places;
  for (const std::string& commit : commits) {
    for (const char* parent : {"^1", "^2"}) places.push_back(fmt::format("{}{}:{}", commit, parent, before.path));
    places.push_back(fmt::format("{}:{}", commit, now.path));
  }
  const std::vector<std::string> hashes = HashesAt(git, places);
  for (std::size_t i = 0; i < commits.size(); ++i) {
    if (!Holds(hashes[3 * i + 2], now)) continue;
    if (Holds(hashes[3 * i], before)) return Names{commits[i] + "^1", commits[i]};
    if (before.exists() && Holds(hashes[3 * i + 1], before)) return Names{commits[i] + "^2", commits[i]};
  }
  return {};
}

/// The newest state that holds one side's text.
std::optional<std::string> FindState(const Git& git, const std::vector<std::string>& commits, const GitSide& side) {
  if (side.exists() && side.in_working_tree()) return "";
  std::vector<std::string> states{":0", "HEAD"};
  states.insert(states.end(), commits.begin(), commits.end());
  std::vector<std::string> places;
  for (const std::string& state : states) places.push_back(fmt::format("{}:{}", state, side.path));
  const std::vector<std::string> hashes = HashesAt(git, places);
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (Holds(hashes[i], side)) return states[i];
  }
  return {};
}

std::optional<Names> FindNames(const Git& git, const GitSide& before, const GitSide& now) {
  const bool on_disk = (before.exists() && before.in_working_tree()) || (now.exists() && now.in_working_tree());
  if (!on_disk) {
    const std::vector<std::string> staged =
        HashesAt(git, {fmt::format("HEAD:{}", before.path), fmt::format(":0:{}", now.path)});
    if (Holds(staged[0], before) && Holds(staged[1], now)) return Names{"HEAD", ":0"};
  }
  const std::vector<std::string> commits = CommitsOf(git, before, now);
  if (!on_disk) {
    if (auto step = FindStep(git, commits, before, now)) return step;
  }
  const auto old = FindState(git, commits, before);
  const auto today = old ? FindState(git, commits, now) : std::nullopt;
  if (!today) return {};
  return Names{*old, *today};
}

std::optional<SpecSource> SourceOf(const Git& git, const std::string& state, const std::string& path) {
  SpecSource source{path, path, std::make_shared<DiskSources>(), nullptr};
  if (state.empty()) return source;
  Revision revision;
  if (state != ":0") {
    std::string unheard;
    auto found = FindRevision(git, state, "HEAD", &unheard);
    if (!found) return {};
    revision = std::move(*found);
    if (state != "HEAD") revision.name = revision.commit;  // a hash says enough
  }
  source.revision = std::make_shared<GitSources>(git, std::move(revision), "", "");
  source.files = source.revision;
  return Beside(source, path);
}

}  // namespace

std::optional<GitTrees> FindTrees(const GitSide& before, const GitSide& now) {
  if (before.path.find('\n') != std::string::npos || now.path.find('\n') != std::string::npos) return {};
  const Git git;
  const auto names = FindNames(git, before, now);
  auto old = names ? SourceOf(git, names->before, before.path) : std::nullopt;
  auto today = old ? SourceOf(git, names->now, now.path) : std::nullopt;
  if (!today) return {};
  return GitTrees{std::move(*old), std::move(*today)};
}

std::vector<std::string> SpecFilesOf(const SpecSource& tree) {
  if (tree.revision) {
    std::vector<std::string> files = tree.revision->SpecsBelow(".");
    tree.revision->Prepare(files);
    return files;
  }
  std::vector<std::string> files = GitSources(Git(), Revision(), "", "").SpecsBelow(".");
  std::erase_if(files, [&](const std::string& file) { return !tree.files->Has(file); });
  if (std::find(files.begin(), files.end(), tree.path) == files.end()) files.push_back(tree.path);
  return files;
}

}  // namespace hotsite::driver
