// What a revision on the command line stands for.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/git.h"
#include "compiler/support/split.h"
#include "compiler/support/suggest.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kShortHash = 7;
constexpr std::size_t kLongestName = 1000;

std::string FirstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

/// Whether git can be asked for it at all: it can't become an option, a range or a path in a tree.
bool LooksLikeRevision(const std::string& written) {
  const auto wrong = [](unsigned char c) { return c <= ' ' || c == 0x7F || c == ':'; };
  return !written.empty() && written.size() <= kLongestName && written.front() != '-' && written.front() != '^' &&
         written.find("..") == std::string::npos && std::none_of(written.begin(), written.end(), wrong);
}

/// The commit of one name; empty when there is none.
std::string CommitOf(const Git& git, const std::string& name) {
  const GitAnswer answer = git.Ask({"rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"});
  return answer.ok ? FirstLine(answer.output) : "";
}

std::string Yes(const Git& git, const char* question) { return FirstLine(git.Ask({"rev-parse", question}).output); }

constexpr const char* kFetchAll =
    "fetch all history (`fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, `git fetch --unshallow` by "
    "hand)";

std::string NearestRevision(const Git& git, const std::string& name) {
  for (const char* place : {"origin/", "upstream/"}) {
    if (!CommitOf(git, place + name).empty()) return place + name;
  }
  const GitAnswer refs = git.Ask({"for-each-ref", "--count=1000", "--format=%(refname:short)"});
  return Nearest(name, SplitAt(refs.output, '\n')).value_or("");
}

/// Why there is no such commit.
std::string NotFound(const Git& git, const std::string& name) {
  const GitAnswer inside = git.Ask({"rev-parse", "--git-dir"});
  const std::string folder =
      git.folder().empty() ? "this folder" : fmt::format("the folder `{}`", Printable(git.folder()));
  if (!inside.ok && inside.problem.find("not a git repository") != std::string::npos)
    return fmt::format("{} is in no git repository, so `{}` means nothing there", folder, Printable(name));
  if (!inside.ok && inside.problem.find("dubious ownership") != std::string::npos)
    return fmt::format(
        "the repository belongs to another user, so git doesn't read it; if it can be trusted: `git config "
        "--global --add safe.directory PATH` ({})",
        inside.problem);
  if (!inside.ok) return inside.problem;
  if (CommitOf(git, "HEAD").empty() && git.Ask({"for-each-ref", "--count=1"}).output.empty())
    return fmt::format("the repository has no commit yet, so there is no `{}`", Printable(name));
  if (const std::string near = NearestRevision(git, name); !near.empty())
    return fmt::format("git knows no revision `{}`; did you mean `{}`?", Printable(name), Printable(near));
  if (Yes(git, "--is-shallow-repository") == "true")
    return fmt::format("git knows no revision `{}` in this shallow clone; {}", Printable(name), kFetchAll);
  return fmt::format("git knows no revision `{}`; `git branch --all` and `git tag` list what there is",
                     Printable(name));
}

std::optional<std::string> FindCommit(const Git& git, const std::string& name, std::string* problem) {
  if (!LooksLikeRevision(name)) {
    *problem = fmt::format(
        "`{}` is no revision; expected a branch, tag or hash, `HEAD~1`, or `main...` for where the branch began",
        Printable(name));
    return {};
  }
  std::string commit = CommitOf(git, name);
  if (!commit.empty()) return commit;
  *problem = NotFound(git, name);
  return {};
}

std::optional<Revision> MergeBase(const Git& git, const std::string& written, const std::string& tip,
                                  std::string* problem) {
  const std::size_t dots = written.find("...");
  const std::string left = written.substr(0, dots), right = written.substr(dots + 3);
  const auto one = FindCommit(git, left, problem);
  const auto other = one ? FindCommit(git, right.empty() ? tip : right, problem) : std::nullopt;
  if (!other) return {};
  const GitAnswer base = git.Ask({"merge-base", *one, *other});
  if (base.ok) return Revision{written, FirstLine(base.output)};
  const bool shallow = Yes(git, "--is-shallow-repository") == "true";
  *problem = fmt::format("`{}`: the two have no commit in common{}", Printable(written),
                         shallow ? fmt::format(" in this shallow clone; {}", kFetchAll) : "");
  return {};
}

}  // namespace

std::string Revision::Title() const {
  if (commit.empty()) return "the index";
  const std::string hash = commit.substr(0, kShortHash);
  if (name.size() >= kShortHash && commit.starts_with(name)) return hash;
  const std::size_t dots = name.find("...");
  if (dots == std::string::npos) return fmt::format("{} ({})", Printable(name), hash);
  const std::string left = Printable(name.substr(0, dots)), right = Printable(name.substr(dots + 3));
  if (right.empty()) return fmt::format("the merge base with {} ({})", left, hash);
  return fmt::format("the merge base of {} and {} ({})", left, right, hash);
}

std::string Revision::Where() const { return (commit.empty() ? "in " : "at ") + Title(); }

std::optional<Revision> FindRevision(const Git& git, const std::string& written, const std::string& tip,
                                     std::string* problem) {
  if (written.find("...") != std::string::npos) return MergeBase(git, written, tip, problem);
  auto commit = FindCommit(git, written, problem);
  if (!commit) return {};
  return Revision{written, std::move(*commit)};
}

bool IsAncestor(const Git& git, const std::string& commit, const std::string& tip) {
  return git.Ask({"merge-base", "--is-ancestor", commit, tip}).ok;
}

}  // namespace hotsite::driver
