#include "compiler/driver/spec_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "compiler/check/limits.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/spec_files.h"
#include "compiler/driver/spec_roots.h"
#include "compiler/requirements/ledger.h"

namespace hotsite::driver {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const SpecSource& spec) {
  std::error_code ignored;
  if (!spec.revision) return fs::is_directory(spec.path, ignored);
  return !spec.path.ends_with(".dr") && !spec.revision->SpecsBelow(spec.path).empty();
}

/// The `.dr` files below a folder.
std::optional<std::vector<std::string>> FilesOf(const SpecSource& folder, std::string* problem) {
  std::vector<std::string> files;
  if (folder.revision) {
    files = folder.revision->SpecsBelow(folder.path);
  } else if (const auto failed = ListSpecFiles(folder.path, &files)) {
    *problem = fmt::format("`{}` {}", Printable(failed->path), failed->what);
    return {};
  }
  for (std::string& file : files) file = fs::path(file).lexically_normal().string();
  if (files.size() <= check::kMaxFiles) return files;
  *problem = fmt::format("`{}` holds more than {} `.dr` files; name the spec that is meant", Printable(folder.path),
                         check::kMaxFiles);
  return {};
}

/// Path within the folder -> path, of each spec in it.
using Specs = std::map<std::string, std::string>;

std::optional<Specs> SpecsOf(const SpecSource& folder, std::string* problem) {
  const auto files = FilesOf(folder, problem);
  if (!files) return {};
  if (folder.revision) folder.revision->Prepare(*files);
  Specs specs;
  for (const RootSpec& root : FindRoots(*files, *folder.files))
    specs[fs::path(root.path).lexically_relative(fs::path(folder.path).lexically_normal()).string()] = root.path;
  return specs;
}

/// The newest spec of the ledger that was there at the older revision.
std::string IssuedBefore(const SpecSource& now, SpecSource& then) {
  const std::string path = LedgerPath(now.path);
  std::string unheard;
  const auto text = now.files->Has(path) ? now.files->Read(path, &unheard) : std::nullopt;
  const auto ledger = text ? requirements::Ledger::Parse(*text, &unheard) : std::nullopt;
  if (!ledger) return {};
  const std::string folder = path.substr(0, path.size() - std::string_view(kLedgerFile).size());
  for (auto revision = ledger->revisions.rbegin(); revision != ledger->revisions.rend(); ++revision) {
    std::string spec = folder + BaseName(revision->spec);
    if (then.files->Has(spec)) return spec;
  }
  return {};
}

/// What only a straight comparison with another branch can mislead about.
std::string Behind(const SpecSource& now, const GitSources& then) {
  const Revision& revision = then.revision();
  if (revision.name.find("...") != std::string::npos) return {};
  const std::string commit = now.revision ? now.revision->revision().commit : "";
  if (IsAncestor(then.git(), revision.commit, commit.empty() ? "HEAD" : commit)) return {};
  return fmt::format(
      "{} has commits that this branch lacks, so what they changed is told the other way round; `--against {}...` "
      "compares with where the branch began",
      revision.Title(), Printable(revision.name));
}

std::optional<SpecPairs> PairFolders(const SpecSource& before, const SpecSource& now, bool against,
                                     std::string* problem) {
  const auto old = SpecsOf(before, problem);
  const auto today = old ? SpecsOf(now, problem) : std::nullopt;
  if (!today) return {};
  SpecPairs result;
  std::set<std::string> taken;
  for (const auto& [name, path] : *today) {
    const SpecSource one = Beside(now, path);
    std::optional<SpecPair> pair;
    if (const auto same = old->find(name); same != old->end())
      pair = SpecPair{Beside(before, same->second), one, {}};
    else if (std::string unheard; against)
      pair = PairWith(one, before, &unheard);
    if (!pair) result.remarks.push_back(fmt::format("{} is new: there is no spec to compare it with", one.title));
    if (!pair) continue;
    taken.insert(pair->before.path);
    result.pairs.push_back(std::move(*pair));
  }
  for (const auto& [name, path] : *old) {
    if (!today->contains(name) && !taken.contains(path))
      result.remarks.push_back(fmt::format("{} is gone", Beside(before, path).title));
  }
  if (!result.pairs.empty() || !result.remarks.empty()) return result;
  *problem = fmt::format("neither `{}` nor `{}` holds a spec: a `.dr` file with a `recovery`", Printable(before.title),
                         Printable(now.title));
  return {};
}

}  // namespace

std::optional<SpecPair> PairWith(const SpecSource& now, SpecSource then, std::string* problem) {
  if (then.files->Has(now.path)) return SpecPair{Beside(then, now.path), now, {}};
  const std::string where = then.revision->revision().Where();
  std::string older = then.revision->RenamedFrom(now.path);
  const bool renamed = !older.empty();
  if (!renamed) older = IssuedBefore(now, then);
  if (older.empty()) {
    then.files->Read(now.path, problem);
    *problem = fmt::format("`{}` {}; name the spec to compare with: `hotsite diff git:{}:PATH {}`", Printable(now.path),
                           *problem, Printable(then.revision->revision().name), Printable(now.path));
    return {};
  }
  std::string how = renamed ? "git sees it as renamed from that" : "the ledger's last revision was issued from that";
  return SpecPair{Beside(then, older),
                  now,
                  {fmt::format("{} isn't there {}; it is compared with {}: {}", now.path, where, older, how)}};
}

std::optional<SpecPairs> PairNamed(const std::string& before, const std::string& now, std::string* problem) {
  const auto old = FindSpec(before, problem);
  const auto today = old ? FindSpec(now, problem) : std::nullopt;
  if (!today) return {};
  const bool old_folder = IsFolder(*old), new_folder = IsFolder(*today);
  if (old_folder && new_folder) return PairFolders(*old, *today, false, problem);
  if (old_folder == new_folder) return SpecPairs{{{*old, *today, {}}}, {}};
  const std::string& folder = old_folder ? before : now;
  *problem = fmt::format("`{}` is a folder and `{}` a file; name two specs, or two folders", Printable(folder),
                         Printable(old_folder ? now : before));
  return {};
}

std::optional<SpecPairs> PairAgainst(const std::string& now, const std::string& revision, std::string* problem) {
  const auto today = FindSpec(now, problem);
  const auto then = today ? FindAt(*today, revision, problem) : std::nullopt;
  if (!then) return {};
  std::optional<SpecPairs> result;
  if (IsFolder(*today)) {
    result = PairFolders(*then, *today, true, problem);
  } else if (!today->files->Has(today->path)) {
    result = SpecPairs{{{*then, *today, {}}}, {}};  // compiling it tells best what it may have been meant for
  } else if (auto pair = PairWith(*today, *then, problem)) {
    result = SpecPairs{{std::move(*pair)}, {}};
  }
  if (!result) return {};
  if (std::string behind = Behind(*today, *then->revision); !behind.empty())
    result->remarks.push_back(std::move(behind));
  return result;
}

}  // namespace hotsite::driver
