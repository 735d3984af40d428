#include "compiler/driver/git_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/support/source_file.h"
#include "compiler/support/split.h"
#include "compiler/support/suggest.h"

namespace hotsite::driver {
namespace {

namespace fs = std::filesystem;

/// What a file of Git LFS begins with in the repository itself (git-lfs, docs/spec.md).
constexpr std::string_view kLfsPointer = "version https://git-lfs.github.com/spec/";

/// More than the line before a file takes.
constexpr std::size_t kMostHead = 4096;

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

bool LeadsOut(const std::string& path) { return path == ".." || path.starts_with("../") || path.starts_with('/'); }

/// A row of `ls-tree -z` and `ls-files --stage -z`: `100644 blob HASH<tab>path`, `100644 HASH 0<tab>path`.
struct TreeRow {
  std::string_view mode, path;
};

std::vector<TreeRow> RowsOf(std::string_view listing) {
  std::vector<TreeRow> rows;
  for (const std::string_view row : SplitAt(listing, '\0')) {
    const std::size_t tab = row.find('\t');
    if (tab != std::string_view::npos) rows.push_back({row.substr(0, row.find(' ')), row.substr(tab + 1)});
  }
  return rows;
}

bool IsFile(std::string_view mode) { return mode.starts_with("100"); }

bool IsHidden(std::string_view path) { return path.starts_with('.') || path.find("/.") != std::string_view::npos; }

std::vector<TreeRow> List(const Git& git, const Revision& revision, const std::string& folder, bool deep,
                          std::string& listing) {
  std::vector<std::string> words{"ls-files", "--stage", "-z"};
  if (!revision.commit.empty()) words = {"ls-tree", "-z", "--full-tree"};
  if (!revision.commit.empty() && deep) words.push_back("-r");
  if (!revision.commit.empty()) words.push_back(revision.commit);
  words.push_back("--");
  const bool from_top = revision.commit.empty();  // ls-files looks below the folder that it runs in
  if (!folder.empty() || from_top) words.push_back(from_top ? ":(top,literal)" + folder : folder);
  if (from_top) words.insert(words.begin() + 1, "--full-name");
  listing = git.Ask(words).output;
  return RowsOf(listing);
}

}  // namespace

std::optional<std::string> GitSources::InTree(const std::string& path) const {
  const fs::path below = folder_.empty() ? fs::path(path) : fs::path(path).lexically_relative(folder_);
  std::string in_tree = (fs::path(prefix_) / below).lexically_normal().string();
  if (below.empty() || LeadsOut(in_tree)) return {};
  return in_tree;
}

std::string GitSources::OnDisk(const std::string& in_tree) const {
  const fs::path below = prefix_.empty() ? fs::path(in_tree) : fs::path(in_tree).lexically_relative(prefix_);
  return (fs::path(folder_) / below).lexically_normal().string();
}

std::string GitSources::HintFor(const std::string& in_tree) const {
  std::string listing;
  const std::string folder = FolderOf(in_tree);
  std::vector<std::string> specs;
  for (const TreeRow& row : List(git_, revision_, folder, false, listing)) {
    const std::string_view name = row.path.substr(std::min(folder.size(), row.path.size()));
    if (name.ends_with(".dr") && name.find('/') == std::string_view::npos) specs.emplace_back(name);
  }
  const auto near = Nearest(in_tree.substr(folder.size()), {specs.begin(), specs.end()});
  if (near) return fmt::format("; did you mean `{}`?", Printable(folder + *near));
  const std::string name = in_tree.substr(folder.size());
  for (const TreeRow& row : List(git_, revision_, "", true, listing)) {
    if (row.path.ends_with("/" + name)) return fmt::format("; did you mean `{}`?", Printable(row.path));
  }
  return specs.empty() ? "" : fmt::format("; that folder held {} then", ListOfSpecs(specs));
}

/// Why git's short answer was no file.
GitSources::Found GitSources::Missing(const std::string& in_tree) const {
  std::string listing;
  for (const TreeRow& row : List(git_, revision_, in_tree, false, listing)) {
    if (row.path != in_tree) continue;
    if (row.mode == "160000") return {{}, true, fmt::format("is a submodule {}, not a file", revision_.Where())};
    return {{},
            true,
            fmt::format("is {}, but not in this clone: it was left out when it was made (a partial clone)",
                        revision_.Where())};
  }
  const auto inside_submodule = [&] {
    for (std::size_t slash = in_tree.find('/'); slash != std::string::npos; slash = in_tree.find('/', slash + 1)) {
      const std::string folder = in_tree.substr(0, slash);
      for (const TreeRow& row : List(git_, revision_, folder, false, listing)) {
        if (row.path == folder && row.mode == "160000") return folder;
      }
    }
    return std::string();
  }();
  if (!inside_submodule.empty())
    return {
        {},
        true,
        fmt::format("lies in the submodule `{}`, whose files another repository keeps", Printable(inside_submodule))};
  return {{}, false, fmt::format("isn't there {}{}", revision_.Where(), HintFor(in_tree))};
}

/// `git cat-file --batch` (git-cat-file(1), "BATCH OUTPUT"): for each a line that says what it is, then the bytes.
GitAnswer GitSources::AskFor(const std::vector<std::string>& in_tree, std::size_t most_bytes) const {
  const bool index = revision_.commit.empty();
  std::vector<std::string> words{"cat-file", "--batch"};
  if (!index) words.push_back("--follow-symlinks");
  std::string names;
  for (const std::string& path : in_tree) names += fmt::format("{}:{}\n", index ? ":0" : revision_.commit, path);
  return git_.Ask(words, names, most_bytes);
}

GitSources::Found GitSources::Ask(const std::string& in_tree) const {
  if (in_tree.find('\n') != std::string::npos)
    return {{}, true, "has a line break in its name, which git can't be asked for"};
  const GitAnswer answer = AskFor({in_tree}, kMaxSourceBytes + kMostHead);
  if (answer.too_much)
    return {{}, true, fmt::format("is larger than {} MiB {}", kMaxSourceBytes >> 20, revision_.Where())};
  if (!answer.ok) return {{}, true, fmt::format("can't be read {}: {}", revision_.Where(), answer.problem)};
  std::string_view rest = answer.output;
  return ReadEntry(rest, in_tree);
}

/// One file of git's answer, which is taken off `rest`.
GitSources::Found GitSources::ReadEntry(std::string_view& rest, const std::string& in_tree) const {
  const std::string_view head = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(head.size() + 1, rest.size()));
  if (head.ends_with(" missing") || head.ends_with(" submodule")) return Missing(in_tree);
  const std::size_t size_at = head.rfind(' ');
  if (size_at == std::string_view::npos) return {{}, true, "can't be read: git's answer isn't understood"};
  std::size_t size = 0;
  std::from_chars(head.data() + size_at + 1, head.data() + head.size(), size);
  std::string text(rest.substr(0, size));
  rest.remove_prefix(std::min(text.size() + 1, rest.size()));
  for (const char* link : {"dangling ", "loop ", "symlink ", "notdir "}) {
    if (head.starts_with(link))
      return {
          {}, true, fmt::format("is a symbolic link {} that leads to no file of the repository", revision_.Where())};
  }
  if (head.substr(0, size_at).ends_with(" tree")) return {{}, true, fmt::format("is a folder {}", revision_.Where())};
  if (text.starts_with(kLfsPointer))
    return {{},
            true,
            fmt::format("is only a pointer of Git LFS {}; specs are small, so keep them in git itself "
                        "(`git lfs untrack \"*.dr\"`)",
                        revision_.Where())};
  return {std::move(text), true, {}};
}

void GitSources::Prepare(const std::vector<std::string>& paths) {
  std::vector<std::string> wanted;
  for (const std::string& path : paths) {
    const auto in_tree = InTree(path);
    if (in_tree && in_tree->find('\n') == std::string::npos && !found_.contains(*in_tree)) wanted.push_back(*in_tree);
  }
  if (wanted.empty()) return;
  const GitAnswer answer = AskFor(wanted, kMaxSourceBytes);
  if (!answer.ok) return;  // each is asked for by itself then, and told
  std::string_view rest = answer.output;
  for (const std::string& one : wanted) {
    if (rest.empty()) return;
    found_.try_emplace(one, ReadEntry(rest, one));
  }
}

const GitSources::Found& GitSources::Fetch(const std::string& path) {
  const auto in_tree = InTree(path);
  const auto [at, fresh] = found_.try_emplace(in_tree.value_or(""));
  if (fresh && in_tree)
    at->second = Ask(*in_tree);
  else if (fresh)
    at->second = {
        {}, true, fmt::format("lies outside of the repository, so git can't tell how it was {}", revision_.Where())};
  return at->second;
}

std::optional<std::string> GitSources::Read(const std::string& path, std::string* problem) {
  const Found& found = Fetch(path);
  *problem = found.problem;
  return found.text;
}

bool GitSources::Has(const std::string& path) { return Fetch(path).there; }

std::vector<std::string> GitSources::SpecsBelow(const std::string& folder) const {
  std::vector<std::string> specs;
  auto in_tree = InTree(folder);
  if (!in_tree) return specs;
  if (*in_tree == "." || *in_tree == "./") in_tree->clear();
  if (!in_tree->empty() && !in_tree->ends_with('/')) *in_tree += '/';
  std::string listing;
  for (const TreeRow& row : List(git_, revision_, *in_tree, true, listing)) {
    if (!row.path.ends_with(".dr") || !IsFile(row.mode) || IsHidden(row.path.substr(in_tree->size()))) continue;
    specs.push_back(OnDisk(std::string(row.path)));
  }
  std::sort(specs.begin(), specs.end());
  return specs;
}

std::string GitSources::RenamedFrom(const std::string& path) const {
  const auto in_tree = InTree(path);
  if (!in_tree || revision_.commit.empty()) return {};
  // The index has what was committed since and what is about to be; the working tree would have to be hashed first.
  const GitAnswer answer =
      git_.Ask({"diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "-z", revision_.commit, "--"});
  const std::vector<std::string_view> words = SplitAt(answer.output, '\0');  // R087, from, to
  for (std::size_t i = 0; i + 2 < words.size(); i += 3) {
    if (words[i + 2] == *in_tree) return OnDisk(std::string(words[i + 1]));
  }
  return {};
}

std::optional<GitFolder> FindGitFolder(const std::string& folder, std::string* problem) {
  Git git(folder);
  const GitAnswer answer = git.Ask({"rev-parse", "--show-prefix"});
  if (answer.ok) return GitFolder{git, answer.output.substr(0, answer.output.size() - 1)};  // but for the line end
  const std::string where = folder.empty() ? "this folder" : fmt::format("`{}`", Printable(folder));
  *problem = answer.problem.find("not a git repository") != std::string::npos
                 ? fmt::format("{} is in no git repository, so it has no revisions", where)
                 : fmt::format("{}: {}", where, answer.problem);
  return {};
}

}  // namespace hotsite::driver
