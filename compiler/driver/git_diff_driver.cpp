#include "compiler/driver/git_diff_driver.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "backends/changelog/changelog.h"
#include "compiler/check/limits.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/compare.h"
#include "compiler/driver/git_trees.h"
#include "compiler/driver/spec_roots.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"
#include "compiler/support/split.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/unified_diff.h"

namespace hotsite::driver {
namespace {

struct ChangedFile {
  GitSide before, now;
};

std::optional<ChangedFile> ReadWords(const std::vector<std::string>& words) {
  if (words.size() != 7 && words.size() != 8 && words.size() != 9) return {};
  ChangedFile file{{words[0], words[1], words[2], words[3]}, {words[0], words[4], words[5], words[6]}};
  if (words.size() > 7) file.now.path = words[7];
  return file;
}

/// The old way, for what has no meaning that could be told.
void PrintText(const ChangedFile& file, const std::string& why, bool colour, llvm::raw_ostream& out) {
  constexpr std::size_t kMostLines = 10'000;
  std::string before, now;
  const auto read = [](const GitSide& side, std::string* text) {
    return side.exists() ? ReadFile(side.file, kMaxSourceBytes, text) : std::nullopt;
  };
  out << Printable(why) << "\n";
  for (const auto& problem : {read(file.before, &before), read(file.now, &now)}) {
    if (problem) out << Printable(fmt::format("`{}` {}", problem->path, problem->what)) << "\n";
  }
  out << Paint(Printable(file.before.exists() ? "--- a/" + file.before.path : "--- /dev/null"), Style::kBold, colour)
      << "\n"
      << Paint(Printable(file.now.exists() ? "+++ b/" + file.now.path : "+++ /dev/null"), Style::kBold, colour) << "\n";
  const UnifiedDiff diff = CompareLines(before, now, kMostLines);
  for (const std::string_view line : SplitAt(diff.text, '\n')) {
    const Style style = line.starts_with('-')   ? Style::kRemoved
                        : line.starts_with('+') ? Style::kAdded
                        : line.starts_with('@') ? Style::kGutter
                                                : Style::kPlain;
    out << Paint(Printable(line), style, colour) << "\n";
  }
  if (diff.left_out > 0) out << "… and " << CountOf(diff.left_out, "line") << " more\n";
}

/// A spec that the changed file is a part of, at both states.
struct TouchedSpec {
  std::string before, now;        // its paths
  std::set<std::string> changed;  // its files that differ, by their newer paths
};

bool Differs(const GitTrees& trees, const std::string& before, const std::string& now) {
  std::string unheard;
  return trees.before.files->Read(before, &unheard) != trees.now.files->Read(now, &unheard);
}

std::vector<TouchedSpec> FindTouched(const GitTrees& trees) {
  const std::string& old_path = trees.before.path;
  const std::string& new_path = trees.now.path;
  const std::vector<std::string> old_files = SpecFilesOf(trees.before), new_files = SpecFilesOf(trees.now);
  if (std::max(old_files.size(), new_files.size()) > check::kMaxFiles) return {};
  std::map<std::string, std::set<std::string>> old_roots;
  for (RootSpec& root : FindRoots(old_files, *trees.before.files)) old_roots[root.path] = std::move(root.uses);
  std::vector<TouchedSpec> touched;
  for (const RootSpec& root : FindRoots(new_files, *trees.now.files)) {
    const auto old = old_roots.find(root.path == new_path ? old_path : root.path);
    if (old == old_roots.end() || !(root.uses.contains(new_path) || old->second.contains(old_path))) continue;
    TouchedSpec spec{old->first, root.path, {}};
    for (const std::string& file : root.uses) {
      if (Differs(trees, file == new_path ? old_path : file, file)) spec.changed.insert(file);
    }
    for (const std::string& file : old->second) {
      if (file != old_path && Differs(trees, file, file)) spec.changed.insert(file);
    }
    touched.push_back(std::move(spec));
  }
  return touched;
}

/// Of a spec's changes, those that stand in this file. What stands in none that differs (a row of the request, say)
/// goes with the spec's own file, or with the first: git calls for each file, and nothing shall be told twice.
void KeepOwn(Comparison& comparison, const TouchedSpec& spec, const GitTrees& trees) {
  const std::string& main = spec.changed.contains(spec.now) || spec.changed.empty() ? spec.now : *spec.changed.begin();
  const auto owner = [&](const diff::SpecChange& change) -> std::string {
    for (const auto& [span, side] :
         {std::pair{change.now_span, &comparison.now()}, std::pair{change.before_span, &comparison.before()}}) {
      if (!span.valid()) continue;
      std::string path = side->compilation.sources.Get(span).path();
      if (side == &comparison.before() && path == trees.before.path) path = trees.now.path;
      if (spec.changed.contains(path)) return path;
    }
    return main;
  };
  comparison.Keep([&](const diff::SpecChange& change) { return owner(change) == trees.now.path; },
                  main == trees.now.path);
}

/// What the file changes in one spec; nothing when one state of it can't be read.
std::optional<std::string> Tell(const TouchedSpec& spec, const GitTrees& trees, bool colour) {
  const SpecSource old = Beside(trees.before, spec.before), today = Beside(trees.now, spec.now);
  auto [before, now] = CompileBoth(old.path, *old.files, today.path, *today.files);
  if (!before.model || !now.model) return {};
  Comparison comparison({std::move(before), old.title}, {std::move(now), today.title});
  KeepOwn(comparison, spec, trees);
  return backends::changelog::Human(comparison.log(), {colour, 100});
}

/// Prints what is the same in several specs once.
void PrintOnce(const std::vector<std::pair<std::string, std::string>>& told, const std::string& path,
               llvm::raw_ostream& out) {
  std::vector<std::pair<std::string, std::vector<std::string>>> bodies;  // text behind the title, the specs
  const auto body_of = [](const std::string& text) { return text.substr(std::min(text.find('\n'), text.size())); };
  for (const auto& [spec, text] : told) {
    const auto same = std::find_if(bodies.begin(), bodies.end(), [&, &words = text](const auto& one) {
      return body_of(one.first) == body_of(words);
    });
    if (same == bodies.end())
      bodies.push_back({text, {spec}});
    else
      same->second.push_back(spec);
  }
  for (const auto& [text, specs] : bodies) {
    TextWriter head;
    if (specs.size() > 1 || specs.front() != path)
      head.Wrapped(Printable(fmt::format("{}: what it changes in {}", path, JoinWords(specs))), 80, "", "  ");
    out << head.Take() << text << "\n";
  }
}

}  // namespace

int RunGitDiff(const std::vector<std::string>& words, bool colour, Streams streams) {
  if (words.size() == 1) {
    streams.out << Printable(words[0]) << ": has merge conflicts\n";
    return kClean;
  }
  const auto file = ReadWords(words);
  if (!file) {
    streams.err << "hotsite diff: `--git` is for git itself, which passes seven words or nine: `git config "
                   "diff.hotsite.command \"hotsite diff --git\"`, and `*.dr diff=hotsite` in .gitattributes\n";
    return kUsage;
  }
  const std::string& path = file->now.path;
  const auto text = [&](const std::string& why) {
    PrintText(*file, fmt::format("{}: {}; its text:", path, why), colour, streams.out);
    return kClean;
  };
  const auto trees = FindTrees(file->before, file->now);
  const char* one_sided = !file->before.exists() ? "is new, so there is nothing to compare it with"
                          : !file->now.exists()  ? "is gone"
                                                 : nullptr;
  if (!trees && one_sided != nullptr) return text(one_sided);
  if (!trees) return text("git doesn't tell to which commits these two texts belong, so its meaning is unknown");
  const std::vector<TouchedSpec> touched = FindTouched(*trees);
  if (touched.empty()) return text(one_sided != nullptr ? one_sided : "belongs to no spec with a `recovery`");
  std::vector<std::pair<std::string, std::string>> told;
  for (const TouchedSpec& spec : touched) {
    auto one = Tell(spec, *trees, colour);
    if (!one) return text(fmt::format("not all of {} can be read before and after, so it can't be compared", spec.now));
    told.emplace_back(spec.now, std::move(*one));
  }
  PrintOnce(told, path, streams.out);
  return kClean;
}

}  // namespace hotsite::driver
